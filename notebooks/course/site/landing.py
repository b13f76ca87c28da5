"""The first page: what the course is, its path as a picture, and pictures of three pages."""

from html import escape
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize

from course.notebook_files import content_of
from course.pace import declared, exercise_minutes
from course.site.navigation import lessons, on_the_path, page_of, short_title
from course.site.pages import with_links
from course.site.places import CONFIG, SITE

LONGEST = 100  # minutes that fill a bar
SHOWN = {
    "lesson": (
        "notebooks/04_joining_tables.html#which-rows-meet",
        "A notebook: a drawing shows which rows meet in a join, with the code beside it",
    ),
    "search": (
        "notebooks/pandas_to_sqlalchemy.html#find=left join",
        "The reference, searched for “left join”: pandas and SQLAlchemy beside each other",
    ),
    "service": (
        "notebooks/00_start_here.html#ask-for-posts",
        "The first notebook asks the service for posts and gets a DataFrame",
    ),
}
SIZE: ViewportSize = {"width": 1400, "height": 900}


def page(toctrees: str) -> str:
    """The page as Sphinx reads it."""
    text = with_links((CONFIG / "index.md").read_text("utf-8"))
    text = text.replace("](../../", "](").replace("](../", "](docs/")  # it stands at the top
    text = text.replace("{path}", path_picture()).replace("{screenshots}", screenshots())
    return f"{text}\n{toctrees}\n"


def path_picture() -> str:
    """Each notebook of the path with its question, and bars as long as it takes."""
    stops = "".join(stop(path) for path in lessons() if on_the_path(path))
    return f'<ol class="path">{stops}</ol>'


def stop(path: Path) -> str:
    question = content_of(path)["metadata"]["microblog"]["title"].partition(": ")[2]
    number, _, title = short_title(path).partition(" ")
    reading, doing = declared(path), exercise_minutes(path.stem, practice=False)
    bars = "".join(
        f'<span class="{kind}" style="width: {100 * minutes / LONGEST:.0f}%"></span>'
        for kind, minutes in (("reading", reading), ("doing", doing))
    )
    return (
        f'<li><a href="{page_of(path)}.html"><b>{number}</b> <strong>{escape(title)}</strong> '
        f'<span class="question">{escape(question)}</span></a>'
        f'<span class="bar" aria-hidden="true">{bars}</span>'
        f'<span class="minutes">{reading} + {doing} minutes</span></li>'
    )


def screenshots() -> str:
    shown = "".join(
        f'<a class="only-{theme}" href="{place}"><img src="_static/shown/{name}-{theme}.png" '
        f'alt="{escape(alt)}" width="{SIZE["width"]}" height="{SIZE["height"]}" loading="lazy"></a>'
        for name, (place, alt) in SHOWN.items()
        for theme in ("light", "dark")
    )
    return f'<div class="shown">{shown}</div>'


def take_screenshots(browser: Browser) -> None:
    """Pictures of the pages that are there now, for the first of them."""
    folder = SITE / "_static" / "shown"
    folder.mkdir(parents=True)
    for theme in ("light", "dark"):
        tab = browser.new_page(viewport=SIZE, color_scheme="dark" if theme == "dark" else "light")
        for name, (place, _) in SHOWN.items():
            page, _, anchor = place.partition("#")
            tab.goto(f"{(SITE / page).as_uri()}#{anchor}")
            tab.screenshot(path=folder / f"{name}-{theme}.png")
        tab.close()
