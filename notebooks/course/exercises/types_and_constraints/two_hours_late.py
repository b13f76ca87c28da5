"""A type that keeps the moment."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.models import modelling, refusing, returning

MADRID = timezone(timedelta(hours=2))
CHICAGO = timezone(-timedelta(hours=5))


def message(sent_at: datetime | None, recipient_id: int = 2) -> dict[str, Any]:
    content = "Did you see it?"
    ids = {"sender_id": 1, "recipient_id": recipient_id}
    return {**ids, "content": content, "sent_at": sent_at}


EVENING = datetime(2026, 8, 12, 20, 31, tzinfo=MADRID)

EXERCISE = Exercise(
    title="Two hours late",
    minutes=5,
    objective="choose a column type that brings a moment back as it went in",
    task="""Ana, in Madrid, sends a message at 20:31 her time, which is 18:31 UTC. When it's read
back from SQLite it says 20:31 without a time zone, and everybody takes that for UTC. Repair the
model `Message` in the next cell.""",
    starter="""class Message(new_base()):
    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    sender_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    recipient_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    content: Mapped[str]
    sent_at: Mapped[datetime]


answer = ...  # repair the class, then: Message""",
    hints=(
        "You have to change only one line. What does SQLite do with the time zone of a moment?",
        "`DateTime(timezone=True)` keeps the zone on PostgreSQL, and SQLite still drops it. This "
        "notebook built a type that doesn't.",
        "`sent_at: Mapped[datetime] = mapped_column(UTCDateTime)`, with the `UTCDateTime` of this "
        "notebook, or imported from `microblog.models`.",
    ),
    imports="""
from datetime import UTC, date, datetime

from sqlalchemy import Date, DateTime, ForeignKey, TypeDecorator
from sqlalchemy.orm import Mapped, mapped_column

from course import new_base
from microblog.models import UTCDateTime
""",
    answers=(
        """
class Message(new_base()):
    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    sender_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    recipient_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    content: Mapped[str]
    sent_at: Mapped[datetime] = mapped_column(UTCDateTime)
""",
        """
class Moment(TypeDecorator):
    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value and value.astimezone(UTC)

    def process_result_value(self, value, dialect):
        return value and value.replace(tzinfo=UTC)


class Message(new_base()):
    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    sender_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    recipient_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    content: Mapped[str]
    sent_at: Mapped[datetime] = mapped_column(Moment)
""",
    ),
    mistakes=(
        Mistake(
            "zone dropped",
            """
class Message(new_base()):
    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    sender_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    recipient_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    content: Mapped[str]
    sent_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
""",
            "The local time comes back, without its zone. SQLite drops the zone of a DateTime, "
            "with timezone=True as well as without. Which type of this notebook converts to UTC?",
        ),
        Mistake(
            "the day only",
            """
class Message(new_base()):
    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    sender_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    recipient_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    content: Mapped[str]
    sent_at: Mapped[date] = mapped_column(Date)
""",
            "Only the day comes back; the hour is lost. The type Date has no time of day.",
        ),
        Mistake(
            "labelled, not converted",
            """
class Moment(TypeDecorator):
    impl = DateTime
    cache_ok = True

    def process_result_value(self, value, dialect):
        return value and value.replace(tzinfo=UTC)


class Message(new_base()):
    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    sender_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    recipient_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    content: Mapped[str]
    sent_at: Mapped[datetime] = mapped_column(Moment)
""",
            "The local time comes back, and now it claims to be UTC. Convert each moment to UTC "
            "before it is stored: replace() only changes the label.",
        ),
    ),
    judge=modelling(
        "messages",
        ("sender_id", "recipient_id", "content", "sent_at"),
        ("A message sent at 20:31 in Madrid, read back.", returning(message(EVENING))),
        (
            "A message sent at 21:30:15.5 in Chicago, five hours behind UTC, read back.",
            returning(message(datetime(2026, 8, 12, 21, 30, 15, 500_000, tzinfo=CHICAGO))),
        ),
        (
            "A message sent at 18:31 UTC, read back.",
            returning(message(datetime(2026, 8, 12, 18, 31, tzinfo=UTC))),
        ),
        ("A message without sent_at (NULL).", refusing(message(None))),
        ("A message to user 99, who doesn't exist.", refusing(message(EVENING, 99))),
    ),
    praise="20:31 in Madrid comes back as 18:31 UTC: the same moment.",
)
