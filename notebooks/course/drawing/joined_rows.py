"""Which rows of two tables a join pairs: a line for each pair."""

from typing import Literal

from sqlalchemy import Engine

from course.drawing.rows import Rows, Source, is_null, rows_of, spelled
from course.drawing.svg import (
    BLUE,
    ORANGE,
    ROW,
    TEXT,
    Drawing,
    box,
    cells,
    column_widths,
    dot,
    line,
    text,
    width_of,
)

How = Literal["inner", "left"]
TOP = 66  # pixels above the first row: the caption, the names of the tables and of the columns
LOST, NULL_KEY = "no match: left out", "meets nothing: left out"


def draw_join(
    left: Source,
    right: Source,
    on: str | tuple[str, str],
    how: How = "inner",
    names: tuple[str, str] = ("left", "right"),
    nulls_meet: bool = False,
    engine: Engine | None = None,
) -> Drawing:
    """Draw the rows of two small tables, and a line between any two that a join pairs.

    `on` is the column that both have, or a pair of names, the left one first. NULL meets nothing,
    as in SQL; with `nulls_meet` it meets NULL, as in `merge`. With `how="left"` a row without a
    match goes to a row of NULLs; otherwise it is left out, and drawn with dashes.
    """
    tables = rows_of(left, engine), rows_of(right, engine)
    keys = (on, on) if isinstance(on, str) else on
    pairs = matches(tables[0].column(keys[0]), tables[1].column(keys[1]), nulls_meet)
    picture = JoinPicture(tables, keys, how, names, pairs, "NaN" if nulls_meet else "NULL")
    return Drawing(picture.width, picture.height, picture.shapes(), picture.in_words())


def matches(left: list[object], right: list[object], nulls_meet: bool) -> list[tuple[int, int]]:
    """The places of the rows that meet, counted from 0."""

    def meet(one: object, other: object) -> bool:
        if is_null(one) or is_null(other):
            return nulls_meet and is_null(one) and is_null(other)
        return bool(one == other)

    return [
        (i, j) for i, one in enumerate(left) for j, other in enumerate(right) if meet(one, other)
    ]


class JoinPicture:
    """Where everything stands: the left table, room for the lines, the right table."""

    def __init__(
        self,
        tables: tuple[Rows, Rows],
        keys: tuple[str, str],
        how: How,
        names: tuple[str, str],
        pairs: list[tuple[int, int]],
        null: str,
    ) -> None:
        self.tables, self.keys, self.how = tables, keys, how
        self.names, self.pairs, self.null = names, pairs, null
        self.widths = [column_widths(rows, null) for rows in tables]
        self.gap = 60 + max(width_of(LOST), width_of(NULL_KEY))
        self.x = (1.0, sum(self.widths[0]) + self.gap)
        self.lonely = [self._lonely(side) for side in (0, 1)]
        self.kept = self.lonely[0] if how == "left" else []

    def _lonely(self, side: int) -> list[int]:
        """The rows of one table that meet nothing."""
        met = {pair[side] for pair in self.pairs}
        return [place for place in range(len(self.tables[side].values)) if place not in met]

    @property
    def width(self) -> float:
        room = width_of(NULL_KEY) + 16 if self.lonely[1] else 2
        return max(self.x[1] + sum(self.widths[1]) + room, width_of(self.caption()) + 10)

    @property
    def height(self) -> float:
        longest = max(len(self.tables[0].values), len(self.tables[1].values) + bool(self.kept))
        return TOP + ROW * longest + 8

    def caption(self) -> str:
        count = len(self.pairs) + len(self.kept)
        kept = f", and {len(self.kept)} kept with {self.null}" if self.kept else ""
        lines = f"{len(self.pairs)} match" + "es" * (len(self.pairs) != 1)
        return f"{self.how} join: {lines}{kept} = {count} row" + "s" * (count != 1)

    def shapes(self) -> list[str]:
        drawn = [text(1, 16, self.caption(), bold=True)]
        for i, j in self.pairs:
            drawn += self._meeting(i, j)
        drawn += self._kept() if self.kept else []
        for side in (0, 1):
            drawn += self._table(side)
        return drawn

    def _table(self, side: int) -> list[str]:
        rows, widths, x = self.tables[side], self.widths[side], self.x[side]
        drawn = [text(x + 9, 40, self.names[side], bold=True)]
        left = x
        for name, width in zip(rows.names, widths, strict=True):
            is_key = name == self.keys[side]
            drawn.append(text(left + 9, 60, name, colour=BLUE if is_key else TEXT, bold=is_key))
            left += width
        for place, row in enumerate(rows.values):
            y, alone = TOP + ROW * place, place in self.lonely[side]
            drawn.append(box(x, y + 1, sum(widths), ROW - 3, dashed=alone))
            drawn += cells(x, y, [spelled(value, self.null) for value in row], widths)
            if alone and not (side == 0 and self.kept):
                after = x + sum(widths) + 10
                why = self._why(side, place)
                drawn.append(text(after, y + 18, why, colour=ORANGE, over_lines=True))
        return drawn

    def _why(self, side: int, place: int) -> str:
        key = self.tables[side].column(self.keys[side])[place]
        return f"{self.null} {NULL_KEY}" if is_null(key) else LOST

    def _edge(self, side: int, place: int) -> tuple[float, float]:
        """Where lines touch a row: the left table on its right, the right one on its left."""
        x = self.x[0] + sum(self.widths[0]) if side == 0 else self.x[1]
        return x, TOP + ROW * place + ROW / 2

    def _meeting(self, i: int, j: int) -> list[str]:
        is_of_nulls = is_null(self.tables[0].column(self.keys[0])[i])
        return self._link(i, j, colour=ORANGE if is_of_nulls else BLUE)

    def _link(self, i: int, j: int, colour: str, dashed: bool = False) -> list[str]:
        ends = self._edge(0, i), self._edge(1, j)
        drawn = [dot(*end, colour=colour) for end in ends]
        return [line(*ends[0], *ends[1], colour=colour, dashed=dashed), *drawn]

    def _kept(self) -> list[str]:
        """The row of NULLs that a left join puts beside a row without a match."""
        below = len(self.tables[1].values)
        y, widths = TOP + ROW * below, self.widths[1]
        drawn = [box(self.x[1], y + 1, sum(widths), ROW - 3, colour=ORANGE, dashed=True)]
        drawn += cells(self.x[1], y, [self.null] * len(widths), widths, colour=ORANGE)
        for place in self.kept:
            drawn += self._link(place, below, colour=ORANGE, dashed=True)
        return drawn

    def in_words(self) -> str:
        """What the lines say, a sentence for each row."""
        (left, right), (one, other) = self.names, self.keys
        told = [f"{left} and {right}, joined where {left}.{one} = {right}.{other}."]
        for i in range(len(self.tables[0].values)):
            met = [self._row(1, j) for place, j in self.pairs if place == i]
            alone = f"nothing and is kept with {self.null}" if self.kept else "nothing"
            told.append(f"{self._row(0, i)} meets {' and '.join(met) or alone}.")
        told += [f"{self._row(1, j)} meets nothing." for j in self.lonely[1]]
        return "\n".join([*told, f"{self.caption()}."])

    def _row(self, side: int, place: int) -> str:
        rows = self.tables[side]
        values = zip(rows.names, rows.values[place], strict=True)
        inside = ", ".join(f"{name} {spelled(value, self.null)}" for name, value in values)
        return f"{self.names[side]} ({inside})"
