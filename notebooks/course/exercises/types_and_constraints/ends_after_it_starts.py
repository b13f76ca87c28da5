"""A condition on two columns of a row, one of which may be missing."""

from datetime import UTC, datetime
from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.models import accepting, modelling, refusing


def event(start: int | None, end: int | None) -> dict[str, Any]:
    """An event of that evening, from one hour to another; None is a missing moment."""
    starts_at, ends_at = (
        None if hour is None else datetime(2026, 8, 12, hour, tzinfo=UTC) for hour in (start, end)
    )
    return {"title": "Picnic", "starts_at": starts_at, "ends_at": ends_at}


def model(condition: str, ends_at: str = "datetime | None") -> str:
    return f"""
class Event(new_base()):
    __tablename__ = "events"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(UTCDateTime)
    ends_at: Mapped[{ends_at}] = mapped_column(UTCDateTime)

    __table_args__ = (CheckConstraint({condition}, name="ends_later"),)
"""


EXERCISE = Exercise(
    title="Ends after it starts",
    minutes=4,
    objective="write a CHECK on two columns, and say what it does with missing values",
    task="""An event must end after it starts, not before and not at the same moment. The end of
some events isn't known yet: then `ends_at` is missing, and the event is accepted. Fill in the
condition, as SQL in quotes.""",
    starter=f"{model('____').strip()}\n\n\nanswer = Event",
    hints=(
        "A CHECK may compare two columns of the row. You write their names as they are, without "
        "the name of a class.",
        "When `ends_at` is missing, the comparison is NULL. Does a CHECK refuse a row for that?",
        '`"ends_at > starts_at"` is enough, because a CHECK refuses a row only when its condition '
        "is false.",
    ),
    imports="""
from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from course import new_base
from microblog.models import UTCDateTime
""",
    answers=(
        model('"ends_at > starts_at"'),
        model('"ends_at IS NULL OR starts_at < ends_at"'),
    ),
    mistakes=(
        Mistake(
            "same moment",
            model('"ends_at >= starts_at"'),
            "An event that ends at the moment when it starts gets in. It should end after that.",
        ),
        Mistake(
            "the wrong way round",
            model('"ends_at < starts_at"'),
            "The table refuses every event that ends after it starts, and lets in the ones that "
            "end before. Turn the comparison round.",
        ),
        Mistake(
            "an end required",
            model('"ends_at IS NOT NULL AND ends_at > starts_at"'),
            "An event without an end is refused. It should get in, because nobody knows its end "
            "yet.",
        ),
        Mistake(
            "only different",
            model('"ends_at <> starts_at"'),
            "An event that ends before it starts gets in. It isn't enough that the two moments "
            "differ.",
        ),
    ),
    judge=modelling(
        "events",
        ("title", "starts_at", "ends_at"),
        ("An event from 18:00 to 19:00.", accepting(event(18, 19))),
        ("An event from 18:00 to 17:00.", refusing(event(18, 17))),
        ("An event from 18:00 to 18:00.", refusing(event(18, 18))),
        ("An event from 9:00 to 10:00.", accepting(event(9, 10))),
        ("An event from 18:00, without an end (NULL).", accepting(event(18, None))),
        ("An event without a start (NULL), until 19:00.", refusing(event(None, 19))),
    ),
    praise="Events end after they start, and an open end is fine.",
)
