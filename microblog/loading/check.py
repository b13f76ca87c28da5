"""Turn the texts of a file into values, by the rules that hold for the API too."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Column

from microblog import rules
from microblog.loading.files import BrokenFile, TableFile
from microblog.loading.read import Texts, numbered_rows

NOT_UTF8 = "is not encoded in UTF-8: save the file as CSV UTF-8"

Values = list[Any]  # of one column
Rule = Callable[[Sequence[str]], Values]


def whole_numbers(texts: Sequence[str]) -> Values:
    if all(map(str.isdecimal, texts)) and max(map(len, texts)) < 20 and "".join(texts).isascii():
        numbers = list(map(int, texts))
        if min(numbers) >= 1 and max(numbers) <= rules.LARGEST_ID:
            return numbers
    raise ValueError(f"must be a whole number from 1 to {rules.LARGEST_ID}")


def moments(texts: Sequence[str]) -> Values:
    try:
        times = list(map(datetime.fromisoformat, texts))
    except ValueError:
        raise ValueError("must be a time such as 2026-08-12T18:31:00+00:00") from None
    times = list(map(rules.moment_in_utc, times))
    if max(times) > datetime.now(UTC):
        raise ValueError("must not be later than now")
    return times


def each(rule: Callable[[str], str]) -> Rule:
    """A rule for one text, applied to all of a column."""
    return lambda texts: list(map(rule, texts))


RULES_BY_NAME: dict[str, Rule] = {
    "username": each(rules.username),
    "email": each(rules.email_address),
    "hashed_password": each(rules.bcrypt_hash),
    "content": each(rules.content),
}
RULES_BY_TYPE: dict[type, Rule] = {int: whole_numbers, datetime: moments}


def rule_of(column: Column[Any]) -> Rule:
    return RULES_BY_NAME.get(column.name) or RULES_BY_TYPE[column.type.python_type]


def values_of(file: TableFile, batch: list[Texts]) -> list[Values]:
    """The values of each column of the table; a `ValueError` for a batch that breaks a rule."""
    if {len(row) for row in batch} != {len(file.header)}:
        raise ValueError("a row has more or fewer values than the header has names")
    texts = list(zip(*batch, strict=True))
    in_order = zip(file.table.columns, file.positions, strict=True)
    return [rule_of(column)(texts[position]) for column, position in in_order]


def find_problem(file: TableFile, rows_read: int) -> BrokenFile:
    """Of what follows the rows that were read already, the first value that breaks a rule."""
    for line, row in islice(numbered_rows(file), 1 + rows_read, None):
        for column, position in zip(file.table.columns, file.positions, strict=True):
            if what := problem_of(column, row[position] if position < len(row) else ""):
                return file.problem(line, column.name, what)
        if len(row) != len(file.header):
            what = f"this row has {len(row)} values for {len(file.header)} columns"
            return file.problem(line, file.header[-1], what)
        for name, text in zip(file.header, row, strict=True):
            if not is_utf8(text):
                return file.problem(line, name, f"{text[:40]!r} {NOT_UTF8}")
    return BrokenFile(f"{file.path.name} changed while it was read")


def problem_of(column: Column[Any], text: str) -> str:
    """What is wrong with one text; empty when it is right."""
    if not text:
        return "has no value"
    shown = "this" if column.name == "hashed_password" else repr(text[:40])
    if not is_utf8(text):
        return f"{shown} {NOT_UTF8}"
    try:
        rule_of(column)([text])
    except ValueError as error:
        return f"{shown} {error}"
    return ""


def is_utf8(text: str) -> bool:
    """Whether no byte of the file had to become a lone surrogate."""
    return not any("\udc80" <= character <= "\udcff" for character in text)
