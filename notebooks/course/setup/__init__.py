"""Makes the environment of the course: .venv, with the packages of requirements.lock.

Standard library alone, and readable by any Python since 3.9, so that an old one is told so.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from course.setup import bundled

ROOT = Path(__file__).resolve().parents[3]
OLDEST = (3, 11)
SOURCES = ("pyproject.toml", "notebooks/pyproject.toml", "requirements.lock")
OWN = ["--no-deps", "--editable", ".", "--editable", "notebooks"]
LAB = ["jupyterlab", "--config=notebooks/course/lab/jupyter_lab_config.py"]


class NotSetUp(Exception):
    """Why there is no environment, and what mends it."""


def python_of(root: Path) -> Path:
    """The Python of the environment."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_ready(root: Path) -> bool:
    """Whether the environment was made after the last change of what it is made from."""
    ready = root / ".venv" / "ready"
    return ready.exists() and all(
        (root / source).stat().st_mtime <= ready.stat().st_mtime for source in SOURCES
    )


def set_up(root: Path = ROOT) -> None:
    """Make .venv anew. Raises NotSetUp when that can't be done, with what helps."""
    refuse_old_python()
    variables = dict(os.environ)
    where_from = "about 250 MB, once"
    if (bundle := bundled.bundle_of(root)) is not None:
        if faults := bundle.faults():
            raise NotSetUp("\n".join(faults))
        variables |= bundled.VARIABLES
        where_from = f"from {bundle.folder / 'wheels'}"
    say(f"Making .venv with Python {sys.version.split()[0]} ...")
    make_environment(root)
    say(f"Installing the packages of requirements.lock ({where_from}) ...")
    install_packages(root, variables)
    (root / ".venv" / "ready").touch()
    say("Ready.")


def refuse_old_python(version: tuple[int, ...] = sys.version_info[:3]) -> None:
    if version < OLDEST:
        shown = ".".join(map(str, version))
        raise NotSetUp(
            f"microblog needs Python 3.11 or newer; {sys.executable} is {shown}.\n"
            "Install a newer one, or name one: make lab PYTHON=python3.13"
        )


def make_environment(root: Path) -> None:
    if not run([sys.executable, "-m", "venv", "--clear", ".venv"], root, dict(os.environ)):
        raise NotSetUp(
            f"{sys.executable} cannot make .venv. "
            "On Debian and Ubuntu, this helps: sudo apt install python3-venv"
        )


def install_packages(root: Path, variables: dict[str, str]) -> None:
    """First uv, then with it all that the lock names, then the course itself."""
    python = str(python_of(root))
    lock = (root / "requirements.lock").read_text("utf-8")
    (root / ".venv" / "uv.txt").write_text(pinned("uv", lock), "utf-8")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    uv = [python, "-m", "uv", "pip", "install", "--quiet", "--python", python]
    for command in (
        [*pip, "--require-hashes", "-r", ".venv/uv.txt"],
        [*uv, "--require-hashes", "-r", "requirements.lock"],
        [*uv, *OWN],
    ):
        if not run(command, root, variables):
            version = sys.version.split()[0]
            raise NotSetUp(
                "The packages were not installed; the lines above say why.\n"
                f"If wheels are missing for Python {version}, name another: "
                "make lab PYTHON=python3.13"
            )


def pinned(name: str, lock: str) -> str:
    """The lines of the lock that pin a package: its version and its hashes."""
    found = re.search(rf"^{name}==(.*\\\n)*.*\n", lock, re.M)
    if found is None:
        raise NotSetUp(f"requirements.lock names no {name}: run `git restore requirements.lock`")
    return found[0]


def run(command: list[str], root: Path, variables: dict[str, str]) -> bool:
    return subprocess.run(command, cwd=root, env=variables, check=False).returncode == 0


def open_lab(root: Path = ROOT) -> int:
    """JupyterLab on the first notebook, until it is stopped."""
    say("Opening JupyterLab on notebooks/00_start_here.ipynb (Ctrl+C twice stops it) ...")
    try:
        command = [str(python_of(root)), "-m", *LAB]
        return subprocess.run(command, cwd=root, check=False).returncode
    except KeyboardInterrupt:
        return 0


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
