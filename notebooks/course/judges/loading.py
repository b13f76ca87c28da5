"""Answers that are a function which reads with a session: what it returns, and what it sends."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from course.counting import one_line, statements
from course.judges.data import Rows, databases
from course.judges.explaining import beside, data
from course.judges.judge import Difference, Judge, Raised, behave
from course.judges.running import engine_with, smallest
from course.judges.trials import a_function, about_the_kind
from course.judges.values import plain


@dataclass
class Loading(Judge):
    """A function that returns what the solution does, and sends at most `most` statements.

    `tables` names those that a message shows.
    """

    most: int
    tables: Sequence[str] = ()
    on: Callable[[], Iterable[Rows]] = databases

    @cached_property
    def _cases(self) -> list[Rows]:
        return list(self.on())

    def cases(self) -> Sequence[Rows]:
        return self._cases

    def accept(self, answer: Any) -> Any:
        return a_function(answer)

    def behaviour(self, answer: Any, case: Rows) -> Any:
        with engine_with(case) as engine, Session(engine) as session, statements() as ran:
            returned = plain(answer(session))
        sent = ran.texts if ran.count > self.most else []
        return {"returns": returned, "sends": [one_line(text, 70) for text in sent]}

    def difference(self, found: Difference) -> str:
        if isinstance(found.given, Raised):
            return found.given.meaning
        if found.given["returns"] == found.expected["returns"]:
            return self._too_many(found.given["sends"], found.case)

        def still(rows: Rows) -> bool:
            one, other = behave(self, found.answer, rows), behave(self, found.solution, rows)
            if isinstance(one, Raised):
                return False
            return bool(one["returns"] != other["returns"])

        rows = smallest(found.case, still)
        expected, given = (
            self.behaviour(each, rows)["returns"] for each in (found.solution, found.answer)
        )
        lines = [*data(rows, self.tables), *beside(expected, given)]
        if found.mistake is None:
            lines.append(about_the_kind(given, expected))
        return "\n".join(lines).rstrip()

    def _too_many(self, sent: Sequence[str], rows: Rows) -> str:
        posts = f"{len(rows['posts'])} post{'s' * (len(rows['posts']) != 1)}"
        enough = f"{self.most} {'is' if self.most == 1 else 'are'} enough"
        told = f"For {posts} you sent {len(sent)} statements; {enough}."
        lines = [f"{often} × {text}" for text, often in Counter(sent).most_common()]
        return "\n".join([f"The result is right. {told}", *lines])
