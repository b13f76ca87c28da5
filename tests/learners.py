"""Answers that learners would give, apart from those in the exercises' own files."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).parent / "exercises" / "answers"


@dataclass(frozen=True)
class Learners:
    """Answers to one exercise as code, with its imports. `named` maps a wrong answer to the name of
    the mistake that it must be told; in `unnamed`, no cause may be told."""

    right: tuple[str, ...]
    named: dict[str, str]
    unnamed: tuple[str, ...]


def learners() -> dict[tuple[str, str], Learners]:
    """The answers of each exercise, by the folder and the name of its file."""
    found = {}
    for path in sorted(FOLDER.glob("*/*.py")):
        key = path.parent.name, path.stem
        found[key] = import_module(f"answers.{key[0]}.{key[1]}").LEARNERS
    return found
