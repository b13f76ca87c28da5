"""A window over its rows: partition, order, peers, and the frame of one row."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

from course.drawing.rows import Rows, Source, is_null, rows_of, spelled
from course.drawing.svg import (
    BLUE,
    ORANGE,
    ROW,
    Drawing,
    box,
    cells,
    column_widths,
    dot,
    text,
    width_of,
)

Bounds = tuple[Any, Any]  # as SQLAlchemy's over() takes them: None is unbounded, 0 this row
UP_TO_HERE: Bounds = (None, 0)
GAP = 12  # pixels between two partitions
BAR = 64  # pixels across a frame's bar
MARK = 116  # pixels on the left, for "current row ▸"


def draw_window(
    table: Source,
    order_by: str,
    partition_by: str | None = None,
    current: int = 0,
    rows: Bounds | None = None,
    range_: Bounds | None = None,
    total_of: str | None = None,
    descending: bool = False,
    engine: Engine | None = None,
) -> Drawing:
    """Draw the rows of a small table in the order of a window, and the frame of one of them.

    `current` counts the rows as drawn, from 0. `rows` and `range_` are written as in SQLAlchemy's
    `over()`: `rows=(-2, 0)`. Without either, both frames up to the current row are drawn, which
    differ where rows are peers: equal in the order. `total_of` adds the sum of a column over the
    frame.
    """
    ordered = in_order(rows_of(table, engine), order_by, partition_by, descending)
    if not 0 <= current < len(ordered.values):
        raise ValueError(f"current is a row from 0 to {len(ordered.values) - 1}, not {current}.")
    if rows is None and range_ is None:
        rows = range_ = UP_TO_HERE
    window = Window(ordered, order_by, partition_by, current, descending)
    frames = {
        f"ROWS {in_sql(rows)}": window.rows_frame(rows) if rows else None,
        f"RANGE {in_sql(range_)}": window.range_frame(range_) if range_ else None,
    }
    chosen = {name: frame for name, frame in frames.items() if frame is not None}
    picture = WindowPicture(window, chosen, total_of)
    return Drawing(picture.width, picture.height, picture.shapes(), picture.in_words())


def in_order(rows: Rows, order_by: str, partition_by: str | None, descending: bool) -> Rows:
    """The rows partition by partition, each in its order; missing values come last."""

    def sorted_by(name: str, values: list[tuple[Any, ...]], backwards: bool) -> list[Any]:
        place = rows.names.index(name)
        known = [row for row in values if not is_null(row[place])]
        missing = [row for row in values if is_null(row[place])]
        return sorted(known, key=lambda row: row[place], reverse=backwards) + missing

    rows.column(order_by)
    values = sorted_by(order_by, rows.values, descending)
    if partition_by is not None:
        rows.column(partition_by)
        values = sorted_by(partition_by, values, False)
    return Rows(rows.names, values)


def in_sql(bounds: Bounds | None) -> str:
    """As SQL spells it, such as BETWEEN 2 PRECEDING AND CURRENT ROW."""
    if bounds is None:
        return ""

    def spell(bound: Any, unbounded: str) -> str:
        if bound is None:
            return f"UNBOUNDED {unbounded}"
        zero = bound - bound  # of a number or of a timedelta
        if bound == zero:
            return "CURRENT ROW"
        return f"{-bound} PRECEDING" if bound < zero else f"{bound} FOLLOWING"

    return f"BETWEEN {spell(bounds[0], 'PRECEDING')} AND {spell(bounds[1], 'FOLLOWING')}"


class Window:
    """Rows in the order of a window, and one row among them; places are counted from 0."""

    def __init__(
        self, rows: Rows, order_by: str, partition_by: str | None, current: int, descending: bool
    ) -> None:
        self.rows, self.order_by, self.partition_by = rows, order_by, partition_by
        self.current, self.descending = current, descending
        self.order = known_or_none(rows.column(order_by))
        self.groups = known_or_none(rows.column(partition_by) if partition_by else [1] * len(rows))
        self.partition = [i for i, group in enumerate(self.groups) if group == self.groups[current]]
        self.peers = [i for i in self.partition if self.order[i] == self.order[current]]

    def rows_frame(self, bounds: Bounds) -> list[int]:
        """So many rows before and after the current one, whatever they hold."""
        low, high = bounds
        return [
            i
            for i in self.partition
            if (low is None or i - self.current >= low)
            and (high is None or i - self.current <= high)
        ]

    def range_frame(self, bounds: Bounds) -> list[int]:
        """The rows whose value is so much smaller or larger; peers come together."""
        low, high = bounds
        return [
            i
            for i in self.partition
            if (low is None or self._side(i, low) >= 0)
            and (high is None or self._side(i, high) <= 0)
        ]

    def _side(self, place: int, bound: Any) -> int:
        """Whether a row comes before (-1), at (0) or after (1) the value that a bound names."""
        here, there = self.order[self.current], self.order[place]
        if here is None or there is None or bound == bound - bound:
            return (place > self.peers[-1]) - (place < self.peers[0])
        if self.descending:
            return int(there < here - bound) - int(there > here - bound)
        return int(there > here + bound) - int(there < here + bound)


def known_or_none(values: Sequence[Any]) -> list[Any]:
    return [None if is_null(value) else value for value in values]


class WindowPicture:
    """Where everything stands: the mark of the current row, the table, a bar for each frame."""

    def __init__(self, window: Window, frames: dict[str, list[int]], total_of: str | None) -> None:
        self.window, self.frames = window, frames
        self.widths = column_widths(window.rows, "NULL")
        self.top = 46.0 + ROW * len(frames)
        self.right: float = MARK + sum(self.widths)
        self.foot = self._totals(total_of) if total_of else []

    @property
    def width(self) -> float:
        bars = self.right + 66 + BAR * len(self.frames)
        return max(bars, *(width_of(line) + 8 for line in [*self.captions(), *self.foot]))

    @property
    def height(self) -> float:
        return self._y(len(self.window.rows) - 1) + ROW + 10 + ROW * len(self.foot)

    def captions(self) -> list[str]:
        window = self.window
        over = f"ORDER BY {window.order_by}{' DESC' if window.descending else ''}"
        if window.partition_by:
            over = f"PARTITION BY {window.partition_by} {over}"
        return [over, *self.frames]

    def _y(self, place: int) -> float:
        """The upper edge of a row: a gap parts it from the partition before."""
        groups = self.window.groups[: place + 1]
        gaps = sum(bool(one != other) for one, other in zip(groups, groups[1:], strict=False))
        return self.top + ROW * place + GAP * gaps

    def shapes(self) -> list[str]:
        drawn = [text(1, 16, self.captions()[0], bold=True)]
        for number, caption in enumerate(self.frames, start=1):
            drawn.append(text(1, 16 + ROW * number, caption, colour=BLUE, bold=True))
        drawn += self._table()
        for number, (caption, frame) in enumerate(self.frames.items()):
            drawn += self._bar(self.right + 70 + BAR * number, caption.split()[0], frame)
        for number, line in enumerate(self.foot):
            y = self.height - ROW * (len(self.foot) - number) + 12
            drawn.append(text(1, y, line, bold=True))
        return drawn

    def _table(self) -> list[str]:
        window, wide = self.window, sum(self.widths)
        drawn = cells(MARK, self.top - ROW, window.rows.names, self.widths, bold=True)
        for place, row in enumerate(window.rows.values):
            y = self._y(place)
            inside = place in window.partition
            if place == window.current:
                drawn.append(text(MARK - 8, y + 18, "current row ▸", colour=BLUE, anchor="end"))
                drawn.append(box(MARK, y + 1, wide, ROW - 3, colour=BLUE, filled=True))
            else:
                drawn.append(box(MARK, y + 1, wide, ROW - 3, dashed=not inside))
                if place in window.peers:
                    drawn.append(text(self.right + 10, y + 18, "peer", colour=ORANGE))
            drawn += cells(MARK, y, [spelled(value) for value in row], self.widths)
        return drawn

    def _bar(self, x: float, title: str, frame: list[int]) -> list[str]:
        drawn = [text(x + BAR / 2, self.top - 8, title, colour=BLUE, bold=True, anchor="middle")]
        if not frame:
            y = self._y(self.window.current) + 18
            return [*drawn, text(x + BAR / 2, y, "empty", colour=BLUE, anchor="middle")]
        upper, lower = self._y(frame[0]) + 1, self._y(frame[-1]) + ROW - 2
        drawn.append(box(x + 18, upper, BAR - 36, lower - upper, colour=BLUE, filled=True))
        middles = [self._y(place) + ROW / 2 for place in frame]
        return drawn + [dot(x + BAR / 2, middle) for middle in middles]

    def _totals(self, name: str) -> list[str]:
        values = self.window.rows.column(name)
        found = []
        for caption, frame in self.frames.items():
            known = [values[i] for i in frame if not is_null(values[i])]
            total = spelled(sum(known) if known else None)
            found.append(f"sum({name}) with {caption.split()[0]}: {total}")
        return found

    def in_words(self) -> str:
        """Which rows are peers and which are in each frame, a sentence for each."""
        window = self.window
        others = [self._row(place) for place in window.peers if place != window.current]
        told = [
            f"The window {self.captions()[0]}.",
            f"The current row is {self._row(window.current)}.",
            f"Its peers, equal in the order: {'; '.join(others) or 'none'}.",
        ]
        for caption, frame in self.frames.items():
            inside = "; ".join(self._row(place) for place in frame) or "no row"
            told.append(f"The frame {caption} holds {inside}.")
        return "\n".join([*told, *(f"{line}." for line in self.foot)])

    def _row(self, place: int) -> str:
        rows = self.window.rows
        named = zip(rows.names, rows.values[place], strict=True)
        return f"({', '.join(f'{name} {spelled(value)}' for name, value in named)})"
