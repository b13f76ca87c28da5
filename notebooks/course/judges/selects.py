"""Answers that are a select(): run on several databases beside the solution."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

import pandas as pd
from sqlalchemy import BindParameter, CompoundSelect, Result, Select, Table
from sqlalchemy.orm import Query
from sqlalchemy.sql.visitors import iterate
from sqlalchemy.types import NullType

from course.judges.data import Rows, databases
from course.judges.explaining import HIDDEN, beside, data, inside
from course.judges.judge import Difference, Judge, Raised, Wrong, behave
from course.judges.running import run, smallest
from course.judges.values import kind_of

Statement = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]


@dataclass
class Selecting(Judge):
    """A statement that finds the same rows as the solution on every database.

    `ordered`: the question asks for an order, so the order of the rows counts. `on`: databases of
    its own. `names`: what the columns must be called. `parameters`: named parameters that the
    answer must have, with the values to try it with. `hidden`: columns that no message shows.
    """

    ordered: bool = False
    on: Callable[[], Iterable[Rows]] = databases
    names: Sequence[str] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=lambda: HIDDEN)

    @cached_property
    def _cases(self) -> list[Rows]:
        return list(self.on())

    def cases(self) -> Sequence[Rows]:
        return self._cases

    def accept(self, answer: Any) -> Statement:
        return with_parameters(as_statement(answer), self.parameters)

    def behaviour(self, answer: Statement, case: Rows) -> Any:
        names, rows = run(answer, case)
        return {
            "width": len(names),
            "names": names if self.names else [],
            "rows": rows if self.ordered else Counter(rows),
            "sorts": self.ordered and str(answer) != str(answer.order_by(None)),
        }

    def difference(self, found: Difference) -> str:
        if isinstance(found.given, Raised):
            return found.given.meaning
        given, expected = found.given, found.expected
        if given["width"] != expected["width"]:
            asked, selected = (columns(each["width"]) for each in (expected, given))
            return f"The question asks for {asked}; you selected {selected.split()[0]}."
        if given["rows"] == expected["rows"] and given["sorts"] != expected["sorts"]:
            return (
                "The rows come in the right order here, but only by chance: without order_by() a "
                "database promises no order."
            )
        if given["rows"] == expected["rows"]:
            asked, selected = (", ".join(each["names"]) for each in (expected, given))
            return f"The columns should be called {asked}; yours are called {selected}."
        return self._on_the_smallest_data(found)

    def _on_the_smallest_data(self, found: Difference) -> str:
        """The smallest rows on which the answer, and the mistake that it is, still differ."""

        def still(rows: Rows) -> bool:
            given = behave(self, found.answer, rows)
            if found.mistake is not None and given != behave(self, found.mistake, rows):
                return False
            return bool(given != behave(self, found.solution, rows))

        rows = smallest(found.case, still)
        (_, expected), (_, given) = run(found.solution, rows), run(found.answer, rows)
        values = [f"{name} = {inside(value)}" for name, value in self.parameters.items()]
        told = [f"With {', '.join(values)}."] if values else []
        lines = [*data(rows, hidden=self.hidden), *told, *beside(expected, given)]
        if Counter(given) == Counter(expected):
            lines.insert(0, "Your statement finds the right rows, in another order.")
        return "\n".join(lines)


def columns(number: int) -> str:
    return f"{number} column{'s' * (number != 1)}"


def as_statement(answer: Any) -> Statement:
    """The statement that the answer is, or words about what it is instead."""
    if isinstance(answer, Query):
        answer = answer.statement
    if isinstance(answer, pd.DataFrame | pd.Series | Result):
        raise Wrong(
            f"This is {kind_of(answer)}, the result of a statement. Answer with the select() "
            "itself, without running it."
        )
    if isinstance(answer, str):
        raise Wrong("This is text. Build the statement with select().")
    if isinstance(answer, list | tuple):
        raise Wrong("These are rows. Answer with a select() that finds them on any data.")
    if answer is None:
        raise Wrong("This is None. Answer with the select() itself, not with what print() returns.")
    if not isinstance(answer, Select | CompoundSelect):
        raise Wrong(f"This is {kind_of(answer)}. Answer with a select().")
    if not any(isinstance(element, Table) for element in iterate(answer)):
        raise Wrong("Your statement reads no table, so it can't find the rows on other data.")
    return answer


def with_parameters(statement: Statement, values: Mapping[str, Any]) -> Statement:
    """The statement with these values for its named parameters."""
    found = {each.key: each for each in iterate(statement) if isinstance(each, BindParameter)}
    for name, value in values.items():
        if name not in found:
            raise Wrong(
                f"Your statement has no parameter called {name}. Make one with bindparam(); to "
                "compare it with a tuple_(), put it into a tuple_() too."
            )
        if isinstance(value, datetime) and isinstance(found[name].type, NullType):
            raise Wrong(
                f"The parameter {name} has no type, because nothing says what it is compared with. "
                "Give it one, as in bindparam(…, type_=UTCDateTime)."
            )
    return statement.params(**values)
