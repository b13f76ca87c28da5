"""A drawn index: its pages, the way of a look-up, and the leaves that a range walks along."""

from itertools import pairwise

import pytest
from notebooks.drawing.shapes import parts, texts

from course.drawing import draw_index
from course.drawing.index_tree import Tree, near
from course.drawing.svg import BLUE, Drawing

EVEN = range(0, 120, 2)


def keys_read(tree: Tree) -> list[list[list[int]]]:
    """The keys of the pages that are read, level by level."""
    levels = zip(tree.levels, tree.read, strict=True)
    return [[pages[page] for page in read] for pages, read in levels]


@pytest.mark.parametrize("count", [1, 4, 5, 16, 17, 64, 65])
def test_an_inner_page_holds_the_smallest_key_of_each_page_below(count: int) -> None:
    tree = Tree(range(count), 4, None)
    assert len(tree.levels[0]) == 1
    for upper, lower in pairwise(tree.levels):
        assert [key for page in upper for key in page] == [page[0] for page in lower]
    assert [key for leaf in tree.levels[-1] for key in leaf] == list(range(count))
    assert max(len(page) for pages in tree.levels for page in pages) <= 4


@pytest.mark.parametrize("key", EVEN)
def test_every_key_is_found_by_one_page_on_each_level(key: int) -> None:
    tree = Tree(EVEN, 4, (key, key))
    assert [len(read) for read in tree.read] == [1, 1, 1]
    leaf = keys_read(tree)[-1][0]
    assert key in leaf
    for level, (page,) in enumerate(tree.read[:-1]):
        (followed,) = tree.leads_on(level, page)
        assert (
            tree.levels[level][page][followed] == tree.levels[level + 1][tree.read[level + 1][0]][0]
        )


@pytest.mark.parametrize(
    ("key", "leaf"), [(-1, [0, 2, 4, 6]), (9, [8, 10, 12, 14]), (7, [0, 2, 4, 6])]
)
def test_a_key_that_is_not_there_leads_to_where_it_would_stand(key: int, leaf: list[int]) -> None:
    tree = Tree(EVEN, 4, (key, key))
    assert keys_read(tree)[-1] == [leaf]
    assert tree.leads_on(2, tree.read[-1][0]) == []
    assert f"{key}: not found, 3 of 20 pages read" in repr(draw_index(EVEN, find=key))


def test_a_range_walks_along_the_leaves() -> None:
    tree = Tree(EVEN, 4, (12, 25))
    assert keys_read(tree)[-1] == [[8, 10, 12, 14], [16, 18, 20, 22], [24, 26, 28, 30]]


def test_equal_keys_are_followed_to_the_next_leaf() -> None:
    tree = Tree([1, 1, 1, 1, 1, 2, 2, 2, 2, 3], 4, (2, 2))
    assert keys_read(tree)[-1] == [[1, 2, 2, 2], [2, 3]]


def colours(drawing: Drawing) -> list[str]:
    return [each.attrib["stroke"] for each in parts(drawing, "line")]


def test_the_way_is_drawn_and_its_keys_are_marked() -> None:
    drawing = draw_index(EVEN, find=42)
    assert colours(drawing).count(BLUE) == 2  # from the root, from the inner page
    marked = [each for each in parts(drawing, "rect") if each.attrib["fill"] == BLUE]
    assert len(marked) == 3  # a key on each page of the way
    assert [each for each in texts(drawing) if "more" in each] == ["3 more …", "… 7 more"]


def test_a_walk_along_the_leaves_is_drawn() -> None:
    drawing = draw_index(EVEN, between=(30, 47))
    assert colours(drawing).count(BLUE) == 2 + 2
    assert texts(drawing)[0] == "30 to 47: 9 found, 5 of 20 pages read (keys: 60)"


def test_without_a_look_up_nothing_is_marked() -> None:
    drawing = draw_index(["b", "a", None])
    assert BLUE not in colours(drawing)
    assert texts(drawing) == ["keys: 2, pages: 1", "a", "b"]


def test_of_many_pages_those_near_the_way_are_drawn() -> None:
    drawing = draw_index(range(5000), find=2500)
    assert "2500" in texts(drawing)
    assert len(parts(drawing, "rect")) <= 3 * 5 + 3
    assert drawing.width < 1000


@pytest.mark.parametrize(
    ("chosen", "count", "drawn"),
    [
        ([], 3, [0, 1, 2]),
        ([0], 9, [0, 1, 2, 3, 4]),
        ([4], 9, [2, 3, 4, 5, 6]),
        ([8], 9, [4, 5, 6, 7, 8]),
        ([3, 4, 5], 9, [2, 3, 4, 5, 6]),
        ([2, 3, 4, 5, 6, 7], 9, [1, 2, 3, 4, 5]),
    ],
)
def test_what_is_drawn_lies_around_what_is_chosen(
    chosen: list[int], count: int, drawn: list[int]
) -> None:
    assert list(near(chosen, count, 5)) == drawn


def test_the_words_say_the_same() -> None:
    assert repr(draw_index(EVEN, find=42)).splitlines() == [
        "An index as a tree. 42: 1 found, 3 of 20 pages read (keys: 60).",
        "Read the root (0, 32, 64, 96): it leads on by 32.",
        "Read the inner page (32, 40, 48, 56): it leads on by 40.",
        "Read the leaf (40, 42, 44, 46): it holds what was looked for: 42.",
    ]


def test_no_keys_are_refused() -> None:
    with pytest.raises(ValueError, match="There are no keys to draw"):
        draw_index([None])
