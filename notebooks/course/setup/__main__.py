"""python -m course.setup: makes .venv; with --open, only where it must, and opens JupyterLab."""

from __future__ import annotations

import argparse
import sys

from course.setup import ROOT, NotSetUp, is_ready, open_lab, set_up


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m course.setup", description=__doc__)
    parser.add_argument("--open", action="store_true", help="open the course when it is installed")
    asked = parser.parse_args(arguments)
    try:
        if not (asked.open and is_ready(ROOT)):
            set_up()
    except NotSetUp as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return open_lab() if asked.open else 0


if __name__ == "__main__":
    sys.exit(main())
