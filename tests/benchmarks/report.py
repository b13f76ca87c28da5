"""The table that a run prints: what was measured, beside what was hoped for."""

from collections.abc import Iterable
from dataclasses import dataclass

HEADINGS = ("what", "database", "goal", "measured", "verdict")


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    database: str
    goal: str
    measured: str
    verdict: str


def verdict(met: bool) -> str:
    return "met" if met else "missed"


def at_most(what: str, database: str, goal: float, ratio: float, detail: str = "") -> Row:
    return Row(what, database, f"≤ {goal:g}", f"{ratio:.2f} {detail}", verdict(ratio <= goal))


def at_least(what: str, database: str, goal: float, ratio: float, detail: str = "") -> Row:
    return Row(what, database, f"≥ {goal:g}", f"{ratio:.2f} {detail}", verdict(ratio >= goal))


def share(what: str, database: str, goal: float, part: float, detail: str = "") -> Row:
    """`goal` and `part` are fractions, shown as percentages."""
    measured = f"{part:.1%} {detail}"
    return Row(what, database, f"≥ {goal:.0%}", measured, verdict(part >= goal))


def remark(what: str, database: str, measured: str) -> Row:
    """A figure for comparison, without a goal."""
    return Row(what, database, "", measured, "")


def table(rows: Iterable[Row]) -> str:
    """The rows as Markdown, in columns of equal width."""
    lines: list[tuple[str, ...]] = [HEADINGS]
    lines += [(row.what, row.database, row.goal, row.measured.strip(), row.verdict) for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |"
        for line in lines
    )
