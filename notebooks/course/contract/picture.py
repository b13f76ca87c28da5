"""How far a service is: one row for each step, one square for each check."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from course.contract.result import COLOURS, MARKS, CheckResult

LEFT, SIZE, GAP, HEIGHT = 510, 17, 4, 24  # of a row, in pixels


def drawn(results: Sequence[CheckResult], summary: str) -> str:
    """The picture as SVG; its text takes the colour of the page, light or dark."""
    steps = [(step, list(rows)) for step, rows in groupby(results, lambda result: result.step)]
    widest = max(len(rows) for _, rows in steps)
    width, height = LEFT + widest * (SIZE + GAP), len(steps) * HEIGHT
    inside = "".join(row(top * HEIGHT, step, rows) for top, (step, rows) in enumerate(steps))
    return (
        f'<svg role="img" aria-label="{escape(described(steps, summary))}" '
        f'viewBox="0 0 {width} {height}" width="{width}" style="max-width: 100%" '
        f'font-size="13">{inside}</svg>'
    )


def row(top: int, step: int, results: list[CheckResult]) -> str:
    title = f"{step} · {results[0].title.replace('`', '')}"
    text = f'<text x="0" y="{top + 16}" fill="currentColor">{escape(title)}</text>'
    lefts = range(LEFT, LEFT + len(results) * (SIZE + GAP), SIZE + GAP)
    return text + "".join(
        square(left, top + 3, result) for left, result in zip(lefts, results, strict=True)
    )


def square(left: int, top: int, result: CheckResult) -> str:
    colour = COLOURS[result.outcome]
    fill, ink = ("none", colour) if result.outcome == "waits" else (colour, "white")
    middle = left + SIZE / 2
    return (
        f"<g><title>{escape(f'{result.name}: {result.says}')}</title>"
        f'<rect x="{left}" y="{top}" width="{SIZE}" height="{SIZE}" rx="3" fill="{fill}" '
        f'stroke="{colour}" stroke-width="1.5" pointer-events="all"/>'
        f'<text x="{middle}" y="{top + 13}" text-anchor="middle" fill="{ink}" '
        f'pointer-events="none">{MARKS[result.outcome]}</text></g>'
    )


def described(steps: list[tuple[int, list[CheckResult]]], summary: str) -> str:
    """The picture in words."""
    told = [summary]
    for step, results in steps:
        passed = sum(result.outcome == "passed" for result in results)
        told.append(f"Step {step}: {passed} of {len(results)} passed.")
    return " ".join(told)
