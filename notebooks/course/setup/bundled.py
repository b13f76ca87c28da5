"""A course that lies in a bundle: its packages lie beside it, and no network is needed."""

from __future__ import annotations

import hashlib
import json
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

# Relative to the course's folder: pip splits this variable at spaces, and a path may hold some.
WHEELS = "../wheels"
VARIABLES = {
    "PIP_NO_INDEX": "1",
    "PIP_FIND_LINKS": WHEELS,
    "UV_NO_INDEX": "1",
    "UV_FIND_LINKS": WHEELS,
    "UV_OFFLINE": "1",
}
SYSTEMS = {
    ("Linux", "x86_64"): "linux",
    ("Linux", "aarch64"): "linux-arm",
    ("Darwin", "arm64"): "macos",
    ("Darwin", "x86_64"): "macos-intel",
    ("Windows", "AMD64"): "windows",
}
AGAIN = "Copy the whole bundle to this computer once more."


def this_computer() -> str:
    """The name that bundles give to this system and this Python, such as `linux-3.12`."""
    system = platform.system(), platform.machine()
    version = ".".join(map(str, sys.version_info[:2]))
    return f"{SYSTEMS.get(system, '-'.join(system).lower())}-{version}"


@dataclass(frozen=True)
class Bundle:
    """The folder of a bundle, the wheels of each target, and the SHA-256 of each wheel."""

    folder: Path
    targets: dict[str, list[str]]
    sums: dict[str, str]

    def faults(self, target: str = "") -> list[str]:
        """Why the course can't be installed from here on this computer, a line for each reason."""
        target = target or this_computer()
        if target not in self.targets:
            return [
                f"This bundle holds no packages for {target}; it is for "
                f"{', '.join(sorted(self.targets))}.\n"
                "Start install.py with a Python of that list, or ask for another bundle."
            ]
        wheels = self.targets[target]
        missing = [name for name in wheels if not (self.folder / "wheels" / name).is_file()]
        present = [name for name in wheels if name not in missing]
        damaged = [name for name in present if self.sum_of(name) != self.sums[name]]
        found = ((missing, "missing"), (damaged, "damaged"))
        return [f"{counted(names)} {state}. {AGAIN}" for names, state in found if names]

    def sum_of(self, name: str) -> str:
        return hashlib.sha256((self.folder / "wheels" / name).read_bytes()).hexdigest()


def counted(names: list[str]) -> str:
    """The wheels in a few words: the first, and how many more."""
    if len(names) == 1:
        return f"wheels/{names[0]} is"
    return f"wheels/{names[0]} and {len(names) - 1} more are"


def bundle_of(root: Path) -> Bundle | None:
    """The bundle that a course lies in, if it does."""
    manifest = root.parent / "manifest.json"
    if not (manifest.is_file() and (root.parent / "wheels").is_dir()):
        return None
    read = json.loads(manifest.read_text("utf-8"))
    return Bundle(root.parent, read["targets"], read["sums"])
