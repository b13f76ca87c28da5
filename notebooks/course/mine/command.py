"""`python -m course mine`."""

import argparse
import sys
from pathlib import Path

from course.mine.folder import folder_of, has_older_checks, make, refresh
from course.mine.steps import STEPS

READ_ON = "README.md in there says how to go on."


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("mine", help="make a folder for a service of your own")
    parser.add_argument("--step", type=int, default=0, help="start from the solution after a step")
    parser.add_argument("--again", metavar="FOLDER", help="make another one, in this folder")
    parser.add_argument("--refresh", action="store_true", help="bring the newest checks")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    if not 0 <= asked.step <= len(STEPS):
        return say(f"There are steps 1 to {len(STEPS)}.", 1)
    folder = Path(asked.again).resolve() if asked.again else folder_of()
    if asked.refresh:
        return bring_newest_checks(folder)
    try:
        make(folder, asked.step)
    except FileExistsError:
        return leave(folder, refused=bool(asked.again or asked.step))
    start = f", with the solution after step {asked.step}" if asked.step else ""
    return say(f"Made {folder}{start}. {READ_ON}")


def leave(folder: Path, refused: bool) -> int:
    """Say that nothing was changed; status 1 when something else was asked for."""
    lines = [f"{folder} is there already, and stays as it is. {READ_ON}"]
    if refused:
        lines.append("For another one: python -m course mine --again other-folder")
    elif has_older_checks(folder):
        lines.append("Its tests/test_steps.py isn't the newest: python -m course mine --refresh")
    return say("\n".join(lines), int(refused))


def bring_newest_checks(folder: Path) -> int:
    if not folder.is_dir():
        return say(f"There is no {folder} yet: python -m course mine", 1)
    if not has_older_checks(folder):
        return say("The checks are the newest already.")
    kept = refresh(folder)
    return say("Brought the newest checks." + (f" The old ones are in {kept}." if kept else ""))


def say(text: str, status: int = 0) -> int:
    (sys.stderr if status else sys.stdout).write(f"{text}\n")
    return status
