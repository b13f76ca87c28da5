"""Answers that are tried: each trial observes, by name, what the answer does."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from course.judges.explaining import cut, inside
from course.judges.judge import Difference, Judge, Raised, Wrong
from course.judges.values import Kind, Series, kind_of, plain

Observed = Mapping[str, Any]


@dataclass(frozen=True)
class Trial:
    """One way to use an answer. `run` returns what came of it, by name; `shown` is told."""

    shown: str
    run: Callable[[Any], Observed]


def a_function(answer: Any) -> Any:
    """A function that was not called; `Wrong` for anything else."""
    if not callable(answer):
        raise Wrong(
            f"This is {kind_of(answer)}. Answer with the function itself, by its name, without "
            "brackets behind it."
        )
    return answer


@dataclass(frozen=True)
class Trying(Judge):
    """An answer of a certain kind that is observed in each trial."""

    trials: Sequence[Trial]
    kind: Callable[[Any], Any] = a_function

    def cases(self) -> Sequence[Trial]:
        return self.trials

    def accept(self, answer: Any) -> Any:
        return self.kind(answer)

    def shown(self, case: Trial) -> str:
        return case.shown

    def behaviour(self, answer: Any, case: Trial) -> Any:
        return {name: plain(value) for name, value in case.run(answer).items()}

    def difference(self, found: Difference) -> str:
        lines = [found.case.shown]
        if isinstance(found.given, Raised):
            return "\n".join([*lines, found.given.meaning]).rstrip()
        given, expected = found.given, found.expected
        differ = [name for name in {**expected, **given} if unlike(given, expected, name)]
        lines += [f"Expected: {observed(expected, differ)}", f"Yours:    {observed(given, differ)}"]
        if found.mistake is None:
            lines.append(about_the_kind(given.get("returns", 0), expected.get("returns")))
        return "\n".join(lines).rstrip()


def unlike(one: Observed, other: Observed, name: str) -> bool:
    return name not in one or name not in other or bool(one[name] != other[name])


def observed(values: Observed, names: Sequence[str]) -> str:
    """Those observations in one line; words for what happened stand without quotes."""
    told = [
        f"{name}: {values[name]}"
        if type(values[name]) is str
        else f"{name}: {inside(values[name])}"
        for name in names
        if name in values and name != "returns"
    ]
    returned = [inside(values["returns"])] if "returns" in names and "returns" in values else []
    return cut("; ".join([*returned, *told]))


def about_the_kind(given: Any, expected: Any) -> str:
    """What it means that a function returns nothing, or an object in place of a list."""
    if given is None and expected is not None:
        return "A function returns None when it ends without return. Printing isn't returning."
    if isinstance(given, Kind) and isinstance(expected, Series):
        return f"Your function returns {given}. Return a list."
    return ""


def calls(*arguments: tuple[Any, ...], named: str) -> Trying:
    """A function called `named` that is judged by what it returns for each tuple of arguments."""

    def trial(given: tuple[Any, ...]) -> Trial:
        shown = f"{named}({', '.join(repr(each) for each in given)})"

        def run(answer: Any) -> Observed:
            mine = deepcopy(given)
            returned = answer(*mine)
            same = all(unchanged(one, other) for one, other in zip(mine, given, strict=True))
            return {"returns": returned, "arguments": "unchanged" if same else "changed"}

        return Trial(cut(shown), run)

    return Trying([trial(each) for each in arguments])


def unchanged(one: Any, other: Any) -> bool:
    return bool(one.equals(other)) if hasattr(one, "equals") else bool(one == other)


def ending(call: Callable[[], Any]) -> Observed:
    """How a call ends, where an error is what the task asks for: it returns, or it raises."""
    try:
        call()
    except Exception:
        return {"the call": "raises an error"}
    return {"the call": "raises no error"}
