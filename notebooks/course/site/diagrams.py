"""Mermaid diagrams, drawn once for light pages and once for dark ones, with JupyterLab's mermaid.

JupyterLab ships mermaid in the bundle of its own page, cut into numbered files. Each file hands
functions to a list that the page provides, so a page of ours can provide the list, and call the
function that makes mermaid.
"""

import re
import sys
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

BUNDLE = Path(sys.prefix, "share", "jupyter", "lab", "static")
BACKGROUNDS = {"light": "#ffffff", "dark": "#131416"}
SCRIPT = Path(__file__).with_name("mermaid.js")
THEMES = {"light": "default", "dark": "dark"}
# Both are wide, so that letters fit into the boxes with any other font, too.
FONTS = '"DejaVu Sans", Verdana, sans-serif'
SHARED = re.compile(r"\b(\d+):\{shareScope:[^{}]*?__webpack_require__\((\d+)\)")


class Pen:
    """Draws diagrams."""

    def __init__(self, browser: Browser) -> None:
        self.page = browser.new_page()
        self.page.set_content("<!doctype html>")
        self.page.add_script_tag(path=SCRIPT)
        for file in sorted(BUNDLE.glob("[0-9]*.js")):
            self.page.add_script_tag(path=file)
        (main,) = BUNDLE.glob("main.*.js")
        shared = dict(SHARED.findall(main.read_text("utf-8")))
        self.page.evaluate("shared => loadMermaid(shared)", shared)

    def drawn(self, text: str, theme: str) -> str:
        """The diagram as SVG, light or dark."""
        asked = {"id": "drawn", "text": text, "theme": THEMES[theme], "fonts": FONTS}
        svg: Any = self.page.evaluate("asked => drawMermaid(asked)", asked)
        return str(svg).replace(
            "background-color: transparent", f"background: {BACKGROUNDS[theme]}"
        )


class Artist:
    """Draws diagrams into a folder, and says how a page of the site shows them."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.pen = Pen(browser)

    def picture(self, text: str, up: str) -> str:
        """HTML that shows a diagram on a page from which `up` leads to the site's top."""
        described = re.search(r"accDescr: (.*)", text)
        assert described, f"a diagram without accDescr:\n{text}"
        alt = escape(described[1])
        shown = "".join(self._image(text, theme, alt, up) for theme in THEMES)
        return f'<div class="diagram">{shown}</div>'

    def _image(self, text: str, theme: str, alt: str, up: str) -> str:
        name = f"{sha256(text.encode()).hexdigest()[:12]}-{theme}.svg"
        svg = self.pen.drawn(text, theme)
        (self.folder / name).write_text(svg, encoding="utf-8")
        width, height = sizes(svg)
        place = f"{up}_static/{self.folder.name}/{name}"
        size = f'width="{width:.0f}" height="{height:.0f}" loading="lazy"'
        return f'<a class="only-{theme}" href="{place}"><img src="{place}" alt="{alt}" {size}></a>'


def sizes(svg: str) -> tuple[float, float]:
    found = re.search(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"', svg)
    assert found, svg[:200]
    return float(found[1]), float(found[2])
