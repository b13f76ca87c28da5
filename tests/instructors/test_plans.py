"""Every plan fits its time, and its minutes come from the notebooks or from a class."""

import re
from dataclasses import replace
from datetime import time
from functools import cache
from pathlib import Path

import pytest

from course.exercises import EXERCISES
from course.notebook_files import NOTEBOOKS, content_of
from course.pace import pace
from course.workshop import minutes
from course.workshop.building import lessons_of
from course.workshop.cutting import cut
from course.workshop.lesson import SHORTER, Lesson, lesson_of
from course.workshop.minutes import read_measured, taught
from course.workshop.page import minutes_of, page_of
from course.workshop.plan import Part, Plan, Session, plan_named, plan_names

SPARE = 0.15  # of a session's time, at most
every_plan = pytest.mark.parametrize(
    "plan", [plan_named(name) for name in plan_names()], ids=plan_names()
)


@cache
def lessons_in(plan: Plan) -> list[Lesson]:
    return lessons_of(plan, {})


def test_there_is_a_plan_for_each_length() -> None:
    alone = {"alone-afternoon", "alone-weekend"}
    assert set(plan_names()) >= {"two-hours", "half-day", "one-day", "two-days", "term", *alone}


@every_plan
def test_every_session_fits_its_time_and_fills_it(plan: Plan) -> None:
    lessons = {lesson.part.notebook: lesson for lesson in lessons_in(plan)}
    for session in plan.sessions:
        planned = minutes_of(session, lessons)
        assert (1 - SPARE) * session.minutes <= planned <= session.minutes, session.title


@every_plan
def test_a_notebook_is_in_one_session(plan: Plan) -> None:
    names = [part.notebook for part in plan.parts]
    assert len(names) == len(set(names))


@every_plan
def test_what_is_left_out_when_late_is_taught_otherwise(plan: Plan) -> None:
    for lesson in lessons_in(plan):
        titles = {each.section for each in lesson.taught}
        titles |= {each.title for row in lesson.taught for each in row.exercises}
        assert lesson.part.late
        assert set(lesson.part.late) <= titles, lesson.part.notebook


@every_plan
def test_something_is_said_at_each_transition(plan: Plan) -> None:
    for session in plan.sessions:
        for part in session.parts:
            assert part.say or (plan.alone and part.pause), part


@every_plan
def test_nobody_sits_for_long_without_a_break(plan: Plan) -> None:
    lessons = {lesson.part.notebook: lesson for lesson in lessons_in(plan)}
    for session in plan.sessions:
        stretch = 0.0
        for part in session.parts:
            stretch = stretch + lessons[part.notebook].minutes if part.notebook else 0
            assert stretch <= 140, (session.title, part.notebook)


@every_plan
def test_its_first_cells_say_what_the_plan_makes_of_the_notebooks(plan: Plan) -> None:
    for lesson in lessons_in(plan):
        first = "".join(lesson.cells[0]["source"])
        assert re.search(r"\*\*About \d+ minutes, exercises included(\*\*| · )", first)
        assert re.search(r"^- ", first, re.M), "an objective"


def test_key_points_of_a_cut_notebook_may_be_new() -> None:
    (part,) = (part for part in plan_named("half-day").parts if "04" in part.notebook)
    for sections, told in ((part.sections, True), ((), False)):
        lesson = lesson_of(replace(part, sections=sections), plan_named("half-day"), {})
        points = "".join(lesson.cells[-1]["source"]) if told else ""
        texts = "\n".join("".join(cell["source"]) for cell in lesson.cells)
        assert (SHORTER in texts) == told
        assert (SHORTER in points) == told


PART = Part("02_writing_rows")
PATH = NOTEBOOKS / "02_writing_rows.ipynb"
WHOLE = cut("02_writing_rows", content_of(PATH)["cells"], PART, own_service=True)


def test_the_minutes_are_those_of_the_pace_and_the_exercises(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(minutes, "SAFETY", 1)
    exercises = sum(each.minutes for each in EXERCISES if each.notebook == PART.notebook)
    own_service = 5  # minutes to read its boxes, which are for afterwards
    total = sum(each.minutes for each in taught(PART, WHOLE, {}))
    assert total == pytest.approx(pace(PATH).minutes + exercises, abs=own_service)


def test_measured_minutes_count_more_than_estimates(tmp_path: Path) -> None:
    file = tmp_path / "minutes.csv"
    file.write_text(
        "notebook,section,minutes\n"
        "02_writing_rows,Half an import,20\n"
        "02_writing_rows,Half an import,31\n"
        "02_writing_rows,Half an import,90\n"
        "03_reading_rows,Half an import,1\n"
    )
    found = {each.section: each.minutes for each in taught(PART, WHOLE, read_measured(file))}
    without = {each.section: each.minutes for each in taught(PART, WHOLE, {})}
    assert found.pop("Half an import") == 31
    assert without.pop("Half an import") != 31
    assert found == without


def test_a_file_with_other_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("notebook,minutes\n02_writing_rows,3\n")
    with pytest.raises(ValueError, match="not \\['notebook', 'section', 'minutes'\\]"):
        read_measured(tmp_path / "other.csv")


DAY = Session("A day", time(9, 0), 90, (replace(PART, say="Hello."), Part(pause=15)))
SHORT = Plan("short", "Short", "For you.", "You can.", (DAY,))


def test_the_page_has_the_times_of_the_day() -> None:
    measured = {(PART.notebook, each.section): 10.0 for each in taught(PART, WHOLE, {})}
    lesson = lesson_of(PART, SHORT, measured)
    page = page_of(SHORT, [lesson])
    count = len(lesson.taught)
    assert f"From 09:00: {count * 10 + 15} of 90 minutes are planned" in page
    assert "| 09:00 | 10 | The opening |" in page
    assert "| 09:10 | 10 | Half an import | 02.1 " not in page
    assert "| 09:10 | 10 | Half an import |" in page
    assert f"### {9 + count * 10 // 60:02}:{count * 10 % 60:02} Break" in page


def test_the_page_says_when_a_plan_takes_too_long() -> None:
    measured = {(PART.notebook, each.section): 10.0 for each in taught(PART, WHOLE, {})}
    minutes = len(measured) * 10 + 15
    plan = replace(SHORT, sessions=(replace(DAY, minutes=minutes - 20),))
    page = page_of(plan, [lesson_of(PART, SHORT, measured)])
    assert f"{minutes} of {minutes - 20} minutes are planned, **20 too many**: leave" in page


def test_a_mistyped_plan_is_told_the_names() -> None:
    with pytest.raises(LookupError, match="There is no plan 'half'. There are: alone-afternoon, "):
        plan_named("half")
