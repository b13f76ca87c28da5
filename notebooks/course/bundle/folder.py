"""The folder of a bundle: the course, the wheels, the site, and how to install it."""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from course.bundle.targets import Target
from course.bundle.wheels import NotBundled, fetch, prove
from course.setup import ROOT

GIVEN = Path(__file__).parent / "given"
SITE = ROOT / "docs" / "_build" / "site"
MANIFEST = "manifest.json"


def make(folder: Path, chosen: Sequence[Target], say: Callable[[str], object]) -> None:
    """Make the bundle; an older one in the same folder is replaced when the new one is whole.

    Raises NotBundled when the folder holds something else, this isn't a git checkout, or wheels
    can't be had.
    """
    if folder.exists() and not (folder / MANIFEST).is_file():
        raise NotBundled(f"{folder} is there, and is no bundle. Name another one: --to FOLDER")
    with TemporaryDirectory(dir=folder.parent, prefix=".bundle-") as scratch:
        Path(scratch).chmod(0o755)  # as any folder, not for its owner alone
        fill(Path(scratch), chosen, say)
        if folder.exists():
            shutil.rmtree(folder)
        shutil.copytree(scratch, folder, copy_function=os.replace)


def fill(folder: Path, chosen: Sequence[Target], say: Callable[[str], object]) -> None:
    wheels = folder / "wheels"
    wheels.mkdir()
    clone(folder / "course")
    held = {}
    for target in chosen:
        say(f"Fetching the wheels for {target.name} ...")
        held[target.name] = fetch(target, wheels)
        prove(target, wheels)
    for path in GIVEN.iterdir():
        shutil.copy(path, folder)
    if SITE.is_dir():
        shutil.copytree(SITE, folder / "site")
    else:
        say("Without the site and the sheets: `make site` makes them, then make the bundle again.")
    write_manifest(folder, held)


def clone(course: Path) -> None:
    """The course as it was last committed, with enough of git for `git restore`."""
    git = ["git", "clone", "--quiet", "--depth", "1", ROOT.as_uri(), str(course)]
    done = subprocess.run(git, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise NotBundled(f"The course can't be copied; is {ROOT} a git checkout?\n{done.stderr}")
    subprocess.run(["git", "-C", str(course), "remote", "remove", "origin"], check=True)


def write_manifest(folder: Path, held: dict[str, list[str]]) -> None:
    wheels = sorted((folder / "wheels").iterdir())
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in wheels}
    text = json.dumps({"targets": held, "sums": sums}, indent=1)
    (folder / MANIFEST).write_text(text + "\n", "utf-8")


def megabytes(folder: Path) -> int:
    """The size of all files in the folder, in MB."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 10**6
