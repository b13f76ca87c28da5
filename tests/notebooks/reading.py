"""Read notebooks: their cells, by number as JupyterLab's reader counts them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.notebook_files import NOTEBOOKS, content_of, notebook_files, source_of

PATH = sorted(NOTEBOOKS.glob("*.ipynb"))  # what a learner walks, and the reference
DEEPER = sorted(NOTEBOOKS.glob("deeper/*.ipynb"))  # what may be left out
ALL = notebook_files()


@dataclass(frozen=True)
class Cell:
    notebook: str
    number: int
    kind: str
    source: str
    raw: dict[str, Any]

    @property
    def python(self) -> str:
        """The code, without the line of a magic that writes it into a file."""
        return self.source.partition("\n")[2] if self.source.startswith("%%") else self.source

    def __str__(self) -> str:
        return f"{self.notebook}, cell {self.number}"


def cells_of(path: Path) -> list[Cell]:
    return [
        Cell(path.name, number, cell["cell_type"], source_of(cell), cell)
        for number, cell in enumerate(content_of(path)["cells"], start=1)
    ]
