"""A plan as a page for who teaches it: times of the day, what to say, what to leave out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil

from course.workshop.lesson import Lesson
from course.workshop.plan import Part, Plan, Session

NOTES = "**From the notebook's notes**, which may mention what this plan leaves out:"
FOLDED = re.compile(r"</?details>|<summary>.*?</summary>")


@dataclass
class Clock:
    """Tells the time of day after some minutes."""

    now: datetime

    @classmethod
    def at(cls, start: time) -> "Clock":
        return cls(datetime.combine(date.min, start))

    def __str__(self) -> str:
        return f"{self.now + timedelta(seconds=30):%H:%M}"

    def pass_by(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


def minutes_of(session: Session, lessons: dict[str, Lesson]) -> int:
    """How long a session takes, breaks included."""
    parts = (lessons[p.notebook].minutes if p.notebook else p.pause for p in session.parts)
    return ceil(sum(parts))


def page_of(plan: Plan, lessons: list[Lesson]) -> str:
    by_name = {lesson.part.notebook: lesson for lesson in lessons}
    blocks = [f"# {plan.title}", plan.audience, plan.outcome, legend(plan)]
    for session in plan.sessions:
        blocks += blocks_of(session, by_name, plan)
    return "\n\n".join(blocks) + "\n"


def legend(plan: Plan) -> str:
    """What the folder holds."""
    if plan.alone:
        return (
            "Work in the notebooks in `students/`. When you have solved an exercise, compare "
            "with the same notebook in `solutions/`."
        )
    return (
        "The notebooks in `students/` are for the room; those in `solutions/` are solved, with "
        "outputs and with notes for you. `slides.html` shows the questions and drawings. To skip "
        "a section, run its cells without discussing them: later cells may need what they define."
    )


def blocks_of(session: Session, lessons: dict[str, Lesson], plan: Plan) -> Iterator[str]:
    clock = Clock.at(session.start)
    minutes = minutes_of(session, lessons)
    planned = f"{minutes} of {session.minutes} minutes are planned"
    yield f"## {session.title}\n\nFrom {clock}: {planned}, {left(session.minutes - minutes)}."
    for part in session.parts:
        if part.notebook:
            yield from blocks_of_lesson(lessons[part.notebook], clock, plan)
        else:
            start = str(clock)
            clock.pass_by(part.pause)
            yield f"### {start} Break\n\nUntil {clock}. {part.say}".rstrip()


def left(minutes: int) -> str:
    if minutes < 0:
        return f"**{-minutes} too many**: leave something out before you begin"
    return f"{minutes} are left for questions"


def blocks_of_lesson(lesson: Lesson, clock: Clock, plan: Plan) -> Iterator[str]:
    part = lesson.part
    yield f"### {clock} {lesson.path.stem}\n\n*{lesson.title}*"
    if part.say:
        yield part.say if plan.alone else f"**Say.** {part.say}"
    yield table(lesson, clock)
    if part.late:
        yield "**When you're late**, leave out, in this order: " + late(lesson) + "."
    if lesson.home:
        named = ", ".join(f"{each.title} ({each.minutes} minutes)" for each in lesson.home)
        yield f"**At home:** {named}."
    if lesson.notes and not plan.alone:
        notes = "\n\n".join(FOLDED.sub("", each).strip() for each in lesson.notes)
        quoted = "\n".join(f"> {line}".rstrip() for line in notes.splitlines())
        yield f"{NOTES}\n\n{quoted}"


def table(lesson: Lesson, clock: Clock) -> str:
    rows = ["| from | minutes | section | exercises |", "|:--|--:|:--|:--|"]
    for each in lesson.taught:
        done = "<br>".join(f"{e.id} {e.title} ({e.minutes})" for e in each.exercises)
        rows.append(f"| {clock} | {round(each.minutes)} | {each.section} | {done} |")
        clock.pass_by(each.minutes)
    return "\n".join(rows)


def late(lesson: Lesson) -> str:
    """What may be left out, with the minutes that it saves."""
    saved = {each.section: each.minutes for each in lesson.taught}
    saved |= {e.title: e.minutes for each in lesson.taught for e in each.exercises}
    named = (f"*{title}*" + saves(saved.get(title)) for title in lesson.part.late)
    return ", then ".join(named)


def saves(minutes: float | None) -> str:
    return f" ({round(minutes)} minutes)" if minutes else ""


def overview(plan: Plan, lessons: list[Lesson]) -> str:
    """A line for each session: its minutes, and the notebooks."""
    by_name = {lesson.part.notebook: lesson for lesson in lessons}
    lines = [f"{plan.name}: {plan.title}"]
    for session in plan.sessions:
        names = ", ".join(part_in_words(part, by_name) for part in session.parts)
        planned = f"{minutes_of(session, by_name)} of {session.minutes} minutes"
        lines.append(f"  {session.title}, {planned}: {names}")
    return "\n".join(lines)


def part_in_words(part: Part, lessons: dict[str, Lesson]) -> str:
    if not part.notebook:
        return f"break {part.pause}"
    return f"{part.notebook} {ceil(lessons[part.notebook].minutes)}"
