from learners import Learners

MODEL = """
from sqlalchemy import column


class Event(new_base()):
    __tablename__ = "events"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(UTCDateTime)
    ends_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    __table_args__ = ({rules})


answer = Event
"""


def model(condition: str) -> str:
    return MODEL.format(rules=f'CheckConstraint({condition}, name="ends_later"),')


LEARNERS = Learners(
    right=(
        model('"starts_at < ends_at"'),
        model('"ends_at > starts_at OR ends_at IS NULL"'),
        model('"NOT (ends_at <= starts_at)"'),
        model("ends_at > starts_at"),
        model('column("ends_at") > column("starts_at")'),
        MODEL.format(
            rules='CheckConstraint("ends_at >= starts_at"), CheckConstraint("ends_at <> starts_at")'
        ),
    ),
    named={
        model('"starts_at <= ends_at"'): "same moment",
        model('"starts_at > ends_at"'): "the wrong way round",
        model('"coalesce(ends_at > starts_at, FALSE)"'): "an end required",
        model('"ends_at != starts_at"'): "only different",
    },
    unnamed=(
        model('"TRUE"'),
        model('"FALSE"'),
        model('"end_at > starts_at"'),
        model('"Event.ends_at > Event.starts_at"'),
        model('"ends_at IS NOT NULL"'),
        model('"ends_at"'),
        model('"ends_at > starts_at"').replace('"events"', '"event"'),
        model('"ends_at > starts_at"').replace("answer = Event", "answer = Event()"),
    ),
)
