"""An index as a tree of pages, and the way through it that a look-up takes."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

from course.drawing.rows import is_null, spelled
from course.drawing.svg import BLUE, TEXT, Drawing, box, line, text, width_of

FEWEST = 4  # keys on a page
PAGES = 5  # drawn side by side on one level
KEYS = 8  # drawn on one page
KEY = 20  # pixels from one key to the next
LEVEL = 50  # pixels between two levels
GAP = 28  # pixels between two pages
SIDE = 104  # pixels on either side, for "… 1,200 more"
LONGEST = 18  # characters of a key


def draw_index(
    keys: Iterable[Any],
    find: Any = None,
    between: tuple[Any, Any] | None = None,
    keys_per_page: int | None = None,
) -> Drawing:
    """Draw an index on these keys, and the pages that a look-up reads.

    `find` looks up one key; `between` walks along the leaves from the first key of a range to its
    last. It is simplified: real pages hold hundreds of keys, and each key of a leaf also says where
    its row is. An inner page holds the smallest key of each page below. Of many pages and keys
    only those near the way are drawn.
    """
    known = sorted(key for key in keys if not is_null(key))
    if not known:
        raise ValueError("There are no keys to draw.")
    asked = between if between is not None else None if find is None else (find, find)
    tree = Tree(known, keys_per_page or max(FEWEST, ceil(len(known) ** (1 / 3))), asked)
    picture = TreePicture(tree)
    return Drawing(picture.width, picture.height, picture.shapes(), picture.in_words())


class Tree:
    """The pages of each level, from the root to the leaves, and which of them are read."""

    def __init__(self, keys: Sequence[Any], per_page: int, asked: tuple[Any, Any] | None) -> None:
        self.keys, self.per_page, self.asked = keys, per_page, asked
        self.levels = [self._pages(keys)]
        while len(self.levels[0]) > 1:
            self.levels.insert(0, self._pages([page[0] for page in self.levels[0]]))
        self.read = self._way() if asked else [[] for _ in self.levels]

    def _pages(self, keys: Sequence[Any]) -> list[list[Any]]:
        return [list(keys[at : at + self.per_page]) for at in range(0, len(keys), self.per_page)]

    def _way(self) -> list[list[int]]:
        """The pages read on each level: one on the way down, then leaf after leaf."""
        low, high = self.asked or (None, None)
        place = bisect_left(self.keys, low)
        if place == len(self.keys) or self.keys[place] != low:
            place = max(place - 1, 0)  # it would stand behind the key before
        leaves, read = self.levels[-1], [place // self.per_page]
        while read[-1] + 1 < len(leaves) and leaves[read[-1] + 1][0] <= high:
            read.append(read[-1] + 1)
        way = [read]
        while len(way) < len(self.levels):
            way.insert(0, [way[0][0] // self.per_page])
        return way

    def found(self, key: Any) -> bool:
        return self.asked is not None and bool(self.asked[0] <= key <= self.asked[1])

    def leads_on(self, level: int, page: int) -> list[int]:
        """The keys of a page that matter: the one that leads down, or those that were found."""
        if page not in self.read[level]:
            return []
        if level == len(self.levels) - 1:
            return [i for i, key in enumerate(self.levels[level][page]) if self.found(key)]
        return [self.read[level + 1][0] - page * self.per_page]


def near(chosen: Sequence[int], count: int, most: int) -> range:
    """Which of `count` things are drawn: those around the chosen ones, `most` in all."""
    first, last = min(chosen, default=0), max(chosen, default=0)
    before = max(1, (most - (last - first + 1)) // 2)  # room left of the chosen ones
    start = max(0, min(first - before, count - most))
    return range(start, min(count, start + most))


class TreePicture:
    """Where everything stands: a level below the other, pages side by side."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.leaf = len(tree.levels) - 1
        self.page_width = max(width_of(self._spell(key)) for key in tree.keys) + 20
        self.shown = [
            near(read, len(pages), PAGES)
            for read, pages in zip(tree.read, tree.levels, strict=True)
        ]
        self.tops = [46.0]
        for pages, shown in zip(tree.levels, self.shown, strict=True):
            tallest = max(min(len(pages[page]), KEYS) for page in shown)
            self.tops.append(self.tops[-1] + KEY * tallest + 8 + LEVEL)
        widest = max(map(len, self.shown))
        some_hidden = any(map(self._hidden, range(len(self.shown))))
        room = widest * self.page_width + (widest - 1) * GAP + 2 * (SIDE if some_hidden else 2)
        self.width = max(room, width_of(self.caption()) + 8)
        self.height = self.tops[-1] - LEVEL + 6

    @staticmethod
    def _spell(key: Any) -> str:
        shown = spelled(key)
        return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"

    def _left(self, level: int, page: int) -> float:
        """The left edge of a page; the pages of a level stand in the middle."""
        step = self.page_width + GAP
        whole = step * len(self.shown[level]) - GAP
        return (self.width - whole) / 2 + step * (page - self.shown[level][0])

    def _height(self, level: int, page: int) -> float:
        return KEY * min(len(self.tree.levels[level][page]), KEYS) + 8

    def shapes(self) -> list[str]:
        drawn = [text(1, 16, self.caption(), bold=True)]
        for level, shown in enumerate(self.shown):
            for page in shown:
                drawn += self._links(level, page)
            for page in shown:
                drawn += self._page(level, page)
            drawn += self._others(level)
        return drawn

    def _links(self, level: int, page: int) -> list[str]:
        """The line from the page above, and on the leaves the one to the next leaf."""
        x, y, read = self._left(level, page), self.tops[level], page in self.tree.read[level]
        drawn = []
        above = page // self.tree.per_page
        if level and above in self.shown[level - 1]:
            is_way = read and page == self.tree.read[level][0]
            start = self._left(level - 1, above) + self.page_width / 2
            bottom = self.tops[level - 1] + self._height(level - 1, above)
            drawn.append(self._line(start, bottom, x + self.page_width / 2, y, is_way))
        if level == self.leaf and page + 1 in self.shown[level]:
            right = x + self.page_width
            walked = read and page + 1 in self.tree.read[level]
            drawn.append(self._line(right, y + 14, right + GAP, y + 14, walked))
        return drawn

    @staticmethod
    def _line(x1: float, y1: float, x2: float, y2: float, is_way: bool) -> str:
        return line(x1, y1, x2, y2, colour=BLUE if is_way else TEXT, quiet=not is_way)

    def _page(self, level: int, page: int) -> list[str]:
        x, y, keys = self._left(level, page), self.tops[level], self.tree.levels[level][page]
        read = page in self.tree.read[level]
        height = self._height(level, page)
        drawn = [box(x, y, self.page_width, height, colour=BLUE if read else TEXT)]
        chosen = self.tree.leads_on(level, page)
        shown = near(chosen, len(keys), KEYS)
        for row, place in enumerate(shown):
            middle = x + self.page_width / 2
            hides = (row == 0 and place > 0) or (row == KEYS - 1 and place < len(keys) - 1)
            if hides and place not in chosen:
                drawn.append(text(middle, y + KEY * row + 18, "⋮", anchor="middle"))
                continue
            if place in chosen:
                top = y + KEY * row + 4
                drawn.append(box(x + 3, top, self.page_width - 6, KEY, colour=BLUE, filled=True))
            drawn.append(text(x + 10, y + KEY * row + 18, self._spell(keys[place])))
        return drawn

    def _hidden(self, level: int) -> tuple[int, int] | None:
        """How many pages there are on either side of those that are drawn, if any."""
        shown, count = self.shown[level], len(self.tree.levels[level])
        return (shown[0], count - 1 - shown[-1]) if len(shown) < count else None

    def _others(self, level: int) -> list[str]:
        before, after = self._hidden(level) or (0, 0)
        shown, y, drawn = self.shown[level], self.tops[level] + 18, []
        if before:
            x = self._left(level, shown[0]) - 10
            drawn.append(text(x, y, f"{before:,} more …", anchor="end"))
        if after:
            x = self._left(level, shown[-1]) + self.page_width + 10
            drawn.append(text(x, y, f"… {after:,} more"))
        return drawn

    def caption(self) -> str:
        keys, pages = len(self.tree.keys), sum(map(len, self.tree.levels))
        holds = f"keys: {keys:,}, pages: {pages:,}"
        if self.tree.asked is None:
            return holds
        low, high = self.tree.asked
        asked = self._spell(low) if low == high else f"{self._spell(low)} to {self._spell(high)}"
        found = sum(map(self.tree.found, self.tree.keys))
        read = sum(map(len, self.tree.read))
        return f"{asked}: {found or 'not'} found, {read} of {pages:,} pages read (keys: {keys:,})"

    def in_words(self) -> str:
        """The pages that are read, level by level."""
        told = [f"An index as a tree. {self.caption()}."]
        for level, read in enumerate(self.tree.read):
            kind = "leaf" if level == self.leaf else "root" if level == 0 else "inner page"
            for page in read:
                keys = self.tree.levels[level][page]
                chosen = [self._spell(keys[i]) for i in self.tree.leads_on(level, page)]
                what = "leads on by" if level < self.leaf else "holds what was looked for:"
                does = f"{what} {', '.join(chosen)}" if chosen else "holds nothing of it"
                held = ", ".join(self._spell(key) for key in keys)
                told.append(f"Read the {kind} ({held}): it {does}.")
        return "\n".join(told)
