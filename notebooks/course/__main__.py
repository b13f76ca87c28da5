"""python -m course: what the course can do from a terminal."""

import argparse
import sys

from course.bundle import command as bundle
from course.mine import command as mine
from course.mine import command as mine
from course.workshop import command as workshop
from course.classroom import command as classroom
from course.mine import command as mine
from course.mine import command as mine
from course.site import command as site


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m course", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    mine.add_to(commands)
    bundle.add_to(commands)
    workshop.add_to(commands)
    classroom.add_to(commands)
    site.add_to(commands)
    asked = parser.parse_args()
    return int(asked.run(asked))


if __name__ == "__main__":
    sys.exit(main())
