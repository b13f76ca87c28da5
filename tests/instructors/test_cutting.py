"""What is cut out of a notebook, and what stays because a later cell needs it."""

from typing import Any

import pytest

from course.exercises import EXERCISES
from course.exercises.cells import answer_cell
from course.notebook_files import Cell, content_of, notebook_files, source_of
from course.workshop.cutting import ADDED, AT_HOME, CannotCut, cells_of, cut
from course.workshop.names import names_of
from course.workshop.plan import Part
from course.workshop.sections import sections_of

FIRST, SECOND = EXERCISES[:2]


def text(source: str, *tags: str) -> Cell:
    return made("markdown", source, tags)


def code(source: str, *tags: str) -> Cell:
    return made("code", source, tags)


def made(kind: str, source: str, tags: tuple[str, ...]) -> Cell:
    name = source.splitlines()[0].strip("# ")
    metadata: dict[str, Any] = {"tags": list(tags)}
    return {"cell_type": kind, "id": name, "metadata": metadata, "source": source}


NOTEBOOK = [
    text("# A story"),
    code("import math\n\nfrom course import exercise"),
    text("## One\n\nFirst."),
    code("from statistics import mean, median"),
    code("rows = [1, 2]"),
    code("unused = 3"),
    text("## Two"),
    code("rows.append(4)"),
    text("**Exercise 1** Do it."),
    code(answer_cell(FIRST, "q1")),
    text("### Deeper"),
    code("double = [2 * row for row in rows]"),
    code("print(double)", "optional"),
    text("## Three"),
    code("mean(double) + math.pi"),
    text("**Exercise 2** Do it."),
    code(answer_cell(SECOND, "q2")),
    text("[Near the end](#In-your-own-service)"),
    text("## In your own service"),
]


def kept(part: Part, own_service: bool = False) -> list[str]:
    found = cut("story", NOTEBOOK, part, own_service)
    return [source_of(cell) for cell in cells_of(found, part)]


def test_a_section_keeps_the_cells_that_it_needs_and_the_imports() -> None:
    assert kept(Part(sections=("Three",), exercises=())) == [
        "# A story",
        "import math\n\nfrom course import exercise",
        "from statistics import mean",
        ADDED,
        "rows = [1, 2]",
        "rows.append(4)",
        "double = [2 * row for row in rows]",
        "## Three",
        "mean(double) + math.pi",
    ]


@pytest.mark.parametrize(
    ("part", "there", "gone"),
    [
        (Part(), "double = [2 * row for row in rows]", "print(double)"),
        (Part(), "## Three", "## In your own service"),
        (Part(), "## Two", "[Near the end](#In-your-own-service)"),
        (Part(sections=("Two",)), "### Deeper", "## Three"),
        (Part(without=("Deeper",), sections=("Two",)), "## Two", "### Deeper"),
        (Part(without=("Two",)), "rows.append(4)", "## Two"),
        (Part(exercises=(FIRST.title,)), "**Exercise 1** Do it.", "**Exercise 2** Do it."),
        (Part(sections=("Three",), keep=("unused = 3",)), "unused = 3", "## One\n\nFirst."),
    ],
)
def test_a_part_has_what_it_names(part: Part, there: str, gone: str) -> None:
    assert there in kept(part)
    assert gone not in kept(part)


def test_exercises_for_home_come_last() -> None:
    sources = kept(Part(home=(FIRST.title,)))
    assert sources[-3:] == [AT_HOME, "**Exercise 1** Do it.", answer_cell(FIRST, "q1")]


def test_ones_own_service_stays_where_a_plan_has_it() -> None:
    assert "## In your own service" in kept(Part(), own_service=True)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (Part(sections=("Four",)), "story has no section 'Four'"),
        (Part(without=("Four",)), "story has no section 'Four'"),
        (Part(exercises=("Four",)), "story has no exercise 'Four'"),
        (Part(home=("Four",)), "story has no exercise 'Four'"),
        (Part(keep=("four",)), "story has no cell 'four'"),
        (Part(late=("Four",)), "story has no section or exercise 'Four'"),
    ],
)
def test_what_a_part_names_has_to_be_there(part: Part, told: str) -> None:
    with pytest.raises(CannotCut, match=told):
        kept(part)


def test_a_name_that_nothing_defines_is_told_with_its_cell() -> None:
    with pytest.raises(CannotCut, match="story, cell 'print.holder.' uses 'holder', and no other"):
        cut("story", [code("print(holder)")], Part())


@pytest.mark.parametrize("path", notebook_files(), ids=lambda path: path.stem)
def test_every_name_of_a_notebook_is_found(path: Any) -> None:
    cut(path.stem, content_of(path)["cells"], Part(path.stem))


def test_a_heading_amid_a_text_begins_a_section() -> None:
    first, second = sections_of(
        [text("The end.\n\n## Next\n\nThe start.\n```\n## no heading\n```")]
    )
    assert [source_of(cell) for cell in first.cells] == ["The end."]
    assert second.title == "Next"
    assert [cell["id"] for cell in second.cells] == ["The end.-1"]


@pytest.mark.parametrize(
    ("source", "used", "defined", "changed"),
    [
        ("b = a", {"a"}, {"b"}, set()),
        ("a = a + 1", {"a"}, {"a"}, set()),
        ("a += 1", {"a"}, {"a"}, set()),
        ("for a in b:\n    c = a", {"b"}, {"a", "c"}, set()),
        ("with f() as s:\n    s.add(t)", {"f", "t"}, {"s"}, set()),
        ("d = [i for i in a if i in b]", {"a", "b"}, {"d"}, set()),
        ("def f(x, y=k):\n    return x + g", {"g", "k"}, {"f"}, set()),
        ("def f():\n    return g()\n\n\ndef g():\n    return f()", set(), {"f", "g"}, set()),
        ("class A(B):\n    x: C = D", {"B", "C", "D"}, {"A"}, set()),
        ("import a.b\nfrom c import d as e", set(), {"a", "e"}, set()),
        ("a['x'] = b", {"a", "b"}, set(), {"a"}),
        ("a.b.c = 1", {"a"}, set(), {"a"}),
        ("a.update(b)", {"a", "b"}, set(), {"a"}),
        ("@app.get('/')\ndef f():\n    return 1", {"app"}, {"f"}, {"app"}),
        ("print(a.b)", {"a"}, set(), set()),
        ("%%writefile {a}/b.py\nc = d", {"a"}, set(), {"a"}),
        ("!pytest {a}\nb = c", {"a", "c"}, {"b"}, {"a"}),
    ],
)
def test_names(source: str, used: set[str], defined: set[str], changed: set[str]) -> None:
    found = names_of(source)
    assert (found.used, found.defined, found.changed) == (used, defined, changed)


def test_a_cell_that_writes_a_file_stays_with_the_cells_that_use_its_folder() -> None:
    written = names_of("%%writefile {folder}/test_likes.py\nassert likes()")
    assert (written.used, written.changed, written.defined) == ({"folder"}, {"folder"}, set())
