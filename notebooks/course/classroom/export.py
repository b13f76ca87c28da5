"""The class as CSV files, in the format of `data/`, for the class to analyse."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, select

from course.classroom.room import Room, new_secret
from microblog.config import Settings
from microblog.models import Base, User
from microblog.security import hash_password

MEASURED = ("notebook", "section", "minutes")


def exported(room: Room, engine: Engine, settings: Settings) -> bytes:
    """A ZIP archive of the five tables, and of the minutes that sections took.

    Nobody's password is in it, not even as a hash: all users have the hash of one that is unknown.
    """
    unknown = {User.hashed_password.name: hash_password(new_secret(), settings)}
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files, engine.connect() as reading:
        for table in Base.metadata.sorted_tables:
            rows = reading.execute(select(table).order_by(*table.primary_key)).mappings()
            names = [column.name for column in table.columns]
            lines = ([written((row | unknown)[name]) for name in names] for row in map(dict, rows))
            files.writestr(f"{table.name}.csv", as_csv(names, lines))
        files.writestr("measured_minutes.csv", as_csv(MEASURED, room.measured_minutes()))
    return archive.getvalue()


def written(value: Any) -> Any:
    """A moment as `data/` has it: in whole seconds."""
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value


def as_csv(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
    return text.getvalue()
