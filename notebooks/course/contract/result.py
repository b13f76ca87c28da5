"""What came of one check, as text and as HTML."""

import re
from dataclasses import dataclass
from html import escape

from course.contract.check import Check, Outcome
from course.mine.steps import STEPS

COLOURS: dict[Outcome, str] = {"passed": "#2e9e5b", "failed": "#d64545", "waits": "#8a94a0"}
MARKS: dict[Outcome, str] = {"passed": "✓", "failed": "✗", "waits": "…"}
BOX = "border-left: 5px solid {}; padding: 2px 12px; margin: 8px 0; line-height: 1.5"
CODE = "white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 6px 0"
BY_NUMBER = {step.number: step for step in STEPS}


@dataclass(frozen=True)
class CheckResult:
    """What came of a check; `sent` and `came` are the request and the answer that decided it."""

    name: str
    step: int
    says: str
    outcome: Outcome
    message: str = ""
    sent: str = ""
    came: str = ""

    @property
    def notebook(self) -> str:
        return BY_NUMBER[self.step].notebook

    @property
    def title(self) -> str:
        """The title of the step."""
        return BY_NUMBER[self.step].title

    def parts(self) -> list[tuple[str, str]]:
        """What is shown, each under its heading."""
        told = [
            ("The contract says", self.says),
            ("The request", self.sent),
            ("The answer", self.came),
            ("What is wrong" if self.outcome == "failed" else "Not yet", self.message),
            ("Look at", f"{self.notebook}, step {self.step}: {self.title}"),
        ]
        return [(heading, text) for heading, text in told if text]

    def __str__(self) -> str:
        lines = [f"{MARKS[self.outcome]} {self.name}"]
        for heading, text in self.parts():
            lines += [f"  {heading}:", *(f"      {line}" for line in text.splitlines())]
        return "\n".join(lines)

    def html(self, is_open: bool) -> str:
        shown = []
        for heading, text in self.parts():
            as_sent = heading in ("The request", "The answer")
            tag, content = ("pre", escape(text)) if as_sent else ("div", with_code(text))
            shown.append(f"<em>{heading}</em><{tag} style='{CODE}'>{content}</{tag}>")
        name = f"{MARKS[self.outcome]} {self.name.replace('_', ' ')}"
        title = f"<summary><strong>{name}</strong> · step {self.step}</summary>"
        box = BOX.format(COLOURS[self.outcome])
        opened = " open" if is_open else ""
        return f"<details{opened} style='{box}'>{title}{''.join(shown)}</details>"

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        page = f'<div class="mathjax_ignore">{self.html(is_open=True)}</div>'
        return {"text/html": page, "text/plain": str(self)}


def waiting(check: Check, message: str) -> CheckResult:
    return CheckResult(check.name, check.step, check.says, "waits", message)


def with_code(text: str) -> str:
    """The text as HTML, with what stands between backticks as code."""
    return re.sub("`([^`]*)`", r"<code>\1</code>", escape(text))
