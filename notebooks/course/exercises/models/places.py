"""A model's column types, filled in."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table

from course.exercises.exercise import Exercise, Mistake
from course.judges.models import accepting, modelling, refusing, returning
from course.judges.trials import Observed

KINDS = {datetime: "moments", date: "days", str: "text", int: "whole numbers"}
COLUMNS = ("id", "name", "latitude", "visited_at", "note")


def place(name: str | None = "Burgos", **rest: Any) -> dict[str, Any]:
    return {"name": name, "latitude": 42.34, "visited_at": datetime(2026, 8, 12, 20, 31), **rest}


def kinds_of_values(_: Connection, table: Table) -> Observed:
    """What each column holds; SQLite itself would let other values in, too."""
    types = {name: table.c[name].type.python_type for name in COLUMNS}
    return {
        name: next((word for kind, word in KINDS.items() if issubclass(found, kind)), "fractions")
        for name, found in types.items()
    }


def model(key: str, name: str, latitude: str, visited_at: str, note: str) -> str:
    return f"""
class Place(new_base()):
    __tablename__ = "places"

    id: Mapped[int] = mapped_column(primary_key={key})
    name: Mapped[{name}]
    latitude: Mapped[{latitude}]
    visited_at: Mapped[{visited_at}]
    note: Mapped[{note}]
"""


EXERCISE = Exercise(
    title="A map of places",
    minutes=3,
    objective="write a model with column types, and say which values may be missing",
    task="""This frame is to become a table, and its model is nearly written:

| id | name | latitude | visited_at | note |
|--:|:--|--:|:--|:--|
| 1 | Burgos | 42.34 | 2026-08-12 20:31 | Totality! |
| 2 | Snæfellsnes | 64.87 | 2026-08-12 17:56 | *missing* |

Fill in the five gaps. `id` is the primary key, and only `note` may be missing. (`new_base()` makes
a base class like `Sketch`, a fresh one at every call, so that you can run your cell as often as you
like.)""",
    starter=f"{model(*['____'] * 5).strip()}\n\n\nanswer = Place",
    hints=(
        "The key needs `True`. The other gaps are Python types: look at the table of types above "
        "for a text and a float.",
        "`name`, `latitude` and `visited_at` are a `str`, a `float` and a `datetime`. What do you "
        "add to `str` so that a note may be missing?",
        "From top to bottom: `True`, `str`, `float`, `datetime` and `str | None`.",
    ),
    imports="""
from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from course import new_base
""",
    answers=(
        model("True", "str", "float", "datetime", "str | None"),
        model("True", "str", "float", "datetime", "None | str"),
    ),
    mistakes=(
        Mistake(
            "note required",
            model("True", "str", "float", "datetime", "str"),
            "A place without a note is refused: `Mapped[str]` becomes `NOT NULL`. Only the note "
            "may be missing.",
        ),
        Mistake(
            "all may be missing",
            model("True", "str | None", "float | None", "datetime | None", "str | None"),
            "A place without a name, a latitude or a time gets in, because `| None` allows missing "
            "values. Only the note may be missing.",
        ),
        Mistake(
            "whole degrees",
            model("True", "str", "int", "datetime", "str | None"),
            "The latitude is declared as a whole number. SQLite lets 42.34 in all the same, and "
            "PostgreSQL would round it. Which type has a fraction?",
        ),
        Mistake(
            "a text for a number",
            model("True", "str", "str", "datetime", "str | None"),
            "`latitude` is declared as a text, and so a text comes back. Which type in the table "
            "above has a fraction?",
        ),
        Mistake(
            "a text for a moment",
            model("True", "str", "float", "str", "str | None"),
            "`visited_at` is declared as a text, and so a text comes back. Look for the type of a "
            "date with a time in the table above.",
        ),
    ),
    judge=modelling(
        "places",
        COLUMNS,
        ("Burgos, with a note.", accepting(place(note="Totality!"))),
        ("Burgos, without a note.", accepting(place())),
        ("Burgos, read back.", returning(place())),
        ("What the columns hold.", kinds_of_values),
        ("A place without a name (NULL).", refusing(place(None))),
        ("A place without a latitude (NULL).", refusing(place(latitude=None))),
        ("A place without a time (NULL).", refusing(place(visited_at=None))),
        ("The id 7 twice.", refusing(place(id=7), place(id=7))),
    ),
    praise="A place without a note gets in, and one without a name doesn't.",
)
