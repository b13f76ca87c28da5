"""What libraries say when an answer fails, in plain English, with what to do about it."""

import re

from fastapi.exceptions import ResponseValidationError
from pydantic import ValidationError
from sqlalchemy.orm.exc import DetachedInstanceError

# Part of the message of a library, as a regular expression, and what it means.
MEANINGS: dict[str, str] = {
    r"returned no FROM clauses due to auto-correlation": (
        "Your inner select() reads only tables that the statement around it reads too. SQLAlchemy "
        "takes those from the outer row, so nothing is left in the inner FROM. If the inner "
        "select() should read such a table by itself, give it one of its own with aliased()."
    ),
    r"no such column: (\S+)": (
        "Your statement uses the column {0}, but no table in its FROM has it. Did you forget a "
        "join, or use a sub-query's column under another name?"
    ),
    r"initialize target column for ForeignKey '(\S+)'": (
        "A foreign key of your model refers to {0}, and there is no such column. Write the name of "
        'the table, a dot and the name of the column: "users.id".'
    ),
    r"no column named (\S+)|Unconsumed column names: (.+)|invalid keyword argument": (
        "You set a column that the table doesn't have. Compare the names with those of the model."
    ),
    r"no such table: (\S+)": "There is no table {0} in the database.",
    r"no such function: (\S+)": "The database has no function called {0}.",
    r"ambiguous column name: (\S+)": (
        "Two tables in your statement have the column {0}. Use aliased() or label() to say which "
        "one you mean."
    ),
    r"Can't find any foreign key relationships|Don't know how to join": (
        "SQLAlchemy can't tell how these two tables belong together. Write the condition as the "
        "second argument of join()."
    ),
    r"Can't determine (join|which FROM clause)": (
        "There is more than one way to join these tables. Write the condition as the second "
        "argument of join(), and use select_from() to say where to start."
    ),
    r"Boolean value of this clause is not defined": (
        "`and`, `or` and `not` don't work on conditions of SQLAlchemy. Use &, | and ~, and put "
        "each condition in brackets."
    ),
    r"unique\(\) method must be invoked": (
        "joinedload() of a list repeats each object, once for each row. Call .unique() on the "
        "result, or use selectinload()."
    ),
    r"A value is required for bind parameter '(\w+)'": (
        "Your statement has a parameter {0} without a value. Give it one with .params({0}=…)."
    ),
    r"identical numbers? of columns|do not have the same number of result columns": (
        "The statements that you put together select different numbers of columns."
    ),
    r"sub-select returns (\d+) columns": (
        "Your inner select() returns {0} columns where the database compares a single one."
    ),
    r"misuse of window function": (
        "A window function can't be used in WHERE or GROUP BY, which are evaluated before it. "
        "Select it in a sub-query, and filter outside."
    ),
    r"misuse of aggregate": (
        "An aggregate such as count() can't be used in WHERE. Use having(), or a sub-query."
    ),
    r'near "(.+?)": syntax error': (
        'SQLite can\'t read the statement, from "{0}" on. Print it and look at that place: it may '
        "be a mistake, or a form of SQL that other databases have and SQLite doesn't."
    ),
    r"^interrupted$": (
        "The statement doesn't come to an end. A recursive CTE needs a condition that stops it; "
        "where the rows form a circle, count the steps."
    ),
    r"could not find table '(\w+)' with which": (
        "A foreign key of your model refers to the table {0}, but its Base has no such table. "
        "`new_base()` gives you one with the tables users and posts."
    ),
    r"UNIQUE constraint failed: (.+)": (
        "The database refused a row, because the table already has one with the same {0}."
    ),
    r'foreign key mismatch - "(\w+)" referencing "(\w+)"': (
        "The table {1} no longer has the key that {0} refers to. That happens when a table is "
        "dropped and made anew without its keys."
    ),
    r"FOREIGN KEY constraint failed": (
        "The database refused a row that refers to a row which doesn't exist (FOREIGN KEY)."
    ),
    r"NOT NULL constraint failed: (\S+)": "The database refused a row without a value in {0}.",
    r"CHECK constraint failed: (.+)": "The database refused a value: it breaks the rule {0}.",
    r"database is locked": (
        "The database is locked: another connection has an open transaction. Did you leave a "
        "session or a connection open, or open a second one inside the first?"
    ),
    r"transaction has been rolled back due to a previous exception": (
        "The session had an error before. Call rollback() before you use it again."
    ),
    r"vars\(\) argument must have|Unable to serialize unknown type": (
        "FastAPI can't make JSON of what you return. Give the endpoint a response model, or "
        "return dicts; for a list of one column's values, use scalars() instead of execute()."
    ),
    r"A value is required for bind parameter '(\S+)'": (
        "The statement has a parameter called {0}, and it got no value when it ran."
    ),
    r"Expecting value: line 1 column 1": (
        "You read a text as JSON that isn't JSON. If it's the body of a response, print the "
        "status_code: with 307, the path lacks the slash at its end."
    ),
    r"Incorrect padding": (
        "Base64 needs a text whose length is a multiple of four. A token leaves out the = signs at "
        "the end: add them before you read it."
    ),
    r"fromisoformat: argument must be str": (
        "A column should hold a moment, but the database returned something else. SQLite does so "
        'when you subtract two moments: take extract("epoch", …) of each first.'
    ),
    r"'str' object has no attribute 'tzinfo'": (
        "You use text where the table has a moment. Give it a datetime; to look for NULL, use "
        "is_(None)."
    ),
    r"'datetime.date' object has no attribute 'tzinfo'": (
        "A date is a day, and the table has moments. Give it a datetime, with UTC."
    ),
    r"has no time zone": "A moment has no time zone, and the table needs one: pass it with UTC.",
    r"type '(\S+)' is not supported|can't adapt type '(\S+)'": (
        "The database can't store a value of the type {0}. Convert it to one of Python's own."
    ),
}


def in_plain_english(error: BaseException) -> str:
    """What the error means and what to do; an empty text where we have no better words."""
    if isinstance(error, DetachedInstanceError):
        return (
            "You read from an object after its session was closed (DetachedInstanceError). Read "
            "what you need while the session is open, before the end of the `with` block."
        )
    if isinstance(error, ValidationError):
        return "Pydantic refused the value. " + first_complaint(error)
    if isinstance(error, ResponseValidationError):
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"][1:])
        where = f"Field {field}: " if field else ""
        return f"What you return doesn't fit the response model. {where}{first['msg']}."
    told = str(getattr(error, "orig", None) or error)
    for pattern, meaning in MEANINGS.items():
        if found := re.search(pattern, told):
            return meaning.format(*(part for part in found.groups() if part))
    return ""


def first_complaint(error: ValidationError) -> str:
    """The first fault that Pydantic found, with its field."""
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    return f"Field {field}: {first['msg']}." if field else f"{first['msg']}."
