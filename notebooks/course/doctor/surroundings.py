"""What comes to the course from outside: variables of the shell, files that lie about."""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path
from urllib.request import (  # type: ignore[attr-defined]
    getproxies_environment,
    proxy_bypass_environment,
)

from course.doctor.environment import ROOT, Seen

LOOPBACK = "127.0.0.1"
OF_THE_KIT = ("MICROBLOG_COURSE_HOME", "MICROBLOG_TEST_DATABASE_URL", "MICROBLOG_CHROMIUM")
USED_EVERYWHERE = ("pandas", "numpy", "matplotlib", "sqlalchemy", "fastapi", "pydantic", "httpx")


def proxy() -> Seen:
    """A proxy is asked for 127.0.0.1 too, unless NO_PROXY says otherwise; it can't reach it."""
    proxies = getproxies_environment()
    names = [name for name in ("http", "all") if name in proxies]
    if not names:
        return "ok", "no variable names one for http"
    named = " and ".join(f"{name.upper()}_PROXY" for name in names)
    if proxy_bypass_environment(LOOPBACK, proxies):
        return "ok", f"{named} is set, and NO_PROXY keeps it away from {LOOPBACK}"
    seen = (
        f"{named} is set: notebooks call their servers without it, but curl and other programs "
        f"would send requests for {LOOPBACK} to the proxy, which can't reach this computer's"
    )
    return "note", seen, f"set the variable NO_PROXY to {LOOPBACK},localhost, then start again"


def settings() -> Seen:
    """The notebooks start the service themselves, and it reads these variables."""
    names = [name for name in sorted(os.environ) if name.upper().startswith("MICROBLOG_")]
    names = [name for name in names if name.upper() not in OF_THE_KIT]
    if not names:
        return "ok", "no variable changes the service"
    seen = f"the services in the notebooks follow {', '.join(names)}, so cells may differ or fail"
    return "note", seen, "unset what you don't need in the shell, then start again"


def shadows(folders: list[Path] | None = None) -> Seen:
    """A file random.py beside the notebooks is imported wherever Python's own was meant."""
    hidden = [each for folder in folders or import_folders() for each in hiding(folder)]
    if not hidden:
        return "ok", "no file here has the name of a module"
    seen = "; ".join(f"{path} hides the module {path.stem}" for path in hidden[:3])
    return "fault", seen, "rename " + ", ".join(f'"{path}"' for path in hidden)


def import_folders() -> list[Path]:
    """Where Python looks before it comes to its own modules and the installed packages."""
    named = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    folders = [ROOT / "notebooks", Path.cwd(), *[Path(each) for each in named if each]]
    installed = {Path(path).resolve() for path in sysconfig.get_paths().values()}
    resolved = dict.fromkeys(folder.resolve() for folder in folders)
    return [folder for folder in resolved if folder not in installed]


def hiding(folder: Path) -> list[Path]:
    """The files and packages in a folder that are named as a module that the course imports."""
    known = getattr(sys, "stdlib_module_names", frozenset()) | set(USED_EVERYWHERE)
    packages = [path.parent for path in folder.glob("*/__init__.py")]
    return sorted(path for path in [*folder.glob("*.py"), *packages] if path.stem in known)
