"""`python -m course plan`, `plans`, `students` and `solutions`."""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from course.classroom.sections import all_sections
from course.mine.command import say
from course.workshop.building import (
    build_plan,
    build_solutions,
    build_students,
    folder_of,
    lessons_of,
    prove,
    worked_in,
)
from course.workshop.cutting import CannotCut
from course.workshop.minutes import Measured, read_measured
from course.workshop.page import overview
from course.workshop.plan import Plan, plan_named, plan_names
from course.workshop.running import Faulty

RUNNING = "Building. The solved notebooks are run, which takes a minute or two ..."
Command = Callable[[argparse.Namespace], str]
EXPECTED = (CannotCut, Faulty, LookupError, FileExistsError, FileNotFoundError, ValueError)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    plan = commands.add_parser("plan", help="build all of a plan; without a name, list the plans")
    plan.set_defaults(run=reporting(run_plan))
    students = commands.add_parser("students", help="build notebooks with open exercises")
    students.set_defaults(run=reporting(run_students))
    solutions = commands.add_parser("solutions", help="build solved notebooks")
    solutions.set_defaults(run=reporting(run_solutions))
    for each in (plan, students, solutions):
        each.add_argument("name", nargs="?", help="a plan; without, all of the course")
        each.add_argument("--measured", type=Path, help="a CSV file of the minutes a class took")
    plans = commands.add_parser("plans", help="build plans and run every notebook in them")
    plans.add_argument("names", nargs="*", help="some of the plans; without, all")
    plans.set_defaults(run=reporting(run_plans))


def reporting(command: Command) -> Callable[[argparse.Namespace], int]:
    """The command, which says in words what it did or why it can't."""

    def run(asked: argparse.Namespace) -> int:
        try:
            return say(command(asked))
        except EXPECTED as error:
            return say(str(error), 1)

    return run


def measured_for(asked: argparse.Namespace) -> Measured:
    if not asked.measured:
        return {}
    measured = read_measured(asked.measured)
    for notebook, section in sorted(set(measured) - all_sections()):
        say(f"{asked.measured}: no notebook {notebook!r} has a section {section!r}", 1)
    return measured


def run_plan(asked: argparse.Namespace) -> str:
    measured = measured_for(asked)
    if not asked.name:
        plans = sorted(map(plan_named, plan_names()), key=length)
        return "\n".join(overview(plan, lessons_of(plan, measured)) for plan in plans)
    plan = plan_named(asked.name)
    say(RUNNING)
    return f"{tell_kept(plan)}Built {build_plan(plan, measured)}"


def tell_kept(plan: Plan | None) -> str:
    """A line for each notebook that isn't built anew."""
    told = "{} stays as it is, since somebody has worked in it. Rename it to get a new one.\n"
    return "".join(map(told.format, worked_in(plan)))


def length(plan: Plan) -> tuple[bool, int]:
    """By which plans are listed: those for somebody alone come last."""
    return plan.alone, sum(session.minutes for session in plan.sessions)


def run_students(asked: argparse.Namespace) -> str:
    plan = plan_named(asked.name) if asked.name else None
    build_students(plan, measured_for(asked))
    return f"{tell_kept(plan)}Built {folder_of(plan) / 'students'}"


def run_solutions(asked: argparse.Namespace) -> str:
    plan = plan_named(asked.name) if asked.name else None
    say(RUNNING)
    build_solutions(plan, measured_for(asked))
    return f"Built {folder_of(plan) / 'solutions'}"


def run_plans(asked: argparse.Namespace) -> str:
    for name in asked.names or plan_names():
        start = time.perf_counter()
        prove(plan_named(name))
        say(f"{name} runs ({time.perf_counter() - start:.0f} s)")
    return "All of them run as built."
