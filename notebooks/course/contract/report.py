"""What the contract found, as text and as HTML."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from html import escape

from course.contract.check import Outcome
from course.contract.picture import drawn
from course.contract.result import CheckResult, with_code


@dataclass(frozen=True)
class Report:
    """The result of each check, in the order of the steps, and the test users left behind.

    `problem` says why requests stopped early, if they did.
    """

    results: tuple[CheckResult, ...]
    problem: str = ""
    users: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        return not self.problem and all(result.outcome == "passed" for result in self.results)

    def with_outcome(self, outcome: Outcome) -> list[CheckResult]:
        return [result for result in self.results if result.outcome == outcome]

    @cached_property
    def summary(self) -> str:
        if not self.results:
            return "The contract begins with step 13. The tests in mine/tests check steps 1 to 12."
        found = Counter(result.outcome for result in self.results)
        if self.problem and found["waits"] == len(self.results):
            return self.problem
        words = [f"{found['passed']} of {len(self.results)} checks passed"]
        words += [f"{found['failed']} failed"] if found["failed"] else []
        words += [f"{found['waits']} can't be tried yet"] if found["waits"] else []
        return f"{', '.join(words)}. {self.problem}".strip()

    @cached_property
    def waiting_for(self) -> Counter[str]:
        """Why checks can't be tried yet, and how many, where no problem explains them all."""
        reasons = Counter(result.message for result in self.with_outcome("waits"))
        del reasons[self.problem]
        return reasons

    @property
    def note(self) -> str:
        if not self.users:
            return ""
        return f"These test users and their posts stay behind: {', '.join(self.users)}."

    def __str__(self) -> str:
        parts = [self.summary, *map(str, self.with_outcome("failed"))]
        parts += [f"{reason} ({times})" for reason, times in self.waiting_for.items()]
        return "\n\n".join([*parts, *filter(None, [self.note])])

    def _repr_html_(self) -> str:
        failed = self.with_outcome("failed")
        parts = [f"<p><strong>{escape(self.summary)}</strong></p>"]
        parts += [drawn(self.results, self.summary)] if self.results else []
        parts += [result.html(is_open=result is failed[0]) for result in failed]
        if self.waiting_for:
            reasons = self.waiting_for.items()
            items = [f"<li>{with_code(reason)} ({times})</li>" for reason, times in reasons]
            title = f"<summary>{self.waiting_for.total()} can't be tried yet</summary>"
            parts.append(f"<details>{title}<ul>{''.join(items)}</ul></details>")
        parts += [f"<p>{escape(self.note)}</p>"] if self.note else []
        return f'<div class="mathjax_ignore">{"".join(parts)}</div>'

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": str(self)}
