"""Exercises that answer back: check, hint, solution, reset."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any, Literal

from IPython.display import Markdown

from course.exercises import progress_file

Outcome = Literal["correct", "wrong", "error", "not attempted"]
COLOURS = {
    "correct": "#2e9e5b",
    "wrong": "#d9822b",
    "error": "#d64545",
    "not attempted": "#7a8793",
}


Judge = Callable[[Any], None]


class Wrong(Exception):
    """What is wrong with an answer, in words that help to find it."""


@dataclass(frozen=True)
class Result:
    """What a check found: one of four outcomes, and a message in Markdown-free text."""

    outcome: Outcome
    message: str

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        title = self.outcome.capitalize()
        style = (
            f"border-left: 5px solid {COLOURS[self.outcome]}; padding: 4px 12px; "
            "white-space: pre-wrap; line-height: 1.5"
        )
        words = f"<strong>{title}.</strong> {escape(self.message)}"
        html = f'<div class="mathjax_ignore" style="{style}">{words}</div>'
        return {"text/html": html, "text/plain": f"{title}. {self.message}"}


@dataclass(frozen=True)
class WrongAnswer:
    """A mistake that readers make, as code, and words that its refusal must contain."""

    name: str
    code: str
    says: str


@dataclass
class Exercise:
    """One exercise; `judge` raises `Wrong` unless the answer is right.

    `solution`, `alternatives` and the wrong answers are code that ends in `answer = …`.
    """

    id: str
    notebook: str
    title: str
    minutes: int
    objective: str
    kind: str
    task: str
    hints: tuple[str, ...]
    solution_code: str
    alternatives: tuple[str, ...]
    wrong_answers: tuple[WrongAnswer, ...]
    judge: Judge
    praise: str
    hints_shown: int = field(default=0, init=False)

    def check(self, answer: Any) -> Result:
        result = self._result(answer)
        if result.outcome != "not attempted":
            progress_file.record(self.id, result.outcome)
        return result

    def _result(self, answer: Any) -> Result:
        if answer is ...:
            return Result("not attempted", "Put your answer where the three dots are, then run.")
        try:
            self.judge(answer)
        except Wrong as wrong:
            return Result("wrong", str(wrong))
        except Exception as error:
            return Result("error", learners_part(error))
        return Result("correct", self.praise)

    def hint(self) -> Markdown:
        """The next hint; the last one may give the answer away."""
        self.hints_shown = min(self.hints_shown + 1, len(self.hints))
        heading = f"**Hint {self.hints_shown} of {len(self.hints)}.** "
        return Markdown(heading + self.hints[self.hints_shown - 1])

    def solution(self) -> Markdown:
        return Markdown(f"**One solution:**\n\n```python\n{self.solution_code.strip()}\n```")

    def reset(self) -> Result:
        """Forget hints and progress of this exercise."""
        self.hints_shown = 0
        progress_file.forget(self.id)
        return Result("not attempted", f"Exercise {self.id} starts afresh.")

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        text = f"**Exercise {self.id} · {self.title} · {self.minutes} minutes.** {self.task}"
        return {"text/markdown": text, "text/plain": text}


def learners_part(error: Exception) -> str:
    """The error, and the line of the learner's own code in which it arose."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "ipykernel_" in frame.filename or "<" in frame.filename]
    where = f"\nin your line {own[-1].lineno}: {own[-1].line}" if own else ""
    return f"Your answer raised {type(error).__name__}: {error}{where}"
