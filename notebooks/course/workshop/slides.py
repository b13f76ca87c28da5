"""Slides of a plan's key moments: its questions, predictions, drawings, exercises, key points.

All come from the notebooks. One HTML file holds everything, so that it needs no network.
"""

import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from nbconvert.filters import Highlight2HTML, markdown2html, strip_ansi

from course.notebook_files import Cell, content_of, source_of, tags_of
from course.workshop.drawings import described, with_drawings
from course.workshop.lesson import Lesson
from course.workshop.plan import Plan
from course.workshop.sections import ASKED, HEADING, OPENING, sections_of

PAGE = Path(__file__).with_name("slides.html")
DIAGRAM = re.compile(r"```mermaid\n(.*?)^```", re.M | re.S)
RUN = re.compile(r" Write [^.?]*\b(?:down|numbers)[^.?]*\.$")
BOLD_TASK = re.compile(r"\*\*(Exercise .*?)\*\*")


def slides_of(plan: Plan, lessons: list[Lesson], solved: list[Path]) -> str:
    """The page with the slides; `solved` are the notebooks with their outputs."""
    found = dict(zip([lesson.part.notebook for lesson in lessons], solved, strict=True))
    titles = {lesson.part.notebook: lesson.title for lesson in lessons}
    shown = [slide("", f"# {plan.title}\n\n{plan.outcome}")]
    for session in plan.sessions:
        if len(plan.sessions) > 1:
            shown.append(slide("", f"# {session.title}"))
        for part in session.parts:
            if part.notebook:
                shown.append(slide(part.notebook, f"# {titles[part.notebook]}"))
                shown += moments_of(content_of(found[part.notebook])["cells"])
            else:
                shown.append(slide("", f"# Break\n\n{part.pause} minutes"))
    return Template(PAGE.read_text(encoding="utf-8")).substitute(
        title=escape(plan.title), slides=with_drawings("\n".join(shown))
    )


def moments_of(cells: list[Cell]) -> Iterator[str]:
    for section in sections_of(cells):
        asked = None  # the cell that the slide before asked about
        for cell, after in zip(section.cells, [*section.cells[1:], None], strict=True):
            if "predict" in tags_of(cell) and after:
                question, asked = prediction(cell), after
                yield slide(section.title, f"## {question}", code_html(after))
                yield slide(section.title, RUN.sub("", question), outputs_html(after))
            elif "drawing" in tags_of(cell) and cell is not asked:
                yield slide(section.title, drawing(cell), outputs_html(cell))
            elif after and ASKED.search(source_of(after)) and "core" in tags_of(cell):
                yield slide(section.title, BOLD_TASK.sub(r"## \1\n\n", source_of(cell), count=1))
            elif section.title == "Key points":
                yield slide("", source_of(cell))


def slide(where: str, text: str, html: str = "") -> str:
    place = "" if where == OPENING else where
    above = f'<p class="where">{escape(place)}</p>' if place else ""
    return f"<section>{above}{in_html(text)}{html}</section>"


def prediction(cell: Cell) -> str:
    """What is to be predicted: the last paragraph. What leads to it is told."""
    return source_of(cell).rpartition("\n\n")[2].replace("**Predict.** ", "", 1)


def drawing(cell: Cell) -> str:
    """The diagram in a text, or all of a text that draws in another way."""
    if cell["cell_type"] == "code":
        return ""
    found = DIAGRAM.search(source_of(cell))
    return found[0] if found else HEADING.sub("", source_of(cell)).strip()


def in_html(text: str) -> str:
    """Markdown as HTML, each diagram described and marked."""
    html: str = markdown2html(DIAGRAM.sub(lambda found: described(found[1]), text))
    return html


def code_html(cell: Cell) -> str:
    html: str = Highlight2HTML()(source_of(cell), language="python")
    return html


def outputs_html(cell: Cell) -> str:
    return "".join(map(output_html, cell.get("outputs", [])))


def output_html(output: dict[str, Any]) -> str:
    """The richest form of an output that a page shows by itself."""
    if output["output_type"] == "stream":
        return plain(output["text"])
    data = output.get("data", {})
    for kind, show in SHOWN.items():
        if kind in data:
            return show("".join(data[kind]))
    return ""


def plain(text: str | list[str]) -> str:
    return f"<pre>{escape(strip_ansi(''.join(text)))}</pre>"


def picture(data: str) -> str:
    return f'<img alt="" src="data:image/png;base64,{data}">'


SHOWN: dict[str, Callable[[str], str]] = {
    "text/vnd.mermaid": described,
    "text/html": str,
    "image/svg+xml": str,
    "image/png": picture,
    "text/markdown": in_html,
    "text/plain": plain,
}
