"""Answers that are a select() whose work is counted, in steps that are the same everywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from course.databases import database_of, kept_database
from course.judges.judge import Difference, Raised
from course.judges.selects import Selecting, Statement, with_parameters
from microblog.database import make_engine

GRAIN = 10  # SQLite reports after so many steps of its machine
MOST_STEPS = 1_000_000  # then a statement is stopped
MOST = 2.0  # times the work of the other load
ACCOUNTS_BY_TIME = "CREATE INDEX accounts_by_time ON users (created_at DESC, id DESC)"


@dataclass(frozen=True)
class Load:
    """A database of so many posts, and the values with which the statement is run there."""

    shown: str
    posts: int
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(kw_only=True)
class Working(Selecting):
    """A statement that finds the right rows, and takes about as much work on both loads."""

    loads: tuple[Load, Load]

    def cases(self) -> Sequence[Any]:
        return [*super().cases(), self.loads]

    def behaviour(self, answer: Statement, case: Any) -> Any:
        if case is not self.loads:
            return super().behaviour(answer, case)
        counts = [steps(answer, load) for load in self.loads]
        return "unequal work" if max(counts) > MOST * min(counts) else "equal work"

    def difference(self, found: Difference) -> str:
        if found.case is not self.loads or isinstance(found.given, Raised):
            return super().difference(found)
        told = [f"{load.shown}: {counted(found.answer, load)}." for load in self.loads]
        return "\n".join(["The rows are right. What SQLite does to find them:", *told])


def counted(statement: Statement, load: Load) -> str:
    count = steps(statement, load)
    return f"{count:,} steps" if count < MOST_STEPS else f"stopped after {MOST_STEPS:,} steps"


def steps(statement: Statement, load: Load) -> int:
    """How many steps SQLite's machine takes for a statement; those that take more are stopped."""
    engine, reports = make_engine(many(load.posts)), 0
    statement = with_parameters(statement, load.parameters)

    def report() -> bool:
        nonlocal reports
        reports += 1
        return reports * GRAIN >= MOST_STEPS

    try:
        with engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            connection.execute(text("SELECT 1 FROM users")).first()  # the schema is read now
            driver.set_progress_handler(report, GRAIN)
            connection.execute(statement).all()
    except OperationalError as error:
        if str(error.orig) != "interrupted":
            raise
    finally:
        engine.dispose()
    return reports * GRAIN


@kept_database
def many(posts: int) -> str:
    """The URL of a database of that size with one index more; judges only read in it."""
    engine = make_engine(url := database_of(posts))
    with engine.begin() as connection:
        connection.execute(text(ACCOUNTS_BY_TIME))
    engine.dispose()
    return url
