"""Answers that are a function which reads with a session: what it returns, and what it sends."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy.exc import InvalidRequestError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import DetachedInstanceError

from course.counting import Statements, one_line, statements
from course.exercises.exercise import Judge, Wrong
from course.exercises.judges.functions import need_a_function
from course.exercises.judges.selects import Rows, databases, engine_with, listed

Reading = Callable[[Session], Any]


def loading(
    solution: Reading, most: int, once: str, mistakes: Sequence[tuple[Reading, str]] = ()
) -> Judge:
    """A function that returns what `solution` does, and sends at most `most` statements.

    `once` says what to do instead of one statement for each row; a mistake is a function and
    what to say to whoever returns the same.
    """

    def judge(answer: Any) -> None:
        need_a_function(answer)
        for rows in databases():
            expected, _ = called(solution, rows)
            given, ran = called(answer, rows)
            if given is None:
                raise Wrong("Your function returns nothing. Does it print instead of return?")
            if type(given) is not type(expected):
                kinds = type(expected).__name__, type(given).__name__
                raise Wrong(f"Your function should return a {kinds[0]}; this is a {kinds[1]}.")
            if given != expected:
                known = [says for wrong, says in mistakes if given == called(wrong, rows)[0]]
                raise Wrong("\n".join([*known, *beside(rows, expected, given)]))
            if ran.count > most:
                sent = Counter(one_line(text) for text in ran.texts).most_common()
                posts = f"{len(rows['posts'])} post" + "s" * (len(rows["posts"]) != 1)
                title = f"For {posts} you sent {ran.count} statements; the limit is {most}."
                lines = [f"The result is right. {title} {once}"]
                raise Wrong("\n".join(lines + [f"{often} × {text}" for text, often in sent]))

    return judge


def called(function: Reading, rows: Rows) -> tuple[Any, Statements]:
    """What a function returns for a session on these rows, and the statements that it sent."""
    engine = engine_with(rows)
    try:
        with Session(engine) as session, statements() as ran:
            return function(session), ran
    except DetachedInstanceError:
        raise Wrong("DetachedInstanceError: read all you need while the session is open.") from None
    except InvalidRequestError as error:
        raise Wrong(f"SQLAlchemy refused: {error}") from None
    except SQLAlchemyError as error:
        raise Wrong(f"The database cannot run it: {getattr(error, 'orig', error)}") from None
    finally:
        engine.dispose()


def beside(rows: Rows, expected: Any, given: Any) -> list[str]:
    asked = ("users", "posts", "likes")
    shown = [listed(name, rows[name]) for name in asked if rows[name]]
    return ["On this data:", *shown, f"Expected: {expected}", f"Yours:    {given}"]
