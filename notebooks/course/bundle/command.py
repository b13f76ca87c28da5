"""`python -m course bundle`."""

import argparse
import sys
import time
from pathlib import Path

from course.bundle.folder import make, megabytes
from course.bundle.targets import UnknownTarget, targets
from course.bundle.wheels import NotBundled
from course.setup import ROOT


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("bundle", help="put the course into a folder for no network")
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", help="such as windows or linux-3.12; none: here"
    )
    parser.add_argument("--to", metavar="FOLDER", default=ROOT / "bundle", type=Path)
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    started = time.monotonic()
    folder = asked.to.resolve()
    try:
        chosen = targets(asked.targets)
        make(folder, chosen, say)
    except (UnknownTarget, NotBundled) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    names = ", ".join(target.name for target in chosen)
    seconds = round(time.monotonic() - started)
    say(f"Made {folder} for {names}: {megabytes(folder)} MB, in {seconds} s.")
    say("README.txt in there says how to install the course from it.")
    return 0


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
