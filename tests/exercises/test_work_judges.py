"""Work is counted, not timed, and an index is tried without becoming a part of the model."""

from typing import Any

from sqlalchemy import Index, Select, func, select
from sqlalchemy.orm import aliased

from course.judges.indexes import columns_of
from course.judges.work import MOST_STEPS, Load, counted, steps
from microblog.models import Base, Like, Post

SMALL, LARGE = Load("Small", 1_000), Load("Large", 4_000)


def newest() -> Select[*tuple[Any, ...]]:
    return select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc()).limit(3)


def likes_by_post() -> Select[*tuple[Any, ...]]:
    return select(Like.post_id, func.count()).group_by(Like.post_id)


def test_a_statement_takes_the_same_steps_each_time() -> None:
    assert steps(newest(), SMALL) == steps(newest(), SMALL) > 0


def test_the_steps_of_a_page_stay_and_those_of_a_whole_table_grow_with_it() -> None:
    assert steps(newest(), SMALL) == steps(newest(), LARGE)
    assert 3 < steps(likes_by_post(), LARGE) / steps(likes_by_post(), SMALL) < 5


def test_a_statement_without_an_end_in_sight_is_stopped() -> None:
    other, third = aliased(Post), aliased(Post)
    every_pair = select(func.count(Post.id)).join(other, other.id > 0).join(third, third.id > 0)
    assert steps(every_pair, LARGE) == MOST_STEPS
    assert counted(every_pair, LARGE) == "stopped after 1,000,000 steps"


def test_an_index_that_is_tried_stays_out_of_the_model() -> None:
    table = Base.metadata.tables["posts"]
    before = set(table.indexes)
    columns_of(Index("of_a_learner", Post.owner_id, Post.timestamp), table)
    assert table.indexes == before
