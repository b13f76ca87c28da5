"""Read notebooks: their cells, by number as JupyterLab's reader counts them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
PATH = sorted(NOTEBOOKS.glob("*.ipynb"))  # what a learner walks, and the reference
DEEPER = sorted(NOTEBOOKS.glob("deeper/*.ipynb"))  # what may be left out
ALL = sorted(PATH + DEEPER, key=lambda path: path.name)


@dataclass(frozen=True)
class Cell:
    notebook: str
    number: int
    kind: str
    source: str
    raw: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.notebook}, cell {self.number}"


def content_of(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def cells_of(path: Path) -> list[Cell]:
    return [
        Cell(path.name, number, cell["cell_type"], "".join(cell["source"]), cell)
        for number, cell in enumerate(content_of(path)["cells"], start=1)
    ]
