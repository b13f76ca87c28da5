"""Where the course keeps what is the reader's own, and what is gone when the kernel stops."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

NAME = "microblog-course"
Folder = Callable[[], Path]
_made: list[Path] = []


def temporary_folder() -> Path:
    """A folder of this kernel's own; made again when somebody cleaned up while it ran."""
    if not _made or not _made[-1].is_dir():
        Path(tempfile.gettempdir()).mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="microblog-"))
        atexit.register(partial(shutil.rmtree, folder, ignore_errors=True))
        _made.append(folder)
    return _made[-1]


def data_folder() -> Path:
    """Where progress is kept; `MICROBLOG_COURSE_HOME` names another folder."""
    return _own_folder(user_data_path)


def cache_folder() -> Path:
    """What can be made again; `MICROBLOG_COURSE_HOME` names another folder."""
    return _own_folder(user_cache_path)


def _own_folder(usual: Callable[[str], Path]) -> Path:
    if named := os.environ.get("MICROBLOG_COURSE_HOME"):
        return Path(named)
    try:
        return usual(NAME)
    except RuntimeError:  # this user has no home
        return temporary_folder()
