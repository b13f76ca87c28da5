"""Every notebook keeps to the course's form, so that readers find their way in each."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from notebooks.reading import ALL, PATH, Cell, cells_of

from course import EXERCISES, PAIRS
from course.notebook_files import NOTEBOOKS, content_of, tags_of
from course.pace import declared, in_figures, in_words, notebooks
from course.pairs.display import REFERENCE, cell_id

pytestmark = pytest.mark.house_rule

LONGEST_CELL = 30  # lines
SECRETS = re.compile(r"(BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|ghp_\w{30}|eyJ[\w-]{20,}\.)")

WRITES_MINUTES = "`python -m course.pace` brings the minutes up to date."
TAGS = {"predict", "drawing", "core", "practice", "optional", "instructor", "mine"}

every_notebook = pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
every_numbered = pytest.mark.parametrize("path", notebooks(), ids=lambda path: path.stem)


def prose(path: Path) -> list[Cell]:
    return [cell for cell in cells_of(path) if cell.kind == "markdown"]


def code(path: Path) -> list[Cell]:
    return [cell for cell in cells_of(path) if cell.kind == "code"]


@every_notebook
def test_a_notebook_is_stored_without_outputs(path: Path) -> None:
    for cell in code(path):
        assert cell.raw["outputs"] == [], f"{cell} has outputs"
        assert cell.raw["execution_count"] is None, f"{cell} has an execution count"


@every_numbered
def test_a_notebook_declares_the_minutes_that_its_cells_take(path: Path) -> None:
    assert content_of(path)["metadata"]["microblog"]["minutes"] == declared(path), WRITES_MINUTES


@every_numbered
def test_the_readme_lists_the_notebook_with_its_minutes(path: Path) -> None:
    listed = (NOTEBOOKS.parent / "README.md").read_text(encoding="utf-8")
    place = path.relative_to(NOTEBOOKS.parent).as_posix()
    row = f"| [{path.stem}]({place}) | {in_figures(path)} |"
    assert row in listed, f"README.md has no line that begins with {row}. {WRITES_MINUTES}"


@every_numbered
def test_the_top_says_how_many_minutes_the_notebook_takes(path: Path) -> None:
    assert f"**{in_words(path)} · you need:" in cells_of(path)[0].source, WRITES_MINUTES


@every_notebook
def test_the_top_says_what_the_metadata_says(path: Path) -> None:
    about = content_of(path)["metadata"]["microblog"]
    top = cells_of(path)[0].source
    assert top.startswith(f"# {about['title']}\n")
    assert " · you need:" in top
    listed = [line.removeprefix("- ") for line in top.splitlines() if line.startswith("- ")]
    assert listed == about["objectives"]
    for needed in about["prerequisites"]:
        assert needed in top


@every_notebook
def test_each_objective_has_an_exercise_and_each_exercise_stands_in_its_notebook(
    path: Path,
) -> None:
    objectives = content_of(path)["metadata"]["microblog"]["objectives"]
    exercises = [each for each in EXERCISES if each.notebook == path.stem]
    practised = {each.objective for each in exercises}
    # The first objective of the first notebook is met by running it.
    met_by_running = {"start the finished service and call it"}
    assert set(objectives) - met_by_running == practised
    used = re.findall(r'exercise\("([\w.]+)"\)', "\n".join(cell.source for cell in code(path)))
    assert used == [each.id for each in exercises]


@every_notebook
def test_cells_carry_only_tags_that_mean_something(path: Path) -> None:
    for cell in cells_of(path):
        assert not (unknown := tags_of(cell.raw) - TAGS), f"{cell} is tagged {unknown}"


@every_notebook
def test_notes_for_instructors_stay_folded(path: Path) -> None:
    for cell in cells_of(path):
        if "instructor" in tags_of(cell.raw):
            assert cell.source.startswith("<details><summary>For instructors</summary>"), cell


@every_notebook
def test_headings_come_in_order(path: Path) -> None:
    levels = []
    for cell in prose(path):
        text = re.sub(r"```.*?```", "", cell.source, flags=re.DOTALL)
        levels += [len(found) for found in re.findall(r"^(#+) ", text, flags=re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    for upper, lower in zip(levels, levels[1:], strict=False):
        assert lower <= upper + 1


@every_notebook
def test_links_inside_the_course_resolve(path: Path) -> None:
    for cell in prose(path):
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", cell.source):
            if not target.startswith("http"):
                assert (path.parent / target).exists(), f"{cell}: no {target}"


def test_the_first_notebook_links_to_every_other_one() -> None:
    table = "".join(cell.source for cell in prose(PATH[0]))
    for path in ALL[1:]:
        assert f"]({path.relative_to(NOTEBOOKS).as_posix()})" in table


@every_notebook
def test_what_is_drawn_is_described_too(path: Path) -> None:
    for cell in prose(path):
        for diagram in re.findall(r"```mermaid(.*?)```", cell.source, flags=re.DOTALL):
            assert "accDescr: " in diagram, f"{cell}: a diagram without accDescr"
        for alternative in re.findall(r"!\[(.*?)\]\(", cell.source):
            assert alternative, f"{cell}: an image without alternative text"
    for cell in code(path):
        assert "plt.show(" not in cell.source, f"{cell}: show it with picture(figure, alt=…)"


@every_notebook
def test_cells_are_short_and_hold_no_secret(path: Path) -> None:
    for cell in code(path):
        lines = len(cell.source.splitlines())
        assert lines <= LONGEST_CELL, f"{cell} has {lines} lines"
    for cell in cells_of(path):
        assert not SECRETS.search(cell.source), f"{cell} holds what looks like a secret"


def imported_names(source: str) -> Iterator[str]:
    """The names that a cell takes from the package or the kit."""
    for statement in ast.walk(ast.parse(source)):
        if isinstance(statement, ast.ImportFrom):
            top = (statement.module or "").split(".")[0]
            if top in {"microblog", "course"}:
                yield from (each.asname or each.name for each in statement.names)


def test_what_the_package_and_the_kit_offer_is_introduced_before_it_is_used() -> None:
    introduced: set[str] = set()
    imported: set[str] = set()
    for path in ALL:
        for cell in cells_of(path):
            if cell.kind == "markdown":
                quoted = " ".join(re.findall(r"`([^`\n]+)`", cell.source))
                introduced |= set(re.findall(r"\w+", quoted))
                continue
            tree = ast.parse(cell.python)
            imported |= set(imported_names(cell.python))
            used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            unknown = sorted((used & imported) - introduced)
            assert unknown == [], f"{cell} uses {unknown}, and no text before it names them"


@every_notebook
def test_a_count_of_statements_that_is_shown_is_held(path: Path) -> None:
    for cell in code(path):
        if "statements(" in cell.source:
            assert re.search(r"assert \w+\.count == \d+", cell.source), f"{cell} holds no count"


LINK_TO_REFERENCE = r"\[([^]]+)\]\((?:\.\./)?pandas_to_sqlalchemy\.ipynb[^)]*\)"
LESSONS = {path.stem: path for path in ALL}


def shown_pairs(path: Path) -> set[int]:
    """The pairs that a notebook's cells show beside their SQL."""
    return {int(n) for cell in code(path) for n in re.findall(r"\bpair\((\d+)\)", cell.source)}


def named_pairs(path: Path) -> set[int]:
    """The pairs that links to the reference name: [pair 38](…), [40 and 41](…), [71 to 74](…).

    A link may lead to the pair's own cell: `pandas_to_sqlalchemy.ipynb#cell-id=pair-38`.
    """
    named: set[int] = set()
    for cell in prose(path):
        for words in re.findall(LINK_TO_REFERENCE, cell.source):
            for first, last in re.findall(r"(\d+)(?:(?: to |–)(\d+))?", words):
                named |= set(range(int(first), int(last or first) + 1))
    return named


def test_each_pair_is_quoted_in_the_notebook_that_teaches_it() -> None:
    missing = [
        f"{each.lesson}: {each.number}, {each.title}"
        for each in PAIRS
        if (path := LESSONS.get(each.lesson))
        if each.number not in shown_pairs(path) | named_pairs(path)
    ]
    assert missing == []


def test_the_pairs_of_the_translation_table_are_shown() -> None:
    missing = [
        f"{each.lesson}: {each.number}, {each.title}"
        for each in PAIRS
        if each.starred and (path := LESSONS.get(each.lesson))
        if each.number not in shown_pairs(path)
    ]
    assert missing == []


def test_each_pair_has_a_cell_of_its_own_to_which_links_lead() -> None:
    cells = {cell.raw["id"]: cell.source for cell in cells_of(NOTEBOOKS / REFERENCE)}
    for each in PAIRS:
        assert cells.get(cell_id(each)) == f"pair({each.number}).in_full()"
