"""Run built notebooks, and say what is wrong with them."""

import asyncio
import os
import re
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError

from course.exercises.result import Outcome
from course.notebook_files import source_of

SECONDS = 300  # for a cell
HUNG = (
    "{place} didn't end within {seconds} seconds. If the computer is busy, build again when it "
    "isn't. Else open the notebook and run it up to there: does it wait for a server, for a lock "
    "or for input?"
)
DIED = (
    "{place} ended its kernel, usually because the memory was full. Close other programs and "
    "build again."
)


class Faulty(Exception):
    """Built notebooks that don't run as they should."""


def run(path: Path, home: Path) -> list[Any]:
    """The cells of a notebook with what they show. It runs in `home`, a folder to throw away."""
    notebook = nbformat.read(path, as_version=4)
    settings = {name: v for name, v in os.environ.items() if not name.startswith("MICROBLOG_")}
    own = {"MICROBLOG_COURSE_HOME": str(home), "JPY_SESSION_NAME": str(path)}
    place = [f"{path}, the start of its kernel"]
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=SECONDS,
        allow_errors=True,
        on_cell_start=lambda cell, cell_index: place.append(f"{path}, cell {cell['id']}"),
    )
    client.extra_arguments = ["--log-level=ERROR"]
    try:
        asyncio.run(client.async_execute(cwd=str(home), env=settings | own))
    except DeadKernelError:
        raise Faulty(DIED.format(place=place[-1])) from None
    except (CellTimeoutError, AssertionError):  # the second: outside of a cell, nbclient has none
        raise Faulty(HUNG.format(place=place[-1], seconds=SECONDS)) from None
    return list(notebook.cells)


def faults(cells: list[Any], outcome: Outcome) -> list[str]:
    """Every error, and every exercise that ended otherwise."""
    found = []
    for cell in cells:
        outputs = cell.get("outputs", [])
        errors = [each for each in outputs if each["output_type"] == "error"]
        found += [f"cell {cell['id']}: {each['ename']}: {each['evalue']}" for each in errors]
        if re.search(r"^\w+\.check\(", source_of(cell), re.M) and cell["cell_type"] == "code":
            said = "".join(each.get("data", {}).get("text/plain", "") for each in outputs)
            if not errors and not said.startswith(f"{outcome.capitalize()}."):
                found.append(f"cell {cell['id']}: {said}")
    return found
