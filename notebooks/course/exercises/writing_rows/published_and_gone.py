"""The forgotten commit."""

from typing import Any

from sqlalchemy import Engine, delete

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, ending
from course.judges.writes import posts_left, writing
from microblog.models import Post


def publishing(answer: Any, engine: Engine, owner_id: int, content: str) -> Observed:
    return {"returns": answer(engine, owner_id, content), **posts_left(engine)}


def publishing_after_a_deletion(answer: Any, engine: Engine) -> Observed:
    with engine.begin() as connection:
        connection.execute(delete(Post).where(Post.id == 7))
    return publishing(answer, engine, 1, " Clear sky. ")


def refused(answer: Any, engine: Engine, content: str) -> Observed:
    return {**ending(lambda: answer(engine, 1, content)), **posts_left(engine)}


EXERCISE = Exercise(
    title="Published, and gone",
    minutes=4,
    objective="write rows with a session so that they stay",
    task="""`publish(engine, owner_id, content)` writes a post and returns its `id`. Users get
an id, and then complain that the post is nowhere to be found. Repair the function in the next cell.
A post that the table refuses should still end in an error.""",
    starter="""def publish(engine, owner_id, content):
    with Session(engine) as session:
        post = Post(owner_id=owner_id, content=content)
        session.add(post)
        session.flush()
        return post.id


answer = ...  # repair the function, then: publish""",
    hints=(
        "The post has an id, so its row was sent. Who can see it?",
        "A flush writes into the transaction; the end of the block takes back what is not final. "
        "What makes it final?",
        "Write `session.commit()` in place of `session.flush()`, inside the block and before "
        "`return`.",
    ),
    imports="""
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from microblog.models import Post
""",
    answers=(
        """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        post = Post(owner_id=owner_id, content=content)
        session.add(post)
        session.commit()
        return post.id
""",
        """
def publish(engine, owner_id, content):
    with Session(engine, expire_on_commit=False) as session, session.begin():
        post = Post(owner_id=owner_id, content=content)
        session.add(post)
    return post.id
""",
        """
def publish(engine, owner_id, content):
    new = insert(Post).values(owner_id=owner_id, content=content)
    with engine.begin() as connection:
        return connection.scalar(new.returning(Post.id))
""",
    ),
    mistakes=(
        Mistake(
            "forgotten commit",
            """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        post = Post(owner_id=owner_id, content=content)
        session.add(post)
        session.flush()
        return post.id
""",
            "The post gets an id, but afterwards it isn't in the table: nothing was committed.",
        ),
        Mistake(
            "read after the end",
            """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        post = Post(owner_id=owner_id, content=content)
        session.add(post)
        session.commit()
    return post.id
""",
            "The post is committed, but its id is read too late.",
        ),
        Mistake(
            "nothing returned",
            """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        session.add(Post(owner_id=owner_id, content=content))
        session.commit()
""",
            "The post is in the table, but your function returns nothing.",
        ),
        Mistake(
            "the post returned",
            """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        post = Post(owner_id=owner_id, content=content)
        session.add(post)
        session.commit()
        return post
""",
            "The post is in the table. But your function returns the object, not its id.",
        ),
        Mistake(
            "counted",
            """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        session.add(Post(owner_id=owner_id, content=content))
        session.commit()
        return session.scalar(select(func.count()).select_from(Post))
""",
            "You return the number of posts in the table. Ids can have gaps: ask the post for its "
            "id.",
        ),
        Mistake(
            "found by its text",
            """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        session.add(Post(owner_id=owner_id, content=content))
        session.commit()
        same = (Post.owner_id == owner_id, Post.content == content)
        return session.scalar(select(Post.id).where(*same).order_by(Post.id))
""",
            "Somebody who publishes the same words twice gets the id of the older post. Ask the "
            "new post for its id.",
        ),
        Mistake(
            "error swallowed",
            """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        post = Post(owner_id=owner_id, content=content)
        session.add(post)
        try:
            session.commit()
        except IntegrityError:
            return None
        return post.id
""",
            "The caller never learns that the table refused the post. Don't catch the error.",
        ),
    ),
    judge=writing(
        (
            "Posts 1, 2 and 7 are in the table. Then publish(engine, 1, 'Clear sky.').",
            lambda answer, engine: publishing(answer, engine, 1, "Clear sky."),
        ),
        (
            "Post 2, 'Where are my filters?', is by user 2. She publishes the same words again.",
            lambda answer, engine: publishing(answer, engine, 2, "Where are my filters?"),
        ),
        (
            "Posts 1, 2 and 7 were in the table, and 7 was deleted; no other post gets its id. "
            "Then publish(engine, 1, ' Clear sky. ').",
            publishing_after_a_deletion,
        ),
        (
            "publish(engine, 1, ''): the table refuses an empty content.",
            lambda answer, engine: refused(answer, engine, ""),
        ),
        (
            "publish(engine, 1, …) with 281 characters: the table refuses so long a content.",
            lambda answer, engine: refused(answer, engine, 281 * "!"),
        ),
    ),
    praise="The new post is there for everybody, and an empty one ends in an error.",
)
