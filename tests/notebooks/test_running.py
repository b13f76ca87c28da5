"""Every notebook runs from elsewhere, fenced in, and leaves nothing: untouched and without its
optional cells, then once more in the same kernel, whole and solved. (As its reader finds it, each
one runs in `browser/test_jupyterlab.py`.)"""

import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from checkout import Checkout, copied_to
from notebooks.fences import fence, needs_cut_network, needs_read_only, read_only
from notebooks.reading import ALL, Cell, cells_of

from course import EXERCISES
from course.notebook_files import NOTEBOOKS, content_of, source_of, tags_of
from course.workshop.handing_out import solved

pytestmark = pytest.mark.slow
# What JupyterLab, matplotlib, the sample data and the progress of exercises may leave at home.
OF_A_HOME = {".cache", ".ipython", ".jupyter", ".local", "AppData", "Library", "mpl"}
Outputs = dict[str, list[dict[str, Any]]]  # of each code cell, by its number
Recorder = Callable[[Path], dict[str, Any]]

# All tests of one notebook share its runs, so they stay in one worker.
every_notebook = pytest.mark.parametrize(
    "path",
    [pytest.param(path, id=path.stem, marks=pytest.mark.xdist_group(path.stem)) for path in ALL],
)


@pytest.fixture(scope="module")
def checkout() -> Iterator[Checkout]:
    with tempfile.TemporaryDirectory(prefix="microblog-running-") as folder:
        yield copied_to(Path(folder))


@pytest.fixture(scope="module")
def recorded(checkout: Checkout) -> Recorder:
    """Runs a notebook twice in one kernel, without its optional cells and then with the solutions
    of its exercises: from another folder, in a read-only checkout, and without a network where that
    can be done. Notes which files it left."""

    @cache
    def record(path: Path) -> dict[str, Any]:
        before = checkout.files()
        notebook = path.relative_to(NOTEBOOKS).as_posix()
        with read_only(checkout.folder):
            runs = [optional(path), solutions(path)]
            noted = checkout.record(notebook, runs, checkout.home, fence())
        after = checkout.files()
        changed = {name for name in before | after if before.get(name) != after.get(name)}
        changed |= {f"~/{name}" for name in os.listdir(checkout.home) if name not in OF_A_HOME}
        return noted | {"changed": sorted(changed), "temporary": sorted(os.listdir(checkout.temp))}

    return record


def check_cells(path: Path) -> list[Cell]:
    return [cell for cell in cells_of(path) if re.search(r"^\w+\.check\(", cell.source, re.M)]


def problems(path: Path, outputs: Outputs) -> list[str]:
    """Every error and every word on stderr, with its cell."""
    found = []
    for number, shown in outputs.items():
        for output in shown:
            if output["output_type"] == "error":
                found.append(f"{path.name}, cell {number}: {output['ename']}: {output['evalue']}")
            elif output.get("name") == "stderr":
                found.append(f"{path.name}, cell {number}, on stderr: {output['text']}")
    return found


def verdicts(path: Path, outputs: Outputs) -> dict[str, str]:
    """What each check says, as text, by its cell."""
    said = {}
    for cell in check_cells(path):
        shown = outputs.get(str(cell.number), [])
        said[str(cell)] = "".join(each.get("data", {}).get("text/plain", "") for each in shown)
    return said


def others(said: dict[str, str], outcome: str) -> list[str]:
    """The checks that say something else."""
    return [
        f"{cell}: {text!r}" for cell, text in said.items() if not text.startswith(f"{outcome}. ")
    ]


def optional(path: Path) -> dict[int, str]:
    """For each optional code cell, nothing."""
    cells = (cell for cell in cells_of(path) if cell.kind == "code")
    return {cell.number: "" for cell in cells if "optional" in tags_of(cell.raw)}


@every_notebook
def test_a_notebook_runs_green_without_its_optional_cells(path: Path, recorded: Recorder) -> None:
    first, _ = recorded(path)["runs"]
    assert not (found := problems(path, first)), "\n".join(found)
    said = verdicts(path, first)
    assert len(said) == len([each for each in EXERCISES if each.notebook == path.stem])
    assert not (found := others(said, "Not attempted")), "\n".join(found)


@every_notebook
def test_a_notebook_runs_again_in_the_same_kernel(path: Path, recorded: Recorder) -> None:
    first, second = recorded(path)["runs"]
    assert not (found := problems(path, second)), "\n".join(found)
    assert first.keys() == second.keys()


@every_notebook
def test_a_notebook_leaves_nothing_behind(path: Path, recorded: Recorder) -> None:
    noted = recorded(path)
    left = [f"{path.name} leaves in its kernel: {each}" for each in noted["held"]]
    left += [f"{path.name} leaves or changes {each}" for each in noted["changed"]]
    left += [f"{path.name} leaves in the temporary folder: {name}" for name in noted["temporary"]]
    assert not left, "\n".join(left)


def solutions(path: Path) -> dict[int, str]:
    """For each cell that checks an answer, the exercise's own solution and the same check."""
    cells = content_of(path)["cells"]
    return {
        number: source_of(after)
        for number, (before, after) in enumerate(zip(cells, solved(cells), strict=True), start=1)
        if before["cell_type"] == "code" and after != before
    }


@every_notebook
def test_a_solved_notebook_is_correct(path: Path, recorded: Recorder) -> None:
    _, second = recorded(path)["runs"]
    assert not (found := others(verdicts(path, second), "Correct")), "\n".join(found)


@needs_read_only
def test_a_read_only_checkout_cannot_be_written(checkout: Checkout) -> None:
    with read_only(checkout.folder):
        for where in (".", "notebooks", "notebooks/course"):
            said = try_behind_the_fence(checkout, f"open({where!r} + '/new', 'w')")
            assert "PermissionError" in said


@needs_cut_network
def test_a_cut_network_still_has_the_loopback(checkout: Checkout) -> None:
    outside = "socket.create_connection(('192.0.2.1', 80), timeout=5)"
    assert "Network is unreachable" in try_behind_the_fence(checkout, outside)
    loopback = "with socket.create_server(('127.0.0.1', 0)) as server:\n"
    loopback += "    socket.create_connection(server.getsockname()).close()"
    assert try_behind_the_fence(checkout, loopback) == ""


def try_behind_the_fence(checkout: Checkout, code: str) -> str:
    """The error that the code ends in, if any."""
    command = [*fence(), str(checkout.python), "-c", f"import socket\n{code}"]
    done = subprocess.run(command, cwd=checkout.folder, capture_output=True, text=True, check=False)
    return done.stderr
