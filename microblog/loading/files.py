"""Find the file of each table, and see by its first line that it is one."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from sqlalchemy import Table

from microblog.models import Base

DELIMITERS = ",;\t"
SAVE_AS_CSV = "save it as CSV UTF-8"
SIGNATURES = {  # what files of other kinds begin with
    b"\x1f\x8b": "is compressed by gzip: unpack it first",
    b"PK\x03\x04": f"is an Excel workbook or a ZIP archive: {SAVE_AS_CSV}",
    b"\xd0\xcf\x11\xe0": f"is an old Excel workbook: {SAVE_AS_CSV}",
    b"PAR1": f"is a Parquet file: {SAVE_AS_CSV}",
    b"\xff\xfe": f"is encoded in UTF-16: {SAVE_AS_CSV}",
    b"\xfe\xff": f"is encoded in UTF-16: {SAVE_AS_CSV}",
    b"sep=": "begins with a line sep=…, which only Excel understands: delete that line",
}


class BrokenFile(ValueError):
    """Nothing was loaded; the message is one line with the file, line, column and cause."""


@dataclass(frozen=True)
class TableFile:
    """A CSV file that holds rows of a table."""

    path: Path
    table: Table
    delimiter: str
    header: list[str]

    @property
    def positions(self) -> list[int]:
        """Where in a row of the file the values of the table's columns are, in their order."""
        return [self.header.index(name) for name in self.table.columns.keys()]

    def open(self, errors: str = "strict") -> TextIO:
        return self.path.open(encoding="utf-8-sig", errors=errors, newline="")

    def problem(self, line: int, column: str, what: str) -> BrokenFile:
        return BrokenFile(f"{self.path.name}, line {line:,}, column {column}: {what}")


def find_files(folder: Path) -> list[TableFile]:
    """The files of all tables, in the order in which they refer to one another."""
    paths = {folder / f"{table.name}.csv": table for table in Base.metadata.sorted_tables}
    try:
        if folder.is_file():
            names = ", ".join(path.name for path in paths)
            raise BrokenFile(f"{folder} is a file: name the folder that holds {names}")
        if not folder.is_dir():
            raise BrokenFile(f"there is no folder {folder}")
        if missing := [path.name for path in paths if not path.exists()]:
            raise BrokenFile(f"the folder {folder} has no {', '.join(missing)}")
        return [recognize(path, table) for path, table in paths.items()]
    except OSError as error:
        raise BrokenFile(f"{error.filename} cannot be read: {error.strerror}") from None


def recognize(path: Path, table: Table) -> TableFile:
    """Find out how the values of a file are separated, and check the names in its header."""
    with path.open("rb") as file:
        start = file.read(2**16).removeprefix(b"\xef\xbb\xbf")
    for signature, what in SIGNATURES.items():
        if start.startswith(signature):
            raise BrokenFile(f"{path.name} {what}")
    if not start.strip():
        raise BrokenFile(f"{path.name} is empty: its first line must name the columns")
    text, names = start.decode("utf-8", errors="replace"), {*table.columns.keys()}
    headers = {delimiter: header_of(text, delimiter) for delimiter in DELIMITERS}
    best = max(headers, key=lambda delimiter: len(names.intersection(headers[delimiter])))
    if {"\0", "\ufffd"}.intersection("".join(headers[best])):
        raise BrokenFile(f"{path.name} is not encoded in UTF-8: {SAVE_AS_CSV}")
    found = TableFile(path, table, best, headers[best])
    check_header(found)
    return found


def header_of(text: str, delimiter: str) -> list[str]:
    return next(filter(None, csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))


def check_header(file: TableFile) -> None:
    """Each column of the table is named once, and no column of the file lacks a name."""
    for name in file.table.columns.keys():
        if name not in file.header:
            capitals = " (names are lower case)" if name in map(str.lower, file.header) else ""
            found = ", ".join(file.header)
            raise file.problem(1, name, f"is missing{capitals}; the header is {found[:200]!r}")
    for number, name in enumerate(file.header, start=1):
        if not name.strip():
            hint = "; in pandas, to_csv(…, index=False) leaves it out" if number == 1 else ""
            raise file.problem(1, f"number {number}", f"has no name{hint}")
        if file.header.count(name) > 1:
            raise file.problem(1, name, "is in the header twice")
