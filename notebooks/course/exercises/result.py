"""What a check found, as a reader sees it."""

from dataclasses import dataclass
from html import escape
from typing import Literal

Outcome = Literal["correct", "wrong", "error", "not attempted"]
COLOURS: dict[Outcome, str] = {
    "correct": "#2e9e5b",
    "wrong": "#d9822b",
    "error": "#d64545",
    "not attempted": "#7a8793",
}


@dataclass(frozen=True)
class Result:
    """One of four outcomes, and a message in Markdown-free text."""

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
