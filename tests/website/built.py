"""The pages that were built, and how the tests look at them."""

import gzip
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page

from course.site.places import SITE

PAGES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
FIRST = "index.html"
REFERENCE = "notebooks/pandas_to_sqlalchemy.html"
LESSON = "notebooks/04_joining_tables.html"
TARGETS = re.compile(r'\b(?:href|src)="([^"]*)"')
IDS = re.compile(r'\bid="([^"]+)"')


def text_of(page: str) -> str:
    return (SITE / page).read_text("utf-8")


def ids_of(page: str) -> set[str]:
    return {unescape(each) for each in IDS.findall(text_of(page))}


def links_of(page: str) -> Iterator[tuple[Path, str]]:
    """Where links, pictures, styles and scripts of a page lead within the site: file and anchor."""
    for target in set(TARGETS.findall(text_of(page))):
        parts = urlsplit(unescape(target))
        if not parts.scheme:
            path = (SITE / page).parent / unquote(parts.path) if parts.path else SITE / page
            yield path.resolve(), unquote(parts.fragment)


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def weight(page: str) -> int:
    """The compressed bytes of a page with its styles and scripts, before any picture."""
    needed = {path for path, _ in links_of(page) if path.suffix in {".css", ".js"}}
    return compressed(SITE / page) + sum(map(compressed, needed))


class Watched:
    """A page of the site in a browser, with all that it asks for and complains of."""

    def __init__(self, browser: Browser, top: str) -> None:
        self.top = top
        self.page: Page = browser.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda said: self.complaints.append(f"{said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, page: str, width: int = 1400, scheme: str = "light") -> Page:
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        self.page.goto(f"{self.top}{page}")
        return self.page

    def elsewhere(self) -> list[str]:
        """What was asked of any other place than the site itself."""
        return [url for url in self.asked if not url.startswith((self.top, "data:"))]
