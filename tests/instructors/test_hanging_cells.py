"""A built notebook that doesn't come to its end is named, with the cell and what to do."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from course.workshop import running
from course.workshop.running import Faulty, run

pytestmark = pytest.mark.slow


def stored(folder: Path, source: str) -> Path:
    cell = nbformat.v4.new_code_cell(source, id="the-cell")
    first = nbformat.v4.new_code_cell("1 + 1", id="the-first")
    nbformat.write(nbformat.v4.new_notebook(cells=[first, cell]), folder / "02_some.ipynb")
    return folder / "02_some.ipynb"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            "import time; time.sleep(60)",
            r"cell the-cell didn't end within 3 seconds\. .* build again .* run it up to there",
        ),
        ("import os; os._exit(1)", r"cell the-cell ended its kernel, .* build again\."),
    ],
)
def test_a_notebook_that_stops_is_told_with_its_cell_and_with_what_to_do(
    source: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "SECONDS", 3)
    path = stored(tmp_path, source)
    with pytest.raises(Faulty, match=f"{re.escape(str(path))}, {told}"):
        run(path, tmp_path)


def test_a_kernel_that_never_answers_is_told_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unanswered(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(NotebookClient, "async_execute", unanswered)
    with pytest.raises(Faulty, match="02_some.ipynb, the start of its kernel didn't end within"):
        run(stored(tmp_path, "1"), tmp_path)
