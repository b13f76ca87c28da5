"""A new column is read while it is still being filled."""

from typing import Any

from sqlalchemy import Engine, column, insert, table, text

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import post
from course.judges.trials import Observed
from course.judges.writes import writing
from microblog.models import Post

POSTS = table("posts", column("id"), column("content"), column("words"))
TEXTS = {40: "Dark.", 11: "It is getting dark", 30: "Where are my filters?", 12: "Dark."}
STORED = text("UPDATE posts SET words = :words WHERE id = :id")
WORDS_STORED = text("SELECT id, words FROM posts WHERE words IS NOT NULL ORDER BY id")


def filled(stored: dict[int, int]) -> Any:
    """What the answer returns where these posts have a number already, and what it changes."""

    def run(answer: Any, engine: Engine) -> Observed:
        with engine.begin() as connection:
            posts = [post(number, content, 1, number) for number, content in TEXTS.items()]
            connection.execute(insert(Post), posts)
            connection.execute(text("ALTER TABLE posts ADD COLUMN words INTEGER"))
            for number, words in stored.items():
                connection.execute(STORED, {"id": number, "words": words})
        returned = [tuple(row) for row in answer(engine, POSTS)]
        with engine.connect() as connection:
            left = dict(tuple(row) for row in connection.execute(WORDS_STORED))
        kept = "unchanged" if left == stored else "changed"
        return {"returns": returned, "the table": kept}

    return run


COUNTED = 'func.length(posts.c.content) - func.length(func.replace(posts.c.content, " ", "")) + 1'


def word_counts(shown: str, where: str = "") -> str:
    return f"""
def word_counts(engine, posts):
    counted = {COUNTED}
    statement = select(posts.c.id, {shown}){where}.order_by(posts.c.id)
    with engine.connect() as connection:
        return connection.execute(statement).all()
"""


EXERCISE = Exercise(
    title="Right at every step",
    minutes=8,
    objective="change a table while the service runs",
    task="""A page is to show the number of words of each post, and the column isn't filled yet.
Write `word_counts(engine, posts)`, where `posts` is the table as above. It returns a list of pairs,
`(id, words)`, for all posts, in the order of their ids: the stored number where there is one (the
new code also counts emoji), and where it's NULL, the number counted from `content` (one more than
it has spaces). It changes nothing.""",
    starter="""def word_counts(engine, posts):
    # your code here
    ...


answer = ...  # then: word_counts""",
    hints=(
        "Read `id`, `words` and `content`. What do you do with a row whose `words` is None?",
        "`func.coalesce(a, b)` is `a`, and where that is NULL, `b`. The expression that counts is "
        "in a cell above.",
        "`select(posts.c.id, func.coalesce(posts.c.words, counted)).order_by(posts.c.id)`, with "
        f"`counted = {COUNTED}`.",
    ),
    imports="from sqlalchemy import func, select, update",
    answers=(
        word_counts("func.coalesce(posts.c.words, counted)"),
        """
def word_counts(engine, posts):
    statement = select(posts.c.id, posts.c.words, posts.c.content).order_by(posts.c.id)
    with engine.connect() as connection:
        rows = connection.execute(statement).all()
    return [
        (number, content.count(" ") + 1 if words is None else words)
        for number, words, content in rows
    ]
""",
    ),
    mistakes=(
        Mistake(
            "still empty",
            word_counts("posts.c.words"),
            "Posts that aren't filled yet have None. The column may be read before it's full, if "
            "the code knows what to do with NULL.",
        ),
        Mistake(
            "left out",
            word_counts("posts.c.words", ".where(posts.c.words.is_not(None))"),
            "Posts without a stored number are missing from your list.",
        ),
        Mistake(
            "counted anew",
            word_counts("counted"),
            "You don't use the stored numbers. Where the new code has stored one, that one counts.",
        ),
        Mistake(
            "zero for unknown",
            word_counts("func.coalesce(posts.c.words, 0)"),
            "Posts that aren't filled yet have 0 words with you. They have a text, so count it.",
        ),
        Mistake(
            "filled on the way",
            f"""
def word_counts(engine, posts):
    counted = {COUNTED}
    with engine.begin() as connection:
        connection.execute(update(posts).where(posts.c.words.is_(None)).values(words=counted))
        return connection.execute(select(posts.c.id, posts.c.words).order_by(posts.c.id)).all()
""",
            "The numbers are right, and your function fills the whole table to find them. A page "
            "that is only read would write, and make others wait.",
        ),
    ),
    judge=writing(
        ("Two posts have a number.", filled({11: 5, 30: 4})),
        ("No post has a number yet.", filled({})),
        ("One post has a number.", filled({12: 2})),
    ),
    praise="This code is right before, during and after the fill, so it can be deployed at once.",
)
