"""python -m course: what the course can do from a terminal."""

import argparse
import sys

from course.bundle import command as bundle
from course.classroom import command as classroom
from course.mine import command as mine
from course.site import command as site
from course.workshop import command as workshop


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m course", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    for each in (mine, site, workshop, classroom, bundle):
        each.add_to(commands)
    asked = parser.parse_args()
    return int(asked.run(asked))


if __name__ == "__main__":
    sys.exit(main())
