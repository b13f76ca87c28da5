"""The built site in headless Chromium: from files and a server, on each screen, by keyboard."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from website.built import FIRST, LESSON, PAGES, REFERENCE, Watched

from course.pairs.definition import Pair
from course.pairs.searching import matches
from course.site.places import SITE

pytestmark = pytest.mark.apart

SCREENS = [(390, "light"), (820, "dark"), (1400, "light")]
CHECKED = [
    FIRST,
    LESSON,
    "docs/glossary.html",
    "api/users.html",
    "search.html",
    "docs/commands.html",
]
QUESTIONS = ["left join", "value_counts", "drop_duplicates", "apply", "iloc", "rolling mean"]


@pytest.fixture
def site(browser: Browser) -> Iterator[Watched]:
    watched = Watched(browser, f"{SITE.as_uri()}/")
    yield watched
    watched.page.close()


@pytest.fixture(scope="module")
def axe() -> str:
    """The script that finds what some people can't read or reach."""
    found = find_spec("axe_playwright_python")
    assert found is not None
    assert found.submodule_search_locations
    return Path(found.submodule_search_locations[0], "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SITE))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_every_screen_asks_nobody_else_and_complains_of_nothing(
    page: str, site: Watched
) -> None:
    shown = site.open(page)
    for width, scheme in SCREENS:
        shown.set_viewport_size({"width": width, "height": 900})
        shown.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        too_wide = shown.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert too_wide <= 0, f"{too_wide} pixels too wide at {width}"
    assert site.elsewhere() == []
    assert site.complaints == []


@pytest.mark.parametrize("page", [FIRST, LESSON, REFERENCE])
def test_a_page_from_a_server_asks_only_that(page: str, browser: Browser, server: str) -> None:
    watched = Watched(browser, server)
    watched.open(page)
    assert watched.elsewhere() == []
    assert watched.complaints == []
    watched.page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", [*CHECKED, f"{REFERENCE}#find=left%20join"])
def test_a_page_can_be_read_and_worked_by_everybody(
    page: str, scheme: str, site: Watched, axe: str
) -> None:
    shown = site.open(page, scheme=scheme)
    shown.evaluate(axe)
    found = shown.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa'], resultTypes: ['violations']})")
    faults = [
        f"{each['id']}: {each['nodes'][0]['html'][:150]} and {len(each['nodes']) - 1} more"
        for each in found["violations"]
    ]
    assert faults == []


def test_the_search_finds_a_page_of_the_site(site: Watched) -> None:
    shown = site.open(FIRST)
    shown.get_by_placeholder("Search").fill("semi-join")
    shown.keyboard.press("Enter")
    expect(shown.locator("#search-results li").first).to_be_visible()
    expect(shown.locator("#search-results")).to_contain_text("Glossary")


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_reference_finds_what_find_finds_in_a_notebook(question: str, site: Watched) -> None:
    best = matches(question)[0]
    shown = site.open(REFERENCE)
    shown.get_by_label("Find a pair").fill(question)
    first = shown.locator(".pair-results h3").first
    words = f"{best.number} · " if isinstance(best, Pair) else best.words.partition(", ")[0]
    expect(first).to_contain_text(words)


def test_a_search_can_be_sent_to_somebody_and_cleared(site: Watched) -> None:
    shown = site.open(REFERENCE)
    box = shown.get_by_label("Find a pair")
    pairs = shown.locator("h3:visible")
    everything = pairs.count()
    box.fill("merge")
    assert shown.url.endswith("#find=merge")
    assert pairs.count() < everything / 5
    box.fill("")
    assert pairs.count() == everything
    box.fill("qqqq")
    expect(shown.get_by_role("status")).to_contain_text("Nothing fits")


def test_the_address_of_a_pair_shows_it(site: Watched) -> None:
    shown = site.open(f"{REFERENCE}#pair-38")
    heading = shown.locator("#pair-38 > h3")
    expect(heading).to_be_in_viewport()
    expect(heading.get_by_role("link")).to_have_attribute("href", "#pair-38")


def test_notes_for_instructors_are_shown_on_demand_and_remembered(site: Watched) -> None:
    shown = site.open(LESSON)
    notes = shown.locator(".instructor").first
    expect(notes).to_be_hidden()
    shown.get_by_role("button", name="Show the notes for instructors").focus()
    shown.keyboard.press("Enter")
    expect(notes).to_be_visible()
    shown.reload()
    expect(shown.locator(".instructor").first).to_be_visible()


def test_a_hint_unfolds_by_keyboard(site: Watched) -> None:
    shown = site.open(LESSON)
    hint = shown.locator(".help details").first
    hint.locator("summary").focus()
    shown.keyboard.press("Enter")
    expect(hint.locator("p").first).to_be_visible()
