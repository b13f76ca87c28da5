from learners import Learners

MODEL = """
from datetime import date
from typing import Optional

from sqlalchemy import DateTime, Float, String, Text
from sqlalchemy.orm import DeclarativeBase


class Place({base}):
    __tablename__ = "places"

    id: Mapped[int] = mapped_column(primary_key={key})
    name: {name}
    latitude: {latitude}
    visited_at: {visited_at}
    note: {note}


answer = Place
"""


def model(
    name: str = "Mapped[str]",
    latitude: str = "Mapped[float]",
    visited_at: str = "Mapped[datetime]",
    note: str = "Mapped[str | None]",
    key: str = "True",
    base: str = "new_base()",
) -> str:
    return MODEL.format(
        base=base, key=key, name=name, latitude=latitude, visited_at=visited_at, note=note
    )


LEARNERS = Learners(
    right=(
        model(note="Mapped[Optional[str]]"),
        model(note="Mapped[str] = mapped_column(nullable=True)"),
        model(name="Mapped[str] = mapped_column(String(80))", note="Mapped[str | None]"),
        model(latitude="Mapped[float] = mapped_column(Float)", note="Mapped[None | str]"),
        model(visited_at="Mapped[datetime] = mapped_column(DateTime)"),
        """
Base = new_base()


class Place(Base):
    __tablename__ = "places"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    latitude: Mapped[float]
    visited_at: Mapped[datetime]
    note: Mapped[str | None]
""",
    ),
    named={
        model(note="Mapped[str] = mapped_column(nullable=False)"): "note required",
        model(
            "Mapped[Optional[str]]", "Mapped[Optional[float]]", "Mapped[Optional[datetime]]"
        ): "all may be missing",
        model(latitude="Mapped[int] = mapped_column()"): "whole degrees",
        model(latitude="Mapped[str] = mapped_column()"): "a text for a number",
        model(visited_at="Mapped[str] = mapped_column(String(30))"): "a text for a moment",
    },
    unnamed=(
        model(name="Mapped[str | None]"),
        model(visited_at="Mapped[datetime | None]"),
        model(visited_at="Mapped[date]"),
        model(latitude="Mapped[str | None]"),
        model(name="Mapped[int]"),
        model().replace("answer = Place", "answer = Place.__table__"),
        model().replace('"places"', '"place"'),
        model().replace("answer = Place", "answer = Place(id=1)"),
        model().replace("answer = Place", 'answer = "Place"'),
    ),
)
