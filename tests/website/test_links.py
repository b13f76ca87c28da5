"""Every link of the built site leads somewhere within it, and its pages are light."""

import re
from functools import cache

import pytest
from website.built import FIRST, PAGES, REFERENCE, ids_of, links_of, text_of, weight

from course.exercises import EXERCISES
from course.pairs import PAIRS
from course.site import navigation
from course.site.places import SITE

pytestmark = pytest.mark.apart

each_page = pytest.mark.parametrize("page", PAGES)
anchors = cache(ids_of)


def test_every_notebook_has_become_a_page() -> None:
    assert {f"{navigation.page_of(path)}.html" for path in navigation.lessons()} <= set(PAGES)


@each_page
def test_every_link_leads_to_a_file_of_the_site(page: str) -> None:
    missing = [path for path, _ in links_of(page) if not path.exists()]
    assert missing == []
    assert [path for path, _ in links_of(page) if not path.is_relative_to(SITE)] == []


@each_page
def test_every_anchor_that_a_link_names_is_there(page: str) -> None:
    lost = [
        f"{path.name}#{anchor}"
        for path, anchor in links_of(page)
        if anchor and not anchor.startswith("find=") and path.suffix == ".html"
        if anchor not in anchors(path.relative_to(SITE).as_posix())
    ]
    assert lost == []


@each_page
def test_a_page_is_light(page: str) -> None:
    assert weight(page) <= (250 if page == REFERENCE else 150) * 1000


@each_page
def test_every_picture_is_described_and_has_a_size(page: str) -> None:
    for picture in re.findall(r"<img\b[^>]*>", text_of(page)):
        assert re.search(r'\balt="[^"]+"', picture), picture
        assert re.search(r'\bwidth="\d+" height="\d+"', picture), picture


def test_each_pair_has_an_address_of_its_own() -> None:
    assert {f"pair-{pair.number}" for pair in PAIRS} <= anchors(REFERENCE)


@pytest.mark.parametrize("notebook", sorted({each.notebook for each in EXERCISES}))
def test_a_notebook_has_its_exercises_and_solutions_on_paper(notebook: str) -> None:
    for kind in ("exercises", "solutions"):
        sheet = (SITE / "sheets" / f"{notebook}_{kind}.pdf").read_bytes()
        assert sheet.startswith(b"%PDF-")


def test_the_first_page_shows_three_pictures_in_both_colours() -> None:
    shown = sorted((SITE / "_static" / "shown").glob("*.png"))
    assert len(shown) == 6
    assert all(path.name in text_of(FIRST) for path in shown)
