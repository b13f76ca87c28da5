"""The order in which the clauses of a grouped statement take effect, and what each leaves over."""

from dataclasses import dataclass
from statistics import mean

import pandas as pd

from course.drawing.rows import rows_of, spelled
from course.drawing.svg import BLUE, ORANGE, ROW, TEXT, Drawing, box, line, text, width_of

TOP, GAP, MARGIN = 48, 26, 18  # pixels: above the first row, between clauses, inside a box


@dataclass
class Piece:
    """A row or a group at the height `y`, counted in rows, and the pieces that it is made of."""

    content: str
    y: float
    made_of: list[int]
    gone: bool = False

    def shown(self) -> str:
        return f"✗ {self.content}" if self.gone else self.content


@dataclass
class Clause:
    word: str
    what: str
    pieces: list[Piece]

    @property
    def width(self) -> float:
        contents = [each.shown() for each in self.pieces]
        return MARGIN + max(map(width_of, [self.word, self.what, *contents]))

    def in_words(self) -> str:
        over = "; ".join(each.content for each in self.pieces if not each.gone)
        return f"{self.word} {self.what}: {over or 'nothing'}."


def draw_clauses(
    rows: pd.DataFrame,
    name: str,
    *,
    where: str,
    group_by: str,
    having: str,
    order_by: str,
    limit: int,
) -> Drawing:
    """Draw what each clause of a statement that counts the rows of each group leaves over.

    `where` and `having` are written as for `DataFrame.query`; in `having`, and in `order_by`, a
    group has its key and its `count`. `order_by` is one of them, alone or followed by `desc`.
    """
    rows_of(rows)  # refuses what is too large to be drawn
    read = rows.sort_values(group_by, kind="stable", ignore_index=True)
    chosen = read.query(where)
    groups = chosen.groupby(group_by).size().reset_index(name="count")
    passed = groups.query(having)
    column, _, direction = order_by.partition(" ")
    ordered = passed.sort_values(column, ascending=direction != "desc", kind="stable")
    made = before_grouping(read, chosen)
    made += of_groups(chosen, groups, passed, made[-1])
    made += of_the_result(passed, ordered, limit, made[-1])
    words = (f"FROM {name}", "WHERE", "GROUP BY", "HAVING", "SELECT", "ORDER BY", "LIMIT")
    names = (
        ", ".join(map(str, read.columns)),
        where,
        group_by,
        having,
        ", ".join(map(str, groups.columns)),
        order_by,
        limit,
    )
    clauses = [
        Clause(word, str(what), each) for word, what, each in zip(words, names, made, strict=True)
    ]
    width = sum(each.width + GAP for each in clauses) - GAP + 2
    described = "\n".join(each.in_words() for each in clauses)
    return Drawing(width, TOP + ROW * len(rows) + 4, shapes(clauses), described)


def before_grouping(read: pd.DataFrame, chosen: pd.DataFrame) -> list[list[Piece]]:
    """A piece for each row, in FROM and in WHERE."""
    contents = [spelled(row) for row in read.itertuples(index=False, name=None)]
    return [
        [Piece(content, y, []) for y, content in enumerate(contents)],
        [Piece(content, y, [y], y not in chosen.index) for y, content in enumerate(contents)],
    ]


def of_groups(
    chosen: pd.DataFrame, groups: pd.DataFrame, passed: pd.DataFrame, rows: list[Piece]
) -> list[list[Piece]]:
    """A piece for each group, in GROUP BY and in HAVING, beside the middle of its rows."""
    grouped = []
    for key, count in groups.itertuples(index=False, name=None):
        places = list(chosen.index[chosen[groups.columns[0]] == key])
        content = f"{spelled(key)}: {count} row" + "s" * (count != 1)
        grouped.append(Piece(content, mean(rows[place].y for place in places), places))
    judged = [Piece(g.content, g.y, [i], i not in passed.index) for i, g in enumerate(grouped)]
    return [grouped, judged]


def of_the_result(
    passed: pd.DataFrame, ordered: pd.DataFrame, limit: int, groups: list[Piece]
) -> list[list[Piece]]:
    """A piece for each row of the result, in SELECT, ORDER BY and LIMIT."""
    selected = [
        Piece(spelled(row), groups[i].y, [i])
        for i, row in zip(passed.index, passed.itertuples(index=False, name=None), strict=True)
    ]
    places = passed.index.get_indexer(ordered.index).tolist()
    heights = sorted(each.y for each in selected)
    arranged = [Piece(selected[i].content, y, [i]) for i, y in zip(places, heights, strict=True)]
    cut = [Piece(each.content, each.y, [i], i >= limit) for i, each in enumerate(arranged)]
    return [selected, arranged, cut]


def shapes(clauses: list[Clause]) -> list[str]:
    drawn: list[str] = []
    x, before = 1.0, (0.0, clauses[0])
    for clause in clauses:
        drawn += [text(x, 15, clause.word, bold=True), text(x, 34, clause.what, colour=BLUE)]
        for piece in clause.pieces:
            drawn += one_piece(piece, x, clause.width, before)
        before = (x + clause.width, clause)
        x += clause.width + GAP
    return drawn


def one_piece(piece: Piece, x: float, width: float, before: tuple[float, Clause]) -> list[str]:
    """Its box, and a line from each piece of the clause before that went into it."""
    edge, clause = before
    top = TOP + ROW * piece.y
    colour = ORANGE if piece.gone else BLUE
    drawn = [
        line(edge, TOP + ROW * (clause.pieces[i].y + 0.5), x, top + ROW / 2, colour=colour)
        for i in piece.made_of
        if not piece.gone
    ]
    drawn.append(box(x, top + 1, width, ROW - 3, colour=colour, dashed=piece.gone))
    return [*drawn, text(x + 9, top + 18, piece.shown(), colour=ORANGE if piece.gone else TEXT)]
