"""Whether every pin of requirements.lock comes as a wheel, so that no laptop needs a compiler."""

import subprocess
import sys
import tomllib
from tempfile import TemporaryDirectory

import uv
from conda_environment import LOCK, ROOT

SYSTEMS = [
    "x86_64-manylinux_2_28",
    "aarch64-unknown-linux-gnu",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
    "windows",
]
CLASSIFIER = "Programming Language :: Python :: "


def pythons() -> list[str]:
    """The versions of Python that pyproject.toml names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [each for each in project["classifiers"] if each.startswith(CLASSIFIER)]
    return [each.removeprefix(CLASSIFIER) for each in named]


def fault(system: str, python: str, folder: str) -> str:
    """What uv says when one of the pins has no wheel; nothing is installed."""
    command = [uv.find_uv_bin(), "pip", "install", "--quiet", "--dry-run", "--target", folder]
    asked = ["--python-platform", system, "--python-version", python, "--only-binary", ":all:"]
    done = subprocess.run(
        [*command, *asked, "--require-hashes", "-r", LOCK], capture_output=True, text=True
    )
    return done.stderr if done.returncode else ""


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        for python in pythons():
            for system in SYSTEMS:
                if said := fault(system, python, folder):
                    sys.exit(f"Python {python} on {system}: not every pin has a wheel.\n{said}")
