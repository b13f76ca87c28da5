"""A condition that has to keep the rows where a column is NULL."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import Column, ColumnElement, MetaData, String, Table, create_engine, insert, select

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING
from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial, Trying
from course.judges.values import kind_of
from microblog.models import UTCDateTime

PEOPLE = Table("people", MetaData(), Column("name", String), Column("last_post", UTCDateTime))
NAMES = ("zoe", "ana", "jonas", "bodil", "marta", "keiko")


def among(*times: str | None) -> Trial:
    """Whom the condition finds among people whose newest posts are from these days and times."""
    rows = [
        {"name": name, "last_post": time and moment(time)}
        for name, time in zip(NAMES, times, strict=False)
    ]
    listed = ", ".join(f"{row['name']} {time}" for row, time in zip(rows, times, strict=True))

    def observed(answer: Any) -> Observed:
        condition = answer(PEOPLE.c.last_post)
        if not isinstance(condition, ColumnElement | bool):
            raise Wrong(
                f"Your function returns {kind_of(condition)}. It should return a condition."
            )
        engine = create_engine("sqlite://")
        with engine.connect() as connection:
            PEOPLE.metadata.create_all(connection)
            connection.execute(insert(PEOPLE), rows)
            found = connection.scalars(select(PEOPLE.c.name).where(cast(Any, condition))).all()
        engine.dispose()
        return {"it finds": sorted(found)}

    return Trial(f"Newest posts: {listed.replace('None', 'NULL')}", observed)


def moment(day_and_time: str) -> datetime:
    """The moment that a text such as "12 19:59" means, in August 2026."""
    day, time = day_and_time.split()
    hour, minute = time.split(":")
    return EVENING.replace(day=int(day), hour=int(hour), minute=int(minute))


EIGHT = "eight = datetime(2026, 8, 12, 20, tzinfo=UTC)\n"

EXERCISE = Exercise(
    title="Not heard from",
    minutes=4,
    objective="keep and sort missing values the same way everywhere",
    task="""`last_post` is a column with the time of each person's newest post. It is NULL for
people who never wrote. Complete `silent(last_post)`, so that it returns the condition for everyone
who was silent from `eight` on: their newest post is from before 20:00 UTC, or they never wrote.""",
    starter="""eight = datetime(2026, 8, 12, 20, tzinfo=UTC)


def silent(last_post):
    return ____


answer = silent""",
    hints=(
        "What does `last_post < eight` give for someone who never wrote: true, false or NULL?",
        "You need a second condition that is true exactly where the column is NULL. One of the two "
        "is enough: which sign combines them?",
        "`return last_post.is_(None) | (last_post < eight)`",
    ),
    imports="""
from datetime import UTC, datetime, timedelta

from sqlalchemy import and_, func, not_, or_
""",
    answers=(
        EIGHT
        + """

def silent(last_post):
    return last_post.is_(None) | (last_post < eight)
""",
        EIGHT
        + """

def silent(last_post):
    return func.coalesce(last_post, eight - timedelta(days=1)) < eight
""",
    ),
    mistakes=(
        Mistake(
            "NULL lost",
            EIGHT + "\n\ndef silent(last_post):\n    return last_post < eight",
            "People who never wrote are missing. Their column is NULL, and NULL < eight is not "
            "true.",
        ),
        Mistake(
            "NULL alone",
            "def silent(last_post):\n    return last_post.is_(None)",
            "You find the people who never wrote, and no others. Those whose newest post is from "
            "before 20:00 are missing.",
        ),
        Mistake(
            "both at once",
            EIGHT + "\n\ndef silent(last_post):\n"
            "    return and_(last_post.is_(None), last_post < eight)",
            "Your condition is never true. That happens, for example, when both halves must be "
            "true: no time is NULL and before 20:00 at once.",
        ),
        Mistake(
            "eight itself",
            EIGHT + "\n\ndef silent(last_post):\n"
            "    return or_(last_post.is_(None), last_post <= eight)",
            "Someone who wrote at exactly 20:00 is in your result. That isn't before 20:00.",
        ),
        Mistake(
            "the other half",
            EIGHT + "\n\ndef silent(last_post):\n"
            "    return or_(last_post.is_(None), last_post > eight)",
            "You find those who wrote after 20:00, together with those who never wrote. Turn the "
            "comparison round.",
        ),
    ),
    judge=Trying(
        [
            among("12 19:00"),
            among(None),
            among("12 21:00"),
            among("12 20:00"),
            among(None, "12 19:59", "12 20:00", "12 20:01"),
            among("11 21:30", None, "13 01:00", "12 20:00", None, "10 07:15"),
        ]
    ),
    praise="Those who stopped before eight, and those who never wrote at all.",
)
