"""Whether every pin of requirements.lock comes as a wheel, so that no laptop needs a compiler."""

import subprocess
import sys
import tomllib

import uv
from conda_environment import LOCK, ROOT

SYSTEMS = [
    "x86_64-manylinux_2_28",
    "aarch64-unknown-linux-gnu",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
    "windows",
]


def pythons() -> list[str]:
    """The versions of Python that pyproject.toml names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    versions = [
        each.removeprefix("Programming Language :: Python :: ") for each in project["classifiers"]
    ]
    return [each for each in versions if each.startswith("3.")]


def missing(system: str, python: str) -> str:
    """What uv says when it finds no wheel for one of the pins; else nothing."""
    command = [uv.find_uv_bin(), "pip", "install", "--quiet", "--dry-run", "--target", "nowhere"]
    asked = ["--python-platform", system, "--python-version", python, "--only-binary", ":all:"]
    done = subprocess.run(
        [*command, *asked, "--require-hashes", "-r", LOCK], capture_output=True, text=True
    )
    return done.stderr.strip() if done.returncode else ""


if __name__ == "__main__":
    for python in pythons():
        for system in SYSTEMS:
            if fault := missing(system, python):
                sys.exit(f"Python {python} on {system}: not every pin has a wheel.\n{fault}")
