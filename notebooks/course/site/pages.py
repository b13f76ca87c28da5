"""An executed notebook as a page of the site: drawings, links, exercises that unfold."""

import re
from base64 import b64decode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from nbformat.v4 import new_markdown_cell

from course.exercises import EXERCISES
from course.exercises.cells import ASKED
from course.exercises.exercise import Exercise
from course.notebook_files import tags_of
from course.pairs.display import REFERENCE
from course.site.places import ROOT, SOURCE

FENCE = re.compile(r"^```mermaid\n(.*?)^```$", re.M | re.S)
TO_REFERENCE = re.compile(rf"\]\(([./\w]*{Path(REFERENCE).stem})\.ipynb(?:#cell-id=([\w-]+))?\)")
TO_HEADING = re.compile(r"\]\(#[\w-]+\)")
EMBEDDED = re.compile(r'src="data:image/png;base64,([^"]+)"')
FRAME = re.compile(r"<iframe\b.*?</iframe>", re.S)
PICTURES = "pictures"
FRAME_INSTEAD = (
    '<p class="instead">JupyterLab shows the running service here. This site has '
    '<a href="{up}api/index.html">the same description</a>.</p>'
)
Draw = Callable[[str, str], str]
Link = Callable[[str], str]


class Page:
    """One notebook on its way to the site. `up` leads from its page to the site's top."""

    def __init__(self, path: Path, draw: Draw) -> None:
        self.name = path.relative_to(ROOT)
        self.up = "../" * (len(self.name.parts) - 1)
        self.draw = draw
        self.exercises = {each.id: each for each in EXERCISES if each.notebook == path.stem}

    def of(self, notebook: Any, link: Link) -> Any:
        """The notebook with its cells as the site shows them; `link` links terms in a text."""
        cells = []
        for place, cell in enumerate(notebook.cells):
            if cell.cell_type == "markdown":
                source = link(cell.source) if place else cell.source
                cell.source = self.text(source, instructor="instructor" in tags_of(cell))
                cells.append(cell)
            else:
                cells += self.code(cell)
        notebook.cells = [*cells, markdown("on-paper", self.on_paper())]
        return notebook

    def text(self, source: str, instructor: bool = False) -> str:
        source = FENCE.sub(lambda fence: self.draw(fence[1], self.up), source)
        source = with_links(source)
        return f'<div class="instructor">\n\n{source}\n\n</div>' if instructor else source

    def code(self, cell: Any) -> list[Any]:
        cell.outputs = [self.output(each) for each in cell.outputs]
        if asked := ASKED.search(cell.source):
            cell.outputs = []
            return [cell, markdown(f"{cell.id}-help", unfolding(self.exercises[asked[2]]))]
        return [cell]

    def output(self, output: Any) -> Any:
        if output.output_type == "stream":
            output.text = output.text.replace(str(ROOT), "microblog")
        shown = output.get("data", {})
        if "text/vnd.mermaid" in shown:
            output.data = {"text/html": self.draw(shown["text/vnd.mermaid"], self.up)}
        for kind in ("text/markdown", "text/html"):
            if kind in shown:
                shown[kind] = self.tidied(shown[kind])
        return output

    def tidied(self, shown: str) -> str:
        shown = FRAME.sub(FRAME_INSTEAD.format(up=self.up), shown.replace(str(ROOT), "microblog"))
        return EMBEDDED.sub(self.picture, with_links(shown, "html"))

    def picture(self, found: re.Match[str]) -> str:
        """An image that is a file of its own, so that a page is there before its pictures."""
        content = b64decode(found[1])
        name = f"{sha256(content).hexdigest()[:12]}.png"
        folder = SOURCE / "_static" / PICTURES
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
        width, height = (int.from_bytes(content[at : at + 4]) for at in (16, 20))
        size = f'width="{width}" height="{height}" loading="lazy"'
        return f'src="{self.up}_static/{PICTURES}/{name}" {size}'

    def on_paper(self) -> str:
        if not self.exercises:
            return ""
        place = f"{self.up}sheets/{self.name.stem}"
        return (
            f'<p class="on-paper">On paper: <a href="{place}_exercises.pdf">the exercises</a> and '
            f'<a href="{place}_solutions.pdf">their solutions</a> of this notebook.</p>'
        )


def with_links(source: str, ending: str = "md") -> str:
    """Links to the reference lead to the page on which all pairs can be searched; those to a
    heading of the same notebook are written as JupyterLab has them, with capitals."""

    def replaced(found: re.Match[str]) -> str:
        return f"]({found[1]}.{ending}{'#' + found[2] if found[2] else ''})"

    source = TO_HEADING.sub(lambda found: found[0].lower(), source)
    return TO_REFERENCE.sub(replaced, source)


def markdown(name: str, source: str) -> Any:
    return new_markdown_cell(source, id=name[:64])


def unfolding(exercise: Exercise) -> str:
    """The hints of an exercise, one behind the other, and its solution."""
    hints = "\n\n".join(
        folded(f"Hint {number} of {len(exercise.hints)}", hint)
        for number, hint in enumerate(exercise.hints, start=1)
    )
    solution = folded("Solution", exercise.solution().data.removeprefix("**One solution:**"))
    return f'<div class="help">\n\n{hints}\n\n{solution}\n\n</div>'


def folded(summary: str, text: str) -> str:
    return f"<details><summary>{summary}</summary>\n\n{text.strip()}\n\n</details>"
