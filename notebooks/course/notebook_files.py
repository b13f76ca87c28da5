"""The notebooks as files: their cells, read and written as Jupyter stores them."""

import json
from pathlib import Path
from typing import Any

NOTEBOOKS = Path(__file__).parents[1]
Cell = dict[str, Any]


def notebook_files() -> list[Path]:
    """All notebooks, those that lie deeper behind the one whose number they have."""
    found = [*NOTEBOOKS.glob("*.ipynb"), *NOTEBOOKS.glob("deeper/*.ipynb")]
    return sorted(found, key=lambda path: path.name)


def content_of(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def write(path: Path, content: dict[str, Any]) -> bool:
    """Store a notebook; whether the file changed."""
    before = path.read_bytes() if path.exists() else b""
    after = (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()
    if after != before:
        path.write_bytes(after)
    return after != before


def source_of(cell: Cell) -> str:
    return "".join(cell["source"])


def lines_of(source: str) -> list[str]:
    """The text of a cell as it is stored: a list of its lines."""
    return source.splitlines(keepends=True)


def tags_of(cell: Cell) -> set[str]:
    return set(cell["metadata"].get("tags", ()))
