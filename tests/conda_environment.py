"""Derives environment.yml from requirements.lock, so that conda users get the same versions."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
ENVIRONMENT = ROOT / "environment.yml"
PYTHON = "3.13"
HEAD = f"""\
# For conda: `conda env create`, then `conda activate microblog`.
# Made from requirements.lock by `make lock` (tests/conda_environment.py): edits here get lost.
name: microblog
channels:
  - conda-forge
dependencies:
  - python={PYTHON}
  - pip
  - pip:
"""


def pins(lock: str) -> list[str]:
    """Each `name==version ; marker` of a lock, without its hashes."""
    return re.findall(r"^([a-z0-9].*?) \\$", lock, flags=re.MULTILINE)


def environment(lock: str) -> str:
    """The text of environment.yml: Python from conda, all else as the lock says."""
    return HEAD + "".join(f"      - {pin}\n" for pin in [*pins(lock), "-e .", "-e ./notebooks"])


if __name__ == "__main__":
    ENVIRONMENT.write_text(environment(LOCK.read_text("utf-8")), "utf-8", newline="\n")
