"""Which exercises are solved: kept in one small file in the reader's own data folder."""

import json
import os
from pathlib import Path

from platformdirs import user_data_path


def file() -> Path:
    """Where progress is kept; `MICROBLOG_COURSE_HOME` names another folder."""
    folder = os.environ.get("MICROBLOG_COURSE_HOME")
    return (Path(folder) if folder else user_data_path("microblog-course")) / "progress.json"


def outcomes() -> dict[str, str]:
    """The best outcome so far of each exercise that was tried."""
    try:
        return dict(json.loads(file().read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


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
