"""The wheels that the lock names for a target: fetched, and proved to be enough."""

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import uv
from packaging.requirements import Requirement

from course.bundle.targets import NEWEST_MACOS, Target
from course.setup import ROOT

LOCK = ROOT / "requirements.lock"
PIN = re.compile(r"^(?P<pin>[a-z0-9].*?)(?P<hashes>(?: \\\n    --hash=\S+)+)\n", re.M)


class NotBundled(RuntimeError):
    """Why a bundle isn't made, or isn't enough for a target."""


def pins(target: Target, version: str, lock: str) -> list[str]:
    """The pins of the lock that hold for a release of Python, without conditions, with hashes."""
    chosen = []
    for found in PIN.finditer(lock):
        wanted = Requirement(found["pin"])
        if wanted.marker is None or wanted.marker.evaluate(target.markers(version)):
            chosen.append(f"{wanted.name}{wanted.specifier}{found['hashes']}\n")
    return chosen


def fetch(target: Target, wheels: Path) -> list[str]:
    """Download the target's wheels into the folder; returns their names, in order."""
    lock = LOCK.read_text("utf-8")
    asked: list[str] = []
    names: list[str] = []
    for version in target.versions:
        more = [pin for pin in pins(target, version, lock) if pin not in asked]
        names += download(target, version, "".join(more), wheels) if more else []
        asked += more
    return sorted(names)


def download(target: Target, version: str, asked: str, wheels: Path) -> list[str]:
    with TemporaryDirectory(dir=wheels.parent) as scratch:
        file, fetched = Path(scratch) / "pins.txt", Path(scratch) / "wheels"
        file.write_text(asked, "utf-8")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--disable-pip-version-check", "--only-binary", ":all:", "--require-hashes"]
        command += ["--requirement", str(file), "--dest", str(fetched), *tags(target, version)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")] or [""]
            raise NotBundled(f"The wheels for {target.name} can't be fetched.\n{said[-1]}")
        names = [path.name for path in fetched.iterdir()]
        for name in names:
            (fetched / name).replace(wheels / name)
    return names


def tags(target: Target, version: str) -> list[str]:
    """What tells pip to fetch for a computer that may not be this one."""
    platforms = [option for tag in target.system.tags for option in ("--platform", tag)]
    abi = f"cp{target.python.replace('.', '')}"
    abis = [option for each in (abi, "abi3", "none") for option in ("--abi", each)]
    return [*platforms, "--python-version", version, "--implementation", "cp", *abis]


def prove(target: Target, wheels: Path, lock: Path = LOCK) -> None:
    """Resolve the lock for the target from these wheels alone, with hashes, without a network.

    Raises NotBundled when one is missing; nothing is installed.
    """
    variables = os.environ | {"MACOSX_DEPLOYMENT_TARGET": NEWEST_MACOS.replace("_", ".")}
    for version in target.versions:
        with TemporaryDirectory() as scratch:
            command = [uv.find_uv_bin(), "pip", "install", "--quiet", "--dry-run", "--no-cache"]
            command += ["--target", scratch, "--offline", "--no-index", "--find-links", str(wheels)]
            command += ["--only-binary", ":all:", "--require-hashes", "--requirement", str(lock)]
            command += ["--python-platform", target.system.platform, "--python-version", version]
            done = subprocess.run(
                command, capture_output=True, encoding="utf-8", env=variables, check=False
            )
        if done.returncode:
            raise NotBundled(
                f"The wheels are not enough for {target.name} ({version}):\n{done.stderr}"
            )
