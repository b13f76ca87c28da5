"""Importing `my_service` from its files, as often as they change."""

import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from importlib import import_module, invalidate_caches
from pathlib import Path
from typing import Any

from course.mine.folder import PACKAGE, folder_of


class NoApp(Exception):
    """There is nothing that could be served; the message says why."""


def reload_mine(folder: str | Path = "mine") -> None:
    """Let the next `from my_service import …` read the files of your own service again."""
    path = str(folder_of(folder))
    _forget(path)
    sys.path.insert(0, path)


@contextmanager
def my_app(folder: Path) -> Iterator[Any]:
    """`app` of `my_service/main.py`, imported anew; the folder is the current one meanwhile, so
    that a database next to the code is found. NoApp when there is none."""
    reload_mine(folder)
    with chdir(folder):
        try:
            yield _app()
        finally:
            _forget(str(folder))


def _forget(path: str) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
        del sys.modules[name]
    if path in sys.path:
        sys.path.remove(path)
    invalidate_caches()


def _app() -> Any:
    try:
        main = import_module(f"{PACKAGE}.main")
    except ModuleNotFoundError as error:
        if error.name == f"{PACKAGE}.main":
            raise NoApp(f"There is no file {PACKAGE}/main.py yet. Step 13 makes it.") from None
        raise NoApp(f"{PACKAGE}/main.py can't be imported: {error}.") from None
    except (Exception, SystemExit) as error:
        problem = f"{type(error).__name__}: {error}"
        raise NoApp(f"{PACKAGE}/main.py can't be imported. {problem}") from None
    if not hasattr(main, "app"):
        raise NoApp(f"{PACKAGE}/main.py has no `app`.")
    return main.app
