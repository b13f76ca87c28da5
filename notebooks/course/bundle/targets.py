"""Which computers a bundle can be for, and what pip and uv call them."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from course.setup import ROOT
from course.setup.bundled import this_computer

CLASSIFIER = "Programming Language :: Python :: "
# The oldest systems that are served: newer tags would fetch wheels that these refuse.
NEWEST_GLIBC = 28
NEWEST_MACOS = "13_0"


def manylinux(machine: str) -> tuple[str, ...]:
    newest_first = [f"manylinux_2_{minor}_{machine}" for minor in range(NEWEST_GLIBC, 4, -1)]
    return (*newest_first, *(f"manylinux{old}_{machine}" for old in (2014, 2010, 1)))


@dataclass(frozen=True)
class System:
    """The platform tags for pip, the platform for uv, and what a marker in the lock asks for."""

    tags: tuple[str, ...]
    platform: str
    sys_platform: str
    machine: str


SYSTEMS = {
    "linux": System(manylinux("x86_64"), "x86_64-manylinux_2_28", "linux", "x86_64"),
    "linux-arm": System(manylinux("aarch64"), "aarch64-manylinux_2_28", "linux", "aarch64"),
    "macos": System((f"macosx_{NEWEST_MACOS}_arm64",), "aarch64-apple-darwin", "darwin", "arm64"),
    "macos-intel": System(
        (f"macosx_{NEWEST_MACOS}_x86_64",), "x86_64-apple-darwin", "darwin", "x86_64"
    ),
    "windows": System(("win_amd64",), "x86_64-pc-windows-msvc", "win32", "AMD64"),
}


@dataclass(frozen=True)
class Target:
    """One system and one Python, such as `linux-3.12`."""

    name: str
    system: System
    python: str

    @property
    def versions(self) -> tuple[str, str]:
        """The oldest and a late release of this Python: the lock can tell them apart."""
        return f"{self.python}.0", f"{self.python}.99"

    def markers(self, version: str) -> dict[str, str]:
        """What the lock's conditions ask for, on this system with this release of Python."""
        return {
            "python_version": self.python,
            "python_full_version": version,
            "sys_platform": self.system.sys_platform,
            "os_name": "nt" if self.system.sys_platform == "win32" else "posix",
            "platform_machine": self.system.machine,
        }


class UnknownTarget(ValueError):
    """A name that is no target, and what the names are."""


def pythons(root: Path = ROOT) -> list[str]:
    """The versions of Python that the project supports, oldest first."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    named = [each for each in project["classifiers"] if each.startswith(CLASSIFIER)]
    return [each.removeprefix(CLASSIFIER) for each in named]


def targets(names: Sequence[str]) -> list[Target]:
    """The targets of these names: `linux-3.12`, or `linux` for each Python; none: this computer."""
    chosen: dict[str, Target] = {}
    for name in names or [this_computer()]:
        system, _, python = name.rpartition("-")
        system, versions = (name, pythons()) if name in SYSTEMS else (system, [python])
        if system not in SYSTEMS or not set(versions) <= set(pythons()):
            raise UnknownTarget(
                f"There is no target {name}. A target is a system, or a system and a Python: "
                f"windows, linux-3.12. Systems: {', '.join(SYSTEMS)}. "
                f"Pythons: {', '.join(pythons())}."
            )
        for version in versions:
            full = f"{system}-{version}"
            chosen[full] = Target(full, SYSTEMS[system], version)
    return list(chosen.values())
