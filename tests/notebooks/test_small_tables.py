"""Small tables are filled in where a lesson leaves columns out, and obey every rule of theirs."""

import pandas as pd
import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from course import side_by_side, small_database
from microblog.database import make_engine
from microblog.models import Like, Post, User

PEOPLE = pd.DataFrame({"id": [4, 2], "username": ["jonas", "Ana"]})
POSTS = pd.DataFrame({"id": [7, 3], "owner_id": [2, 4], "content": ["Clouds.", None]})


def test_a_small_database_holds_the_rows_of_the_frames() -> None:
    likes = pd.DataFrame({"user_id": [4], "post_id": [7]})
    posts = POSTS.drop(columns="content")
    with Session(make_engine(small_database(users=PEOPLE, posts=posts, likes=likes))) as session:
        users = session.scalars(select(User).order_by(User.id)).all()
        assert [(user.id, user.username, user.email) for user in users] == [
            (2, "Ana", "ana@example.org"),
            (4, "jonas", "jonas@example.org"),
        ]
        found = session.scalars(select(Post).order_by(Post.timestamp)).all()
        assert [(post.id, post.owner_id, post.content) for post in found] == [
            (7, 2, "Post 7"),
            (3, 4, "Post 3"),
        ]
        assert session.execute(select(Like.user_id, Like.post_id)).all() == [(4, 7)]


def test_the_rules_of_the_tables_hold_there_too() -> None:
    with pytest.raises(IntegrityError, match="NOT NULL"):
        small_database(users=PEOPLE, posts=POSTS)
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        small_database(posts=POSTS.head(1))


def test_an_unknown_table_is_refused_with_those_that_exist() -> None:
    with pytest.raises(ValueError, match="There is no table 'tweets'. There are: users, "):
        small_database(tweets=POSTS)


def test_frames_stand_side_by_side_each_under_its_name() -> None:
    shown = side_by_side(people=PEOPLE, posts=POSTS)._repr_mimebundle_()
    assert shown["text/html"].count("<table") == 2
    assert shown["text/plain"].startswith("people\n")
    assert "\n\nposts\n" in shown["text/plain"]


def test_a_statement_stands_beside_its_rows_with_its_values_written_in() -> None:
    statement = select(Like.post_id).where(Like.user_id < 5)
    shown = side_by_side(statement=statement, rows=POSTS)._repr_mimebundle_()
    assert "WHERE likes.user_id &lt; 5</pre>" in shown["text/html"]
    assert "WHERE likes.user_id < 5\n\nrows\n" in shown["text/plain"]
