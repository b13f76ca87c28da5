"""Run every notebook in a kernel of its own, away from the checkout, and keep it with its outputs.

What has run stays in docs/_build/executed/, and runs again when the notebook, the kit, the service
or the data have changed.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from course.site.places import EXECUTED, ROOT

SECONDS = 300  # for a cell; it runs beside another notebook
USED = ("microblog/**/*.*", "data/*.*", "notebooks/course/**/*.py", "requirements.lock")


def executed(paths: Iterable[Path]) -> dict[Path, Any]:
    """Each notebook with its outputs."""
    EXECUTED.mkdir(parents=True, exist_ok=True)
    common = fingerprint(sorted(each for pattern in USED for each in ROOT.glob(pattern)))
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
        return dict(workers.map(lambda path: (path, with_outputs(path, common)), paths))


def fingerprint(paths: Iterable[Path], start: str = "") -> str:
    found = sha256(start.encode())
    for path in paths:
        if path.suffix != ".pyc" and "course/site/" not in path.as_posix():
            found.update(path.as_posix().encode() + path.read_bytes())
    return found.hexdigest()


def with_outputs(path: Path, common: str) -> Any:
    kept = EXECUTED / path.name
    wanted = fingerprint([path], start=common)
    if kept.exists():
        found = nbformat.read(kept, as_version=4)
        if found.metadata.get("executed") == wanted:
            return found
    notebook = run(path)
    notebook.metadata["executed"] = wanted
    nbformat.write(notebook, kept)
    return notebook


def run(path: Path) -> Any:
    """The notebook after it has run from top to bottom, as JupyterLab would run it."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, kernel_name="python3", timeout=SECONDS)
    with tempfile.TemporaryDirectory(prefix="microblog-site-") as place:
        client.execute(cwd=place, env=dict(environment(path, place)), stderr=subprocess.DEVNULL)
    return notebook


def environment(path: Path, place: str) -> Iterator[tuple[str, str]]:
    """Neither settings nor progress of whoever builds the site."""
    yield from ((n, v) for n, v in os.environ.items() if not n.startswith("MICROBLOG_"))
    yield "MICROBLOG_COURSE_HOME", place
    yield "JPY_SESSION_NAME", str(path)
