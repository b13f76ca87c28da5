"""Why does it not run here? Looks at this computer, and names one line that mends each fault.

What is imported at the top of these modules is the standard library alone, and any Python since
3.9 can read them: they have to work where the course does not.
"""

from __future__ import annotations

from collections.abc import Callable

from course.doctor import database, environment, machine, mine, surroundings
from course.doctor.environment import Seen
from course.doctor.report import Finding, Report

CHECKS: dict[str, Callable[[], Seen]] = {
    "python": environment.python,
    "packages": environment.packages,
    "bundle": environment.bundle,
    "passlib": environment.passlib,
    "service": environment.service,
    "kernel": environment.kernel,
    "kernel spec": environment.kernel_spec,
    "temporary": machine.temporary_folder,
    "progress": machine.progress_folder,
    "notebooks": machine.notebooks_folder,
    "disk": machine.disk,
    "loopback": machine.loopback,
    "proxy": surroundings.proxy,
    "settings": surroundings.settings,
    "shadows": surroundings.shadows,
    "port 8000": machine.port_of_the_service,
    "browser": machine.browser,
    "clock": machine.clock,
    "database": database.local_database,
    "mine": mine.own_service,
}


def doctor() -> Report:
    """Everything that the course needs, checked: a table in a notebook, text when printed."""
    return Report([examine(name) for name in CHECKS])


def examine(name: str) -> Finding:
    """One finding; a check that breaks is a fault of its own, and the others still run."""
    try:
        return Finding(name, *CHECKS[name]())
    except Exception as error:
        seen = f"could not be checked: {type(error).__name__}: {error}"
        return Finding(name, "fault", seen, environment.INSTALL)
