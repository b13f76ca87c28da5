"""Which exercises are solved: kept in one small file in the reader's own data folder."""

import json
import os
from pathlib import Path

from course.folders import data_folder


def file() -> Path:
    return data_folder() / "progress.json"


def outcomes() -> dict[str, str]:
    """The best outcome so far of each exercise that was tried; nothing from a file that is junk."""
    try:
        kept = json.loads(file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {exercise: outcome for exercise, outcome in kept.items() if isinstance(outcome, str)}


def record(exercise_id: str, outcome: str) -> None:
    known = outcomes()
    if known.get(exercise_id) != "correct":
        _write(known | {exercise_id: outcome})


def forget(exercise_id: str) -> None:
    _write({key: value for key, value in outcomes().items() if key != exercise_id})


def forget_progress() -> None:
    """Forget which exercises were tried or solved."""
    _write({})


def _write(known: dict[str, str]) -> None:
    path = file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_text(json.dumps(known, indent=2, sort_keys=True), encoding="utf-8")
        part.replace(path)
    except OSError:
        return  # progress is a convenience: a folder that cannot be written must not stop a lesson
