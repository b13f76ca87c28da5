"""Every notebook runs: untouched, twice, solved, from elsewhere, fenced in; and leaves nothing."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from checkout import Checkout, copied_to
from reading import ALL, Cell, cells_of

from course import EXERCISES, exercise

pytestmark = pytest.mark.slow
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
def untouched(checkout: Checkout) -> Recorder:
    """Runs a notebook as it is, twice in one kernel, and notes which files it left."""

    @cache
    def record(path: Path) -> dict[str, Any]:
        before = checkout.files()
        noted = checkout.record(path.name, [{}, {}], checkout.folder / "notebooks")
        after = checkout.files()
        changed = {name for name in before | after if before.get(name) != after.get(name)}
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


def others(said: dict[str, str], outcome: str) -> dict[str, str]:
    return {cell: text for cell, text in said.items() if not text.startswith(f"{outcome}. ")}


@every_notebook
def test_an_untouched_notebook_runs_green(path: Path, untouched: Recorder) -> None:
    first, _ = untouched(path)["runs"]
    assert problems(path, first) == []
    said = verdicts(path, first)
    assert len(said) == len([each for each in EXERCISES if each.notebook == path.stem])
    assert others(said, "Not attempted") == {}


@every_notebook
def test_a_notebook_runs_twice_in_one_kernel(path: Path, untouched: Recorder) -> None:
    first, second = untouched(path)["runs"]
    assert problems(path, second) == []
    assert first.keys() == second.keys()
    assert verdicts(path, second) == verdicts(path, first)


@every_notebook
def test_a_notebook_leaves_nothing_behind(path: Path, untouched: Recorder) -> None:
    noted = untouched(path)
    assert noted["held"] == [], f"{path.name} leaves these in its kernel"
    assert noted["changed"] == [], f"{path.name} leaves these in the checkout"
    left = [name for name in noted["temporary"] if not cached_database(name)]
    assert left == [], f"{path.name} leaves these in the temporary folder"
    assert len(noted["temporary"]) <= 1, f"{path.name} made a second cached database"


def cached_database(name: str) -> bool:
    return re.fullmatch(r"microblog-course-[0-9a-f]+\.db", name) is not None


def solutions(path: Path) -> dict[int, str]:
    """For each cell that checks an answer, the exercise's own solution and the same check."""
    ids = dict(re.findall(r'^(\w+) = exercise\("([\d.]+)"\)', source_of(path), re.M))
    solved = {}
    for cell in check_cells(path):
        found = re.search(r"^(\w+)\.check\(answer\)$", cell.source, re.M)
        assert found, f"{cell} checks something else than `answer`"
        assert re.search(r"^answer = ", cell.source, re.M), f"{cell} has no `answer = …`"
        solution = exercise(ids[found[1]]).solution_code.strip()
        solved[cell.number] = f"{solution}\n{found[0]}"
    return solved


def source_of(path: Path) -> str:
    return "\n".join(cell.source for cell in cells_of(path) if cell.kind == "code")


@every_notebook
def test_a_solved_notebook_is_correct_from_another_folder(path: Path, checkout: Checkout) -> None:
    noted = checkout.record(path.name, [solutions(path)], start_in=checkout.home)
    (outputs,) = noted["runs"]
    assert problems(path, outputs) == []
    assert others(verdicts(path, outputs), "Correct") == {}


@cache
def network_cut() -> tuple[str, ...]:
    """A command in front of another one that leaves it the loopback alone; empty if none works."""
    start = ("sh", "-c", 'ip link set lo up && exec "$@"', "sh")
    for kind in (("--net",), ("--map-root-user", "--net")):  # as root, and as anybody else
        if runs("unshare", *kind, *start, "true"):
            return ("unshare", *kind, *start)
    return ()


@cache
def no_privileges() -> tuple[str, ...]:
    """A command in front of another one that takes root's power to write anywhere."""
    command = ("setpriv", "--inh-caps=-all", "--bounding-set=-all")
    return command if runs(*network_cut(), *command, "true") else ()


def runs(*command: str) -> bool:
    found = shutil.which(command[0]) is not None
    return found and subprocess.run(command, capture_output=True, check=False).returncode == 0


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody may write in there, except who may write everywhere."""
    paths = [path for path in (folder, *folder.rglob("*")) if not path.is_symlink()]
    modes = {path: path.stat().st_mode for path in paths}
    try:
        for path, mode in modes.items():
            path.chmod(mode & ~0o222)
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@pytest.fixture(scope="module")
def fenced(checkout: Checkout) -> Recorder:
    """Runs a notebook in a read-only checkout, and without a network where that can be done."""

    @cache
    def record(path: Path) -> dict[str, Any]:
        fence = (*network_cut(), *no_privileges())
        with read_only(checkout.folder):
            return checkout.record(path.name, [{}], checkout.folder / "notebooks", fence)

    return record


needs_cut_network = pytest.mark.skipif(
    not network_cut(),
    reason="cutting the network takes `unshare` and `ip`, and the right to use them",
)
needs_read_only = pytest.mark.skipif(
    os.name == "nt" or (os.geteuid() == 0 and not no_privileges()),
    reason="a folder is read-only for root only where `setpriv` can take its privileges",
)


@needs_read_only
@every_notebook
def test_a_notebook_runs_in_a_read_only_checkout(path: Path, fenced: Recorder) -> None:
    (outputs,) = fenced(path)["runs"]
    assert problems(path, outputs) == []


@needs_cut_network
@every_notebook
def test_a_notebook_runs_without_a_network(path: Path, fenced: Recorder) -> None:
    (outputs,) = fenced(path)["runs"]
    assert problems(path, outputs) == []


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
    command = [*network_cut(), *no_privileges(), checkout.python, "-c", f"import socket\n{code}"]
    done = subprocess.run(command, cwd=checkout.folder, capture_output=True, text=True, check=False)
    return done.stderr
