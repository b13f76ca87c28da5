"""Answers that are a function which writes: called on a fresh database, which is then looked at."""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from pandas.errors import DatabaseError
from sqlalchemy import Engine, Select, insert
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm.exc import DetachedInstanceError

from course.databases import empty_database
from course.exercises.exercise import Judge, Wrong
from course.exercises.judges.functions import need_a_function
from microblog.database import make_engine
from microblog.models import Base, Post, Retweet, User

EVENING = datetime(2026, 8, 12, 18, 0, tzinfo=UTC)
NAMES = ("marta", "ana", "bodil", "jonas", "keiko")
POSTS = {
    1: ("Clouds over Burgos.", 1),
    2: ("Where are my filters?", 2),
    7: ("The light is wrong.", 5),
}
LONGEST = 100  # characters of an outcome that are shown
Found = dict[str, Any]  # what came of a call, by name


@dataclass(frozen=True)
class Trial:
    """One call. `run` makes it with the answer and an engine, and tells what came of it.

    `mistakes` are pairs: what is found when a known mistake was made, and what to say of it.
    """

    shown: str
    run: Callable[[Callable[..., Any], Engine], Found]
    expected: Found
    mistakes: Sequence[tuple[Found, str]] = ()
    otherwise: str = ""
    raised: str = ""  # what to say when the call raises an error of the database


def writing(trials: Sequence[Trial]) -> Judge:
    """A function, judged by what other connections find after it was called."""

    def judge(answer: Any) -> None:
        need_a_function(answer)
        for trial in trials:
            found = try_once(answer, trial)
            if found != trial.expected:
                words = [says for mistake, says in trial.mistakes if fits(found, mistake)]
                differing = [name for name in found if found[name] != trial.expected.get(name)]
                differing += [name for name in trial.expected if name not in found]
                lines = [f"Expected: {listed(trial.expected, differing)}"]
                lines += [f"Yours:    {listed(found, differing)}"]
                lines += [(words or [trial.otherwise])[0]]
                raise Wrong("\n".join([trial.shown, *lines]).rstrip())

    return judge


def try_once(answer: Callable[..., Any], trial: Trial) -> Found:
    engine = prepared()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pandas' own, when it reads our indexes
            return trial.run(answer, engine)
    except DetachedInstanceError:
        raise Wrong(
            f"{trial.shown}\nDetachedInstanceError: the session is closed, and what it wrote wants "
            "to be read again. Take what you need from the object while the session is open."
        ) from None
    except (SQLAlchemyError, DatabaseError) as error:
        first = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise Wrong(
            f"{trial.shown}\nThe database refused: {first}\n{trial.raised}".rstrip()
        ) from None
    finally:
        engine.dispose()


def fits(found: Found, mistake: Found) -> bool:
    """Whether a mistake's part of the outcome was found."""
    return all(name in found and found[name] == value for name, value in mistake.items())


def listed(found: Found, names: Sequence[str]) -> str:
    """Those outcomes, each cut to a length that can be read."""
    return ", ".join(f"{name} {str(found[name])[:LONGEST]}" for name in names if name in found)


def prepared() -> Engine:
    """A database file with five users, their posts 1, 2 and 7, and jonas's retweet of post 1."""
    engine = make_engine(empty_database())
    Base.metadata.create_all(engine)
    users = [
        {"id": n, "username": name, "email": f"{name}@example.org", "hashed_password": "none"}
        for n, name in enumerate(NAMES, start=1)
    ]
    posts = [
        {"id": n, "content": content, "owner_id": owner, "timestamp": EVENING - timedelta(hours=1)}
        for n, (content, owner) in POSTS.items()
    ]
    with engine.begin() as connection:
        connection.execute(insert(User), users)
        connection.execute(insert(Post), posts)
        retweet = {"user_id": 4, "post_id": 1, "timestamp": EVENING}
        connection.execute(insert(Retweet), retweet)
    return engine


def rows(engine: Engine, statement: Select[*tuple[Any, ...]]) -> list[Any]:
    """What another connection finds: tuples, or the values themselves of a single column."""
    with engine.connect() as connection:
        try:
            found = connection.execute(statement).all()
        except DBAPIError as error:
            raise Wrong(
                f"The table is no longer what it was: {error.orig}. Did you replace it?"
            ) from None
    return [row[0] if len(row) == 1 else tuple(row) for row in found]


def error_of(call: Callable[[], Any]) -> str:
    """Whether a call ended in an error, as a word for what was found."""
    try:
        call()
    except (SQLAlchemyError, DatabaseError):
        return "raised"
    return "none"
