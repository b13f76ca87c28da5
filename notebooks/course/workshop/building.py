"""Builds in the folder builds/: notebooks for students, solved ones, a plan's page and slides."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from course.exercises.result import Outcome
from course.notebook_files import Cell, content_of, source_of, write
from course.pace import notebooks
from course.workshop.handing_out import BUILDS, for_students, solved, with_links
from course.workshop.lesson import Lesson, lesson_of
from course.workshop.minutes import Measured
from course.workshop.page import page_of
from course.workshop.plan import Plan
from course.workshop.running import Faulty, faults, run
from course.workshop.slides import slides_of

WHOLE = "course"  # the folder of builds that hold every notebook, uncut
Built = list[tuple[Path, list[Cell]]]


def lessons_of(plan: Plan, measured: Measured) -> list[Lesson]:
    return [lesson_of(part, plan, measured) for part in plan.parts]


def folder_of(plan: Plan | None) -> Path:
    return BUILDS / (plan.name if plan else WHOLE)


def cells_of(plan: Plan | None, measured: Measured) -> Built:
    """Each notebook that a plan uses, or that there is, with its cells."""
    if plan is None:
        return [(path, content_of(path)["cells"]) for path in notebooks()]
    return [(lesson.path, lesson.cells) for lesson in lessons_of(plan, measured)]


def build_students(plan: Plan | None, measured: Measured) -> list[Path]:
    """The notebooks with open exercises. Those in which somebody has worked stay as they are."""
    folder = folder_of(plan) / "students"
    kept = worked_in(plan)
    for path in set(folder.glob("*.ipynb")) - set(kept):
        path.unlink()  # the plan may no longer have it
    built = cells_of(plan, measured)
    alone = plan is not None and plan.alone
    return [
        store(folder, path, for_students(cells, alone), built)
        for path, cells in built
        if folder / path.name not in kept
    ]


def worked_in(plan: Plan | None) -> list[Path]:
    """The built notebooks that somebody has changed."""
    paths = sorted((folder_of(plan) / "students").glob("*.ipynb"))
    return [path for path in paths if not is_as_built(path)]


def build_solutions(plan: Plan | None, measured: Measured) -> list[Path]:
    """The notebooks solved, with notes and with what they show."""
    folder = folder_of(plan) / "solutions"
    shutil.rmtree(folder, ignore_errors=True)
    built = cells_of(plan, measured)
    paths = [store(folder, path, solved(cells), built) for path, cells in built]
    for path, cells in run_all(paths, "correct"):
        write(path, content_of(path) | {"cells": cells})
    return paths


def build_plan(plan: Plan, measured: Measured) -> Path:
    """All of a plan, and its page."""
    build_students(plan, measured)
    solutions = build_solutions(plan, measured)
    lessons = lessons_of(plan, measured)
    page = folder_of(plan) / "plan.md"
    page.write_text(page_of(plan, lessons), encoding="utf-8", newline="\n")
    slides = slides_of(plan, lessons, solutions)
    page.with_name("slides.html").write_text(slides, encoding="utf-8", newline="\n")
    return page


def prove(plan: Plan) -> None:
    """Build a plan and run all of it: untouched as students get it, and solved."""
    if kept := worked_in(plan):
        names = ", ".join(path.name for path in kept)
        raise FileExistsError(f"Somebody has worked in {names} of {kept[0].parent}: move them away")
    build_plan(plan, {})
    run_all(sorted((folder_of(plan) / "students").glob("*.ipynb")), "not attempted")


def run_all(paths: Iterable[Path], outcome: Outcome) -> list[tuple[Path, list[Any]]]:
    """Each notebook's cells after it has run. Faulty if any failed or ended otherwise."""
    paths = list(paths)
    with tempfile.TemporaryDirectory(prefix="microblog-builds-") as home:
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
            ran = list(workers.map(partial(run, home=Path(home)), paths))
    found = [
        f"{path.relative_to(BUILDS)}, {fault}"
        for path, cells in zip(paths, ran, strict=True)
        for fault in faults(cells, outcome)
    ]
    if found:
        raise Faulty("\n".join(found))
    return list(zip(paths, ran, strict=True))


def store(folder: Path, path: Path, cells: list[Cell], built: Built) -> Path:
    """Write a notebook into a folder of builds, with a mark by which a change is noticed."""
    folder.mkdir(parents=True, exist_ok=True)
    content = content_of(path)
    content["cells"] = with_links(cells, path, [each.stem for each, _ in built])
    content["metadata"]["microblog"] = {"built": mark_of(content["cells"])}
    write(folder / path.name, content)
    return folder / path.name


def mark_of(cells: list[Cell]) -> str:
    return sha256(json.dumps([source_of(cell) for cell in cells]).encode()).hexdigest()


def is_as_built(path: Path) -> bool:
    content = content_of(path)
    about = content["metadata"].get("microblog", {})
    return bool(about.get("built") == mark_of(content["cells"]))
