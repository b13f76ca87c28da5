"""What the documents name is there: the files, and the pages that links lead to."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.house_rule

ROOT = Path(__file__).parents[1]
WRITTEN = [path for path in ROOT.glob("docs/**/*.md") if "_build" not in path.parts]
PAGES = [*ROOT.glob("*.md"), *WRITTEN, *ROOT.glob("*/README.md")]
FOLDERS = "data|docs|microblog|notebooks|tests"

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def test_there_are_pages_to_read() -> None:
    assert {"README.md", "CONTRIBUTING.md", "architecture.md"} <= {page.name for page in PAGES}


@every_page
def test_links_between_pages_resolve(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8"))
    files = [target for target in targets if not target.startswith(("http", "mailto:"))]
    assert [file for file in files if not (page.parent / file).exists()] == []


@every_page
def test_the_files_that_a_page_names_exist(page: Path) -> None:
    """A name with a gap, such as `tests/<area>/`, counts up to the gap."""
    named = re.findall(rf"(?<![\w/.])(?:{FOLDERS})/[\w./-]*", page.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name.rstrip(".")).exists()] == []


def test_every_rule_in_the_table_names_the_tests_that_hold_it() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    table = text.partition("## The rules that tests hold")[2]
    rules = [row for row in table.splitlines() if row.startswith("| ")][1:]
    assert rules
    assert [rule for rule in rules if "`tests/" not in rule.split("|")[3]] == []
