"""Drawn clauses: what each leaves over, what is gone, and the words that say so."""

import pandas as pd
import pytest
from notebooks.drawing.shapes import parts, texts

from course import draw_clauses
from course.drawing.svg import ORANGE, Drawing

LIKES = pd.DataFrame({"post": [4, 1, 1, 2, 2, 4, 1], "user": [2, 2, 4, 1, 5, 3, 5]})


def drawn(where: str = "user != 1", order_by: str = "post desc", limit: int = 1) -> Drawing:
    return draw_clauses(
        LIKES,
        "likes",
        where=where,
        group_by="post",
        having="count >= 2",
        order_by=order_by,
        limit=limit,
    )


def test_each_clause_says_what_it_leaves_over() -> None:
    assert repr(drawn()).splitlines() == [
        "FROM likes post, user: 1, 2; 1, 4; 1, 5; 2, 1; 2, 5; 4, 2; 4, 3.",
        "WHERE user != 1: 1, 2; 1, 4; 1, 5; 2, 5; 4, 2; 4, 3.",
        "GROUP BY post: 1: 3 rows; 2: 1 row; 4: 2 rows.",
        "HAVING count >= 2: 1: 3 rows; 4: 2 rows.",
        "SELECT post, count: 1, 3; 4, 2.",
        "ORDER BY post desc: 4, 2; 1, 3.",
        "LIMIT 1: 4, 2.",
    ]


def test_what_is_gone_is_crossed_out_and_leads_nowhere() -> None:
    drawing = drawn()
    assert [each for each in texts(drawing) if each.startswith("✗")] == [
        "✗ 2, 1",
        "✗ 2: 1 row",
        "✗ 1, 3",
    ]
    gone = [each for each in parts(drawing, "rect") if each.attrib["stroke"] == ORANGE]
    assert len(gone) == 3
    assert all("stroke-dasharray" in each.attrib for each in gone)
    # 6 rows are kept and 6 are grouped, 2 groups pass, are selected and sorted, and 1 is left.
    assert len(parts(drawing, "line")) == 6 + 6 + 2 + 2 + 2 + 1


@pytest.mark.parametrize(
    ("order_by", "result"), [("count", "4, 2; 1, 3"), ("count desc", "1, 3; 4, 2")]
)
def test_groups_can_be_sorted_by_their_count(order_by: str, result: str) -> None:
    assert repr(drawn(order_by=order_by, limit=5)).endswith(f"LIMIT 5: {result}.")


def test_a_condition_that_no_row_fulfils_leaves_nothing() -> None:
    assert repr(drawn(where="user > 9")).endswith("LIMIT 1: nothing.")


def test_too_many_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="16 rows at most"):
        draw_clauses(
            pd.concat([LIKES] * 3),
            "likes",
            where="user > 0",
            group_by="post",
            having="count > 0",
            order_by="post",
            limit=1,
        )
