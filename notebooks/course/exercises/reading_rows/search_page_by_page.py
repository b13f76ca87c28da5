"""A search that keeps to all the rules of the notebook at once."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Select

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING, no_rows, post, user
from course.judges.judge import Wrong
from course.judges.running import run
from course.judges.trials import Observed, Trial, Trying
from course.judges.values import kind_of

# ids, texts, and hours after 18:00: equal times, ids against the time, and signs of LIKE
POSTS = (
    (4, "so dark", 1),
    (9, "dark now", 2),
    (2, "it's dark", 2),
    (7, "dark, dark", -25),
    (5, "5% left", 3),
    (3, "5 stars left", 3),
    (8, "it's 75%", 1),
    (1, "a_b", 0),
    (6, "acb", 4),
    (11, "very dark", 2),
    (12, "dark", 6),
    (10, "the dark", -1),
    (13, "left at 5%", 0),
)


def asking(word: str, page: int, *ids: int) -> Trial:
    """What the statement finds among the posts with these ids; among all of them without any."""
    posts = [each for each in POSTS if each[0] in ids or not ids]
    rows = no_rows() | {"users": [user(3, "ana")]}
    rows["posts"] = [post(number, text, 3, hours) for number, text, hours in posts]
    listed = ", ".join(
        f"{number} {text!r} ({EVENING + timedelta(hours=hours):%d Aug %H:%M})"
        for number, text, hours in posts
    )

    def observed(answer: Any) -> Observed:
        statement = answer(word, page)
        if not isinstance(statement, Select):
            raise Wrong(f"Your function returns {kind_of(statement)}. It should return a select().")
        return {"it finds": [row[0] if len(row) == 1 else row for row in run(statement, rows)[1]]}

    return Trial(f"search({word!r}, {page}), among {listed}", observed)


def searching(found: str, ordered: str = "Post.timestamp.desc(), Post.id.desc()") -> str:
    return f"""
def search(word, page):
    found = select(Post.id).where({found})
    return found.order_by({ordered}).limit(3).offset(3 * page)
"""


LITERALLY = "Post.content.contains(word, autoescape=True)"

EXERCISE = Exercise(
    title="A search, page by page",
    minutes=8,
    objective="search for a text letter for letter",
    task="""Write `search(word, page)`. It returns a statement that finds the `id` of the posts
whose content contains `word`, whatever signs are in it, newest first, and of two posts of the same
moment the one with the higher id first. A page has three posts; it's found by offset, and the first
page is page 0.""",
    starter="""def search(word, page):
    # your code here
    ...


answer = search""",
    hints=(
        "Build it step by step and print it after each: which posts, in which order, which page?",
        "How many rows come before page 2 if a page has three? And which option of `contains` "
        "takes a % in the word literally?",
        "`select(Post.id).where(Post.content.contains(word, autoescape=True))`, then the order of "
        "03.4, and then `.limit(3).offset(3 * page)`.",
    ),
    imports="""
from sqlalchemy import func, select, text

from microblog.models import Post
""",
    answers=(
        searching(LITERALLY),
        """
def search(word, page):
    newest_first = (Post.timestamp.desc(), Post.id.desc())
    found = select(Post.id).where(func.instr(Post.content, word) > 0).order_by(*newest_first)
    return found.slice(3 * page, 3 * page + 3)
""",
    ),
    mistakes=(
        Mistake(
            "not escaped",
            searching("Post.content.contains(word)"),
            "A % or _ in the word is treated as a pattern here, so `5%` also finds 5 stars.",
        ),
        Mistake(
            "pasted",
            searching("""text(f"content LIKE '%{word}%'")"""),
            "A word with an apostrophe breaks your statement, because it is pasted into the text. "
            "Pass it as a value.",
        ),
        Mistake(
            "at the beginning",
            searching("Post.content.startswith(word, autoescape=True)"),
            "You find only the posts that begin with the word. It may be anywhere.",
        ),
        Mistake(
            "the lower id first",
            searching(LITERALLY, "Post.timestamp.desc(), Post.id"),
            "Of two posts of the same moment, the one with the lower id comes first here, so the "
            "pages differ. Say in the order which one you want.",
        ),
        Mistake(
            "oldest first",
            searching(LITERALLY, "Post.timestamp, Post.id"),
            "Your pages begin with the oldest posts. The task asks for the newest first.",
        ),
        Mistake(
            "one row further",
            searching(LITERALLY).replace("3 * page", "page"),
            "Each page begins one row after the page before, so posts come again. The offset "
            "counts rows, not pages.",
        ),
        Mistake(
            "counted from one",
            searching(LITERALLY).replace("3 * page", "3 * (page - 1)"),
            "Page 1 shows what page 0 should show. The first page is page 0.",
        ),
        Mistake(
            "no limit",
            searching(LITERALLY).replace(".limit(3)", ""),
            "Your pages have no end: everything from the offset on is on them. A page has three "
            "posts.",
        ),
    ),
    judge=Trying(
        [
            asking("dark", 0, 4),
            asking("dark", 0, 6),
            asking("dark", 1, 4),
            asking("dark", 0, 9, 2),
            asking("dark", 0, 7, 10),
            asking("5%", 0, 5, 3),
            asking("a_b", 0, 1, 6),
            asking("it's", 0, 8, 2),
            asking("left", 0, 13, 3),
            *(asking(word, page) for word in ("dark", "5%", "it's") for page in (0, 1, 2)),
        ]
    ),
    praise="Letter for letter, in one order, page by page, and no value in the text.",
)
