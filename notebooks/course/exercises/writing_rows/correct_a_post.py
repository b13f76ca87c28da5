"""Get a row, change it, commit."""

from typing import Any

from sqlalchemy import Engine

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, ending
from course.judges.writes import posts_left, writing


def correcting(answer: Any, engine: Engine, post_id: int, content: str) -> Observed:
    answer(engine, post_id, content)
    return posts_left(engine)


def refused(answer: Any, engine: Engine) -> Observed:
    return {**ending(lambda: answer(engine, 7, "")), **posts_left(engine)}


EXERCISE = Exercise(
    title="Correct a post",
    minutes=3,
    objective="write rows with a session so that they stay",
    task="""Fill in the gaps: replace each `____`. `correct(engine, post_id, content)` gets the post
with this id, gives it another content, and keeps the change. (The check brings a database of its
own, with a few posts in it.)""",
    starter="""def correct(engine, post_id, content):
    with Session(engine) as session:
        post = session.____(Post, post_id)
        post.____ = content
        session.____()


answer = correct""",
    hints=(
        "The first gap is the method that fetches one row by its key. Which one did the cells "
        "above use?",
        "Assigning to an attribute is enough for the session to notice. After that, which call "
        "makes a change final for other programs?",
        "`session.get(Post, post_id)`, `post.content = content`, `session.commit()`.",
    ),
    imports="""
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from microblog.models import Post
""",
    answers=(
        """
def correct(engine, post_id, content):
    with Session(engine) as session:
        post = session.get(Post, post_id)
        post.content = content
        session.commit()
""",
        """
def correct(engine, post_id, content):
    with engine.begin() as connection:
        connection.execute(update(Post).where(Post.id == post_id).values(content=content))
""",
    ),
    mistakes=(
        Mistake(
            "flushed only",
            """
def correct(engine, post_id, content):
    with Session(engine) as session:
        post = session.get(Post, post_id)
        post.content = content
        session.flush()
""",
            "Afterwards the post has its old content. The change was sent to the database but not "
            "committed, so it was lost when the session closed.",
        ),
        Mistake(
            "rolled back",
            """
def correct(engine, post_id, content):
    with Session(engine) as session:
        post = session.get(Post, post_id)
        post.content = content
        session.rollback()
""",
            "The post keeps its old content, and a content that the table refuses raises no error: "
            "the change never reached the database.",
        ),
        Mistake(
            "post 1",
            """
def correct(engine, post_id, content):
    with Session(engine) as session:
        post = session.get(Post, 1)
        post.content = content
        session.commit()
""",
            "Your function always changes post 1. Change the post whose id it is given.",
        ),
        Mistake(
            "every post",
            """
def correct(engine, post_id, content):
    with engine.begin() as connection:
        connection.execute(update(Post).values(content=content))
""",
            "All posts get the new content. Change only the one with this id.",
        ),
        Mistake(
            "a new post",
            """
def correct(engine, post_id, content):
    with Session(engine) as session:
        old = session.get(Post, post_id)
        session.add(Post(content=content, owner_id=old.owner_id))
        session.commit()
""",
            "Your function adds a second post, and the old one keeps its content. Assign to the "
            "attribute of the post that you fetched.",
        ),
    ),
    judge=writing(
        (
            "Posts 1, 2 and 7 are in the table. Then correct(engine, 7, 'The light is strange.').",
            lambda answer, engine: correcting(answer, engine, 7, "The light is strange."),
        ),
        (
            "correct(engine, 1, 'Where are my filters?'), which are the words of post 2.",
            lambda answer, engine: correcting(answer, engine, 1, "Where are my filters?"),
        ),
        ("correct(engine, 7, ''): the table refuses an empty content.", refused),
    ),
    praise="The post was changed for everybody, and a content that the table refuses is an error.",
)
