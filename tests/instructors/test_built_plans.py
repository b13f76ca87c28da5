"""A cut notebook runs, untouched and solved. `make plans` runs all of them."""

import re
from pathlib import Path

import pytest

from course.workshop.building import prove
from course.workshop.plan import Plan, plan_named

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("builds")]


def only(plan: Plan, notebook: str) -> Plan:
    (session,) = [
        each for each in plan.sessions if notebook in [part.notebook for part in each.parts]
    ]
    parts = tuple(part for part in session.parts if part.notebook == notebook)
    return Plan(plan.name, plan.title, "", "", (type(session)("", session.start, 480, parts),))


def test_a_part_of_a_plan_runs_and_has_a_page_and_slides(builds: Path) -> None:
    plan = only(plan_named("one-day"), "02_writing_rows")
    prove(plan)
    slides = (builds / "one-day" / "slides.html").read_text("utf-8")
    assert slides.count("<section>") > 8
    assert "What stays?" in slides
    assert not re.findall(r"(?:src=.|@import |url\(.?)http", slides)
    assert "| 09:00 |" in (builds / "one-day" / "plan.md").read_text("utf-8")
