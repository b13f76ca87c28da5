"""Is the reader's own service in order, where there is one?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from course.doctor.environment import ROOT, Seen

GIVEN = Path(__file__).resolve().parents[1] / "mine" / "given"
STEPS_FILE = Path("tests") / "test_steps.py"
SECONDS = 60
IMPORT_ALL = """
import importlib, pkgutil, sys
sys.path.insert(0, ".")
package = importlib.import_module("my_service")
for found in pkgutil.walk_packages(package.__path__, "my_service."):
    if not found.name.endswith("__main__"):
        try:
            importlib.import_module(found.name)
        except BaseException as error:
            sys.exit(f"{found.name} can't be imported: {type(error).__name__}: {error}")
"""


def own_service(folder: Path = ROOT / "mine") -> Seen:
    """What is odd there is a note: it's the reader's code, and stops nothing else."""
    if not folder.exists():
        return "ok", "there is no service of your own yet; `make mine` makes one"
    package = folder / "my_service"
    if not (package / "__init__.py").exists():
        return (
            "note",
            f"{package} has no __init__.py",
            f'make an empty file "{package}/__init__.py"',
        )
    if shadowing := shadows(folder):
        names = " and ".join(path.name for path in shadowing)
        seen = f"in {folder}, {names} hides a package of the same name"
        return "note", seen, f"give {names} another name"
    problem = import_problem(folder)
    if problem:
        return "note", problem, f'mend that line in "{package}"'
    file = folder / STEPS_FILE
    if not file.exists() or file.read_bytes() != (GIVEN / STEPS_FILE).read_bytes():
        seen = f"{file} isn't the file that the course gives today"
        return "note", seen, f'"{sys.executable}" -m course mine --refresh'
    return "ok", f"my_service can be imported from {folder}"


def shadows(folder: Path) -> list[Path]:
    """Files and folders whose names Python would find before the packages that are installed."""
    taken = {"microblog", "course", "fastapi", "sqlalchemy", "pydantic", "pytest", "jose", "typing"}
    return sorted(path for path in folder.iterdir() if path.stem in taken)


def import_problem(folder: Path) -> str:
    """Why not every module of my_service can be imported, asked in a process of its own."""
    command = [sys.executable, "-c", IMPORT_ALL]
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"importing my_service takes longer than {SECONDS} seconds"
    lines = done.stderr.strip().splitlines()
    return lines[-1] if done.returncode and lines else ""
