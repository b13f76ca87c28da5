"""The mermaid diagrams of slides: drawn where there is a browser for it, else described."""

import re
from base64 import b64encode
from functools import partial
from html import escape, unescape

from playwright.sync_api import sync_playwright

from course.site.browser import chromium, find_chromium
from course.site.diagrams import Pen, sizes

MARKED = re.compile(r'<p class="diagram" data-text="([^"]*)">(.*?)</p>')
UNDRAWN = r'<p class="diagram">\2<br><small>The notebook shows the drawing.</small></p>'


def described(text: str) -> str:
    """A diagram's description, with a mark of the diagram itself for `with_drawings`."""
    words = re.search(r"accDescr: (.*)", text)
    told = escape(words[1]) if words else ""
    mark = escape(text).replace("\n", "&#10;")
    return f'<p class="diagram" data-text="{mark}">{told}</p>'


def with_drawings(page: str) -> str:
    """The page with a drawing in each description's place, if this computer has Chromium."""
    if not MARKED.search(page):
        return page
    if not find_chromium():
        return MARKED.sub(UNDRAWN, page)
    with sync_playwright() as playwright, chromium(playwright) as browser:
        return MARKED.sub(partial(drawn, Pen(browser)), page)


def drawn(pen: Pen, found: re.Match[str]) -> str:
    light, dark = (pen.drawn(unescape(found[1]), theme) for theme in ("light", "dark"))
    width, height = sizes(light)
    return (
        f'<picture><source media="(prefers-color-scheme: dark)" srcset="{address(dark)}">'
        f'<img class="drawing" src="{address(light)}" alt="{found[2]}" '
        f'width="{width:.0f}" height="{height:.0f}"></picture>'
    )


def address(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
