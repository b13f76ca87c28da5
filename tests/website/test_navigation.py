"""The site holds whatever the course holds, and every command has a form without make."""

import re

import pytest

from course.notebook_files import NOTEBOOKS, notebook_files
from course.site import api, navigation, reference
from course.site.places import DOCS, ROOT

pytestmark = pytest.mark.house_rule

LISTED = [page for entries in navigation.groups(api.entries()).values() for _, page in entries]
TARGETS = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.M)


def test_every_notebook_is_listed_once() -> None:
    pages = [navigation.page_of(path) for path in notebook_files()]
    listed = [page for page in LISTED if page.startswith(NOTEBOOKS.name)]
    assert sorted(listed) == sorted(pages)
    assert reference.PAGE in listed


def test_every_document_is_listed_or_stands_below_one_that_is() -> None:
    pages = {navigation.page_of(path) for path in navigation.copied()}
    decisions = {page for page in pages if page.startswith("docs/decisions/0")}
    assert decisions
    assert pages - decisions <= set(LISTED)


@pytest.mark.parametrize("target", [each for each in TARGETS if each != "help"])
def test_a_command_of_make_is_shown_with_its_form_without_make(target: str) -> None:
    table = (DOCS / "commands.md").read_text("utf-8")
    assert f"\n| `make {target}` | " in table
    assert f"make {target} " in (ROOT / "Makefile").read_text("utf-8").partition("\nsetup:")[0]
