"""From a checkout to the site: run the notebooks, put the pages together, let Sphinx write them."""

import re
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, sync_playwright

from course.site import api, glossary, landing, navigation, reference, sheets
from course.site.browser import chromium, find_chromium
from course.site.diagrams import Artist
from course.site.executing import executed
from course.site.pages import Page
from course.site.places import BUILD, CONFIG, ROOT, SITE, SOURCE

NO_PACKAGES = "First install what the site needs: python -m pip install -r requirements-site.lock"
NO_BROWSER = "No browser: install Chromium, or name one in MICROBLOG_CHROMIUM."
FOLDER_LINK = re.compile(r"(\]\((?!http)[^)#]*/)\)")


def build() -> Path:
    """Build the site, and return its first page."""
    if not find_spec("myst_nb"):
        sys.exit(NO_PACKAGES)
    if not find_chromium():
        sys.exit(NO_BROWSER)
    say("Running the notebooks that have changed ...")
    notebooks = executed(navigation.lessons())
    shutil.rmtree(SOURCE, ignore_errors=True)
    with sync_playwright() as playwright, chromium(playwright) as browser:
        say("Putting the pages together ...")
        write_sources(notebooks, browser)
        say("Writing the site ...")
        run_sphinx()
        name_levels()
        say("Printing the sheets, and taking the pictures of the first page ...")
        sheets.print_all(browser)
        landing.take_screenshots(browser)
    return SITE / "index.html"


def write_sources(notebooks: dict[Path, object], browser: Browser) -> None:
    artist = Artist(browser, SOURCE / "_static" / "drawings")
    known = glossary.all_terms()
    first = glossary.first_uses(known, navigation.as_walked())
    for path, notebook in notebooks.items():
        page = Page(path, artist.picture)
        here = [term for term in known if first[term] == path]
        link = glossary.Linker(known, here, page.up)
        place = SOURCE / page.name
        place.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(page.of(notebook, link), place)
    for path in navigation.copied():
        place = SOURCE / path.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        text = FOLDER_LINK.sub(r"\1README.md)", path.read_text("utf-8"))
        place.write_text(text + navigation.below(path), "utf-8")
    made = {
        "docs/glossary": glossary.page(first, navigation.short_title),
        reference.PAGE: reference.page(),
        "index": landing.page(navigation.toctrees(api.entries())),
        **api.pages(),
    }
    for name, text in made.items():
        place = SOURCE / f"{name}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


def run_sphinx() -> None:
    shutil.rmtree(SITE, ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-W", "--keep-going", "-q"]
    places = ["-c", str(CONFIG), "-d", str(BUILD / "doctrees"), str(SOURCE), str(SITE)]
    if subprocess.run([*command, *places]).returncode:
        sys.exit("The site has faults; its warnings above say where.")


def name_levels() -> None:
    """Captions of the navigation are headings for screen readers, which need their level."""
    for page in SITE.rglob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(text.replace('role="heading"', 'role="heading" aria-level="2"'), "utf-8")


def say(text: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} {text}\n")
    sys.stdout.flush()
