from learners import Learners

MODEL = """
from datetime import timedelta, timezone
from typing import Any

from sqlalchemy import BigInteger, Integer, String

from microblog.models import utc_now

Base = new_base()

{before}


class Message(Base):
    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    sender_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    recipient_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    content: Mapped[str]
    {column}


answer = Message
"""


def model(column: str, before: str = "") -> str:
    return MODEL.format(column=column, before=before)


def decorated(body: str, impl: str = "DateTime") -> str:
    """A model with a type of the learner's own."""
    decorator = f"class Moment(TypeDecorator):\n    impl = {impl}\n    cache_ok = True\n{body}"
    return model("sent_at: Mapped[datetime] = mapped_column(Moment)", decorator)


LEARNERS = Learners(
    right=(
        model("sent_at: Mapped[datetime] = mapped_column(UTCDateTime())"),
        model("sent_at: Mapped[datetime] = mapped_column(UTCDateTime, default=utc_now)"),
        model("sent_at: Mapped[datetime] = mapped_column(UTCDateTime, nullable=False, index=True)"),
        decorated(
            """
    def process_bind_param(self, value, dialect):
        return value and value.isoformat()

    def process_result_value(self, value, dialect):
        return value and datetime.fromisoformat(value)
""",
            "String",
        ),
        decorated(
            """
    def process_bind_param(self, value, dialect):
        return value and value.astimezone(timezone.utc).replace(tzinfo=None)

    def process_result_value(self, value, dialect):
        return value and value.replace(tzinfo=timezone.utc).astimezone()
"""
        ),
    ),
    named={
        model("sent_at: Mapped[datetime]"): "zone dropped",
        model("sent_at: Mapped[datetime] = mapped_column(DateTime)"): "zone dropped",
        model("sent_at: Mapped[Any] = mapped_column(DateTime(True))"): "zone dropped",
        model("sent_at: Mapped[date]"): "the day only",
        decorated(
            """
    def process_bind_param(self, value, dialect):
        return value and value.replace(tzinfo=UTC)

    def process_result_value(self, value, dialect):
        return value and value.replace(tzinfo=UTC)
"""
        ): "labelled, not converted",
    },
    unnamed=(
        model("sent_at: Mapped[str] = mapped_column(String)"),
        model("sent_at: Mapped[datetime | None] = mapped_column(UTCDateTime)"),
        model("sent: Mapped[datetime] = mapped_column(UTCDateTime)"),
        decorated(
            """
    def process_bind_param(self, value, dialect):
        return value and value.astimezone(UTC)
"""
        ),
        decorated(
            """
    def process_bind_param(self, value, dialect):
        return value and value - timedelta(hours=2)

    def process_result_value(self, value, dialect):
        return value and value.replace(tzinfo=UTC)
"""
        ),
        decorated(
            """
    def process_bind_param(self, value, dialect):
        return value and int(value.timestamp())

    def process_result_value(self, value, dialect):
        return value and datetime.fromtimestamp(value, UTC)
""",
            "BigInteger",
        ),
        model("sent_at: Mapped[datetime] = mapped_column(UTCDateTime)").replace(
            'ForeignKey("users.id", ondelete="CASCADE")', "Integer"
        ),
        model("sent_at: Mapped[datetime] = mapped_column(UTCDateTime)").replace(
            "answer = Message", "answer = UTCDateTime"
        ),
    ),
)
