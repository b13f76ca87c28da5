"""One exercise: its task, its hints, its answers, and the judge that tells them apart."""

import traceback
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any, ClassVar

from IPython.display import Markdown

from course.exercises import progress_file, watchers
from course.exercises.answers import answer_of, completed
from course.exercises.result import Result
from course.exercises.stubs import is_untouched
from course.judges.judge import CannotJudge, Comparison, Judge, Wrong
from course.judges.messages import in_plain_english


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that learners give, as code, and a message that is true of every answer
    which behaves like it."""

    name: str
    code: str
    message: str


@dataclass
class Exercise:
    """One exercise. The first of `answers` is the solution that is shown.

    Answers and mistakes are code. They use the names that `imports` brings, and end in
    `answer = …`, or in the function or class that is the answer.
    """

    title: str
    minutes: int
    objective: str
    task: str
    starter: str
    hints: tuple[str, ...]
    imports: str
    answers: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    judge: Judge
    praise: str
    practice: bool = False  # more practice, for who wants it: not one of the core exercises
    id: str = ""
    notebook: str = ""
    hints_shown: int = field(default=0, init=False)
    solutions_hidden: ClassVar[bool] = False

    @property
    def right_answers(self) -> tuple[str, ...]:
        """Each right answer as code that runs by itself."""
        return tuple(completed(code, self.imports) for code in self.answers)

    @property
    def wrong_answers(self) -> tuple[Mistake, ...]:
        """Each known mistake, its code such that it runs by itself."""
        return tuple(
            replace(each, code=completed(each.code, self.imports)) for each in self.mistakes
        )

    @property
    def solution_code(self) -> str:
        return self.right_answers[0]

    @cached_property
    def _comparison(self) -> Comparison:
        mistakes = [(partial(answer_of, each.code), each.message) for each in self.wrong_answers]
        return Comparison(self.judge, partial(answer_of, self.solution_code), mistakes)

    def check(self, answer: Any) -> Result:
        """Whether the answer is right; what differs, and the mistake if it is certain."""
        result = self._result(answer)
        if result.outcome != "not attempted":
            progress_file.record(self.title, result.outcome)
            watchers.tell(self.id, result.outcome)
        return result

    def _result(self, answer: Any) -> Result:
        if is_untouched(answer):
            where = "each ____" if "____" in self.starter else "the three dots"
            return Result("not attempted", f"Replace {where} with your answer, then run the cell.")
        try:
            self._comparison.require(answer)
        except Wrong as wrong:
            return Result("wrong", str(wrong))
        except CannotJudge as problem:
            told = f"The check itself failed, so your answer was not judged ({problem})."
            return Result("error", f"{told} Restart the kernel, or run doctor().")
        except Exception as error:
            return Result("error", learners_part(error))
        return Result("correct", self.praise)

    def hint(self) -> Markdown:
        """The next hint; only the last one may give the answer away."""
        if self.hints_shown == len(self.hints):
            name = f'exercise("{self.id}")'
            return Markdown(f"**That was the last hint.** `{name}.solution()` shows an answer.")
        self.hints_shown += 1
        watchers.tell(self.id, f"hint {self.hints_shown}")
        heading = f"**Hint {self.hints_shown} of {len(self.hints)}.** "
        return Markdown(heading + self.hints[self.hints_shown - 1])

    def solution(self) -> Markdown:
        """One answer, unless this notebook leaves the solutions to an instructor."""
        if self.solutions_hidden:
            name = f'exercise("{self.id}")'
            return Markdown(f"**Your instructor shows the solution.** `{name}.hint()` helps.")
        watchers.tell(self.id, "solution")
        return Markdown(f"**One solution:**\n\n```python\n{self.solution_code.strip()}\n```")

    def reset(self) -> Result:
        """Forget hints and progress of this exercise."""
        self.hints_shown = 0
        progress_file.forget(self.title)
        return Result("not attempted", f"Exercise {self.id} starts afresh.")

    def markdown(self) -> str:
        """The exercise as the Markdown cell of its notebook."""
        kind = " More practice." if self.practice else ""
        heading = f"**Exercise {self.id} · {self.title} · {self.minutes} minutes.{kind}**"
        return f"{heading} {self.task}"

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/markdown": self.markdown(), "text/plain": self.markdown()}


def numbered(notebook: str, exercises: Iterable[Exercise]) -> tuple[Exercise, ...]:
    """The exercises of a notebook, with ids such as "04.3" by their order."""
    number = notebook.partition("_")[0]
    return tuple(
        replace(each, id=f"{number}.{place}", notebook=notebook)
        for place, each in enumerate(exercises, start=1)
    )


def learners_part(error: Exception) -> str:
    """The error, what it means, and the line of the learner's own code in which it arose."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if is_learners(frame.filename)]
    where = f"in your line {own[-1].lineno}: {own[-1].line}" if own else ""
    told = f"Your answer raised {type(error).__name__}: {error}"
    notes = getattr(error, "__notes__", [])
    return "\n".join(filter(None, [in_plain_english(error), told, where, *notes]))


def is_learners(filename: str) -> bool:
    """Whether code is a cell's, not one of those that libraries generate under names in < >."""
    return "ipykernel_" in filename or filename.startswith(("<answer", "<cell", "<ipython-input"))
