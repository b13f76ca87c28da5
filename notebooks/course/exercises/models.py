"""The exercises of notebook 01."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

import pandas as pd

from course.exercises.exercise import Exercise, WrongAnswer
from course.exercises.judges.choices import choice, prediction
from course.exercises.judges.functions import Case, function
from course.exercises.judges.models import Cascading, Inserting, Returning, model

NOTEBOOK = "01_models"
MADRID = timezone(timedelta(hours=2))

TAG = """from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from course import new_base

Base = new_base()


class Tag(Base):
    __tablename__ = "tags"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(50), unique=True)

    __table_args__ = (CheckConstraint("length(name) BETWEEN 1 AND 50", name="name_length"),)


answer = Tag"""

BOOKMARK = """from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from course import new_base

Base = new_base()


class Bookmark(Base):
    __tablename__ = "bookmarks"

    user_id: Mapped[int] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    post_id: Mapped[int] = mapped_column(
        ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True
    )
    note: Mapped[str | None]


answer = Bookmark"""

NUMBERED_BOOKMARK = """from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from course import new_base

Base = new_base()


class Bookmark(Base):
    __tablename__ = "bookmarks"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))
    note: Mapped[str | None]

    __table_args__ = (UniqueConstraint("user_id", "post_id"),)


answer = Bookmark"""

MESSAGE = """from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from course import new_base
from microblog.models import UTCDateTime

Base = new_base()


class Message(Base):
    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    sender_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    recipient_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    content: Mapped[str]
    sent_at: Mapped[datetime] = mapped_column(UTCDateTime)


answer = Message"""

REFUSED = """def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    return posts.loc[unknown | ~length.between(1, 280), "id"].tolist()


answer = refused"""


def tag_name(name: str | None) -> dict[str, Any]:
    return {"name": name}


def bookmark(user_id: int, post_id: int, **rest: Any) -> dict[str, Any]:
    return {"user_id": user_id, "post_id": post_id, **rest}


MESSAGE_ROW = {
    "sender_id": 1,
    "recipient_id": 2,
    "content": "Did you see it?",
    "sent_at": datetime(2026, 8, 12, 20, 31, tzinfo=MADRID),
}


def refused_cases() -> Sequence[Case]:
    """Small frames, from the plainest on, each with the ids that the table would refuse."""
    users = pd.DataFrame({"id": [1, 2, 5]})
    rows: list[tuple[str, list[tuple[int, str | None, float | None]], list[int]]] = [
        ("Two good posts.", [(1, "Hello", 1), (2, "Good evening", 5)], []),
        ("Post 2 is by user 3, who does not exist.", [(1, "Hello", 1), (2, "Hello", 3)], [2]),
        ("Post 1 has 281 characters, post 2 has 280.", [(1, "x" * 281, 1), (2, "x" * 280, 1)], [1]),
        ("Post 4 is empty.", [(3, "Hello", 2), (4, "", 2)], [4]),
        ("Post 6 has no owner.", [(5, "Hello", 2), (6, "Hello", None)], [6]),
        ("Post 7 has no content.", [(7, None, 2), (8, "Hello", 2)], [7]),
        ("Post 9 is empty, and its owner is unknown too.", [(9, "", 4), (10, "Hi", 1)], [9]),
    ]
    names = ["id", "content", "owner_id"]
    return [
        Case(
            (users, pd.DataFrame(posts, columns=names)), expected, f"The users are 1, 2, 5. {shown}"
        )
        for shown, posts, expected in rows
    ]


def explain_refused(given: Any, case: Case) -> str:
    if not isinstance(given, list):
        return f"Return a list of ids; this is a {type(given).__name__}."
    if len(given) > len(set(given)):
        return "Each post once, even when it breaks two rules."
    return ""


EXERCISES = [
    Exercise(
        id="01.1",
        notebook=NOTEBOOK,
        title="What a DataFrame knows",
        minutes=2,
        objective="name what a DataFrame accepts although it should not",
        kind="multiple choice",
        task="""`posts` was read from a CSV file with `pd.read_csv`. Which of these can you rely on
without looking at the values?

- **a** `posts["id"]` has no value twice.
- **b** Every `owner_id` is the `id` of a user.
- **c** Every value of `posts["id"]` has the same type.
- **d** No `content` is longer than 280 characters.""",
        hints=(
            "Which of the four does `posts.dtypes` tell you about?",
            "Three are true of *this* file. Which one would pandas keep true after `pd.concat`?",
            'The answer is `"c"`: a column has one dtype, and it watches over nothing else.',
        ),
        solution_code='answer = "c"',
        alternatives=('answer = "C"',),
        wrong_answers=(
            WrongAnswer("uniqueness", 'answer = "a"', "unique"),
            WrongAnswer("reference", 'answer = "b"', "other frame"),
            WrongAnswer("length", 'answer = "d"', "any length"),
        ),
        judge=choice(
            "c",
            {
                "a": "Nothing keeps a column unique: the same row can be appended twice.",
                "b": "A frame knows nothing of any other frame, so not of the users either.",
                "d": "A column of text takes text of any length.",
            },
        ),
        praise="A dtype is the only promise that a column makes.",
    ),
    Exercise(
        id="01.2",
        notebook=NOTEBOOK,
        title="Six rows knock",
        minutes=4,
        objective="predict which rows a table's constraints refuse",
        kind="prediction",
        task="""These six rows, each with a `hashed_password`, are offered to an empty table
`users`, one after the other. How many get in?

| | username | email |
|--|:--|:--|
| 1 | ana | ana@example.org |
| 2 | Ana | ana.b@example.org |
| 3 | an | an@example.org |
| 4 | ana_2 | ana@example.org |
| 5 | anna | anna@example.org |
| 6 | anders | *missing* |""",
        hints=(
            "Read the model `User` once more, and name the rule that each row meets.",
            "Row 1 is in. Row 2 has the same name in another case, row 3 has two letters.",
            "Rows 1 and 5 get in. 2: the name is taken; 3: too short; 4: the address is taken; "
            "6: it has none. `answer = 2`",
        ),
        solution_code="answer = 2",
        alternatives=("answer = len([1, 5])",),
        wrong_answers=(
            WrongAnswer("case counts", "answer = 3", "case"),
            WrongAnswer("all but the missing", "answer = 5", "missing"),
            WrongAnswer("all of them", "answer = 6", "DataFrame"),
            WrongAnswer("only the first", "answer = 1", "anna"),
        ),
        judge=prediction(
            2,
            {
                1: "Row 5 gets in as well: anna is another name, with another address.",
                3: "One too many. Did Ana get in beside ana? A name is unique whatever its case.",
                5: "Only the missing address is refused? The other rules refuse rows too.",
                6: "A DataFrame would take all six. The table has rules: find one for each row.",
            },
            "Go through the rows one by one: is each value there, long enough, and not yet taken?",
        ),
        praise="Rows 1 and 5. Each of the other four breaks a rule that the table itself holds.",
    ),
    Exercise(
        id="01.3",
        notebook=NOTEBOOK,
        title="Tags",
        minutes=6,
        objective="write a model with types, a key and constraints",
        kind="model",
        task="""Write a model `Tag` for the table `tags`: a key `id` that numbers itself, and a
`name` that is never missing, never there twice, and 1 to 50 characters long, on SQLite too.""",
        hints=(
            "`Post` in this notebook has a key that numbers itself, and a length that is checked.",
            "`unique=True` goes into `mapped_column`. `String(50)` alone does not bound the length "
            "on SQLite: what did `Post` need beside `String(280)`?",
            "Beside `id`: `name: Mapped[str] = mapped_column(String(50), unique=True)` and "
            '`__table_args__ = (CheckConstraint("length(name) BETWEEN 1 AND 50"),)`.',
        ),
        solution_code=TAG,
        alternatives=(
            TAG.replace("CheckConstraint, String", "CheckConstraint")
            .replace("String(50), unique=True", "unique=True")
            .replace(', name="name_length"', "")
            .replace('"length(name) BETWEEN 1 AND 50"', '"length(name) > 0 AND length(name) < 51"'),
        ),
        wrong_answers=(
            WrongAnswer("not unique", TAG.replace(", unique=True", ""), "twice"),
            WrongAnswer("may be missing", TAG.replace("Mapped[str]", "Mapped[str | None]"), "NULL"),
            WrongAnswer(
                "String(50) alone",
                TAG.replace(
                    'CheckConstraint("length(name) BETWEEN 1 AND 50", name="name_length"),', ""
                ),
                "51",
            ),
            WrongAnswer("an instance", TAG.replace("= Tag", '= Tag(name="x")'), "class itself"),
            WrongAnswer("another table", TAG.replace('"tags"', '"tag"'), "asked was tags"),
            WrongAnswer(
                "empty allowed", TAG.replace("BETWEEN 1 AND 50", "BETWEEN 0 AND 50"), "empty"
            ),
        ),
        judge=model(
            "tags",
            ["id", "name"],
            [
                Inserting([tag_name("eclipse")], True, "Your table refuses the tag 'eclipse'."),
                Inserting([tag_name("x" * 50)], True, "A name of 50 characters should get in."),
                Inserting(
                    [tag_name("eclipse"), tag_name("eclipse")],
                    False,
                    "The tag 'eclipse' got in twice. Which option keeps a column unique?",
                ),
                Inserting(
                    [tag_name(None)],
                    False,
                    "A tag without a name got in, as NULL. Mapped[str] does not allow that; "
                    "Mapped[str | None] does.",
                ),
                Inserting(
                    [tag_name("x" * 51)],
                    False,
                    "A name of 51 characters got in: SQLite reads String(50) and does not hold it. "
                    "A CheckConstraint does.",
                ),
                Inserting([tag_name("")], False, "An empty name got in; at least 1 character."),
            ],
        ),
        praise="eclipse got in once; no name, an empty one and 51 characters stayed out.",
    ),
    Exercise(
        id="01.4",
        notebook=NOTEBOOK,
        title="Bookmarks",
        minutes=8,
        objective="refer to other tables, and say what happens when the other row goes",
        kind="model",
        task="""Users bookmark posts. Write a model `Bookmark` for the table `bookmarks` with
`user_id`, `post_id` and a `note` that may be missing. A user bookmarks a post once or not at all.
A bookmark of nobody, or of nothing, is refused. When the user or the post is deleted, the bookmark
goes too.""",
        hints=(
            "What makes a bookmark the only one of its kind? That is its key.",
            "Two columns with `primary_key=True` make one key of two columns. The reference is a "
            "`ForeignKey`, and `Post.owner_id` shows how it follows a deletion.",
            'Both ids are written as `mapped_column(ForeignKey("users.id", ondelete="CASCADE"), '
            "primary_key=True)`, the second with `posts.id`; then `note: Mapped[str | None]`.",
        ),
        solution_code=BOOKMARK,
        alternatives=(NUMBERED_BOOKMARK,),
        wrong_answers=(
            WrongAnswer(
                "a number as key",
                NUMBERED_BOOKMARK.replace(
                    '\n    __table_args__ = (UniqueConstraint("user_id", "post_id"),)\n', ""
                ),
                "twice",
            ),
            WrongAnswer(
                "no references",
                BOOKMARK.replace('ForeignKey("users.id", ondelete="CASCADE"), ', "").replace(
                    'ForeignKey("posts.id", ondelete="CASCADE"), ', ""
                ),
                "user 99",
            ),
            WrongAnswer("no cascade", BOOKMARK.replace(', ondelete="CASCADE"', ""), "deleted"),
            WrongAnswer("note required", BOOKMARK.replace("str | None", "str"), "without a note"),
            WrongAnswer(
                "one bookmark a user",
                BOOKMARK.replace(
                    'ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True',
                    'ForeignKey("posts.id", ondelete="CASCADE")',
                ),
                "second post",
            ),
        ),
        judge=model(
            "bookmarks",
            ["user_id", "post_id", "note"],
            [
                Inserting(
                    [bookmark(1, 2, note="for later")], True, "An ordinary bookmark is refused."
                ),
                Inserting(
                    [bookmark(1, 2)],
                    True,
                    "A bookmark without a note is refused. What does Mapped[str | None] allow?",
                ),
                Inserting(
                    [bookmark(1, 2), bookmark(1, 1)],
                    True,
                    "A user cannot bookmark a second post: the key must be the pair of both.",
                ),
                Inserting(
                    [bookmark(1, 2), bookmark(2, 2)],
                    True,
                    "A second user cannot bookmark the same post: the key must be the pair.",
                ),
                Inserting(
                    [bookmark(1, 2), bookmark(1, 2)],
                    False,
                    "User 1 bookmarked post 2 twice. A number as key does not prevent that; "
                    "the pair of user_id and post_id does.",
                ),
                Inserting(
                    [bookmark(99, 2)],
                    False,
                    "A bookmark of user 99 got in, and there is no user 99. Which option refers to "
                    "another table?",
                ),
                Inserting([bookmark(1, 99)], False, "A bookmark of post 99 got in: nothing there."),
                Cascading(
                    bookmark(1, 2),
                    "users",
                    "User 1 cannot be deleted, or leaves a bookmark behind. What should happen "
                    "ON DELETE?",
                ),
                Cascading(
                    bookmark(2, 1),
                    "posts",
                    "Post 1 cannot be deleted, or leaves a bookmark behind. What should happen "
                    "ON DELETE?",
                ),
            ],
        ),
        praise="Once for each pair, only of what exists, and gone with it.",
    ),
    Exercise(
        id="01.5",
        notebook=NOTEBOOK,
        title="Two hours late",
        minutes=5,
        objective="choose column types that bring values back as they went in",
        kind="repair",
        task="""Ana, in Madrid, sends a message at 20:31 her time, 18:31 UTC. Read back from SQLite
it says 20:31 and no zone, so that everybody takes it for UTC. Repair the model `Message` in the
next cell.""",
        hints=(
            "Only one line is at fault. What does SQLite do with the time zone of a `DateTime`?",
            "`DateTime(timezone=True)` keeps the zone on PostgreSQL, and SQLite still drops it. "
            "This notebook built a type that does not.",
            "Import `UTCDateTime` from `microblog.models`, and write "
            "`sent_at: Mapped[datetime] = mapped_column(UTCDateTime)`.",
        ),
        solution_code=MESSAGE,
        alternatives=(MESSAGE.replace("(UTCDateTime)", "(UTCDateTime, nullable=False)"),),
        wrong_answers=(
            WrongAnswer(
                "as it was",
                MESSAGE.replace("mapped_column(UTCDateTime)", "mapped_column()"),
                "zone",
            ),
            WrongAnswer(
                "timezone=True",
                MESSAGE.replace("import ForeignKey", "import DateTime, ForeignKey").replace(
                    "(UTCDateTime)", "(DateTime(timezone=True))"
                ),
                "PostgreSQL",
            ),
            WrongAnswer(
                "the day only",
                MESSAGE.replace("import ForeignKey", "import Date, ForeignKey").replace(
                    "(UTCDateTime)", "(Date)"
                ),
                "came back as a date",
            ),
            WrongAnswer(
                "column left out",
                MESSAGE.replace("    sent_at: Mapped[datetime] = mapped_column(UTCDateTime)\n", ""),
                "no column sent_at",
            ),
        ),
        judge=model(
            "messages",
            ["sender_id", "recipient_id", "content", "sent_at"],
            [
                Inserting([MESSAGE_ROW], True, "Your table refuses an ordinary message."),
                Returning(
                    MESSAGE_ROW,
                    "sent_at",
                    "20:31 in Madrid went in, and what came back has lost its zone: it is two "
                    "hours off. Which type of this notebook converts to UTC, and says so?",
                ),
            ],
        ),
        praise="20:31 in Madrid comes back as 18:31 UTC: the same moment.",
    ),
    Exercise(
        id="01.6",
        notebook=NOTEBOOK,
        title="Before the database says no",
        minutes=8,
        objective="find the rows that a table would refuse, in pandas",
        kind="function",
        task="""Before you load a file it is kind to say which rows will be refused. Write
`refused(users, posts)` in pandas. It returns a list with the ids of the posts that the table
`posts` would refuse, in the frame's order: the owner is missing or is no user, or the content is
missing, empty, or longer than 280 characters.""",
        hints=(
            "Two conditions, joined with `|`. One is about `owner_id`, one about `content`.",
            "`isin` is False for a missing value, so `~isin` finds unknown and missing owners at "
            "once. What does `.str.len()` give for a missing text, and `.between` for that?",
            '`unknown = ~posts["owner_id"].isin(users["id"])` and '
            '`length = posts["content"].str.len()`; then '
            '`posts.loc[unknown | ~length.between(1, 280), "id"].tolist()`.',
        ),
        solution_code=REFUSED,
        alternatives=(
            """def refused(users, posts):
    known = set(users["id"])
    return [
        row.id
        for row in posts.fillna({"content": ""}).itertuples()
        if row.owner_id not in known or not 1 <= len(row.content) <= 280
    ]


answer = refused""",
        ),
        wrong_answers=(
            WrongAnswer(
                "owners only",
                REFUSED.replace("unknown | ~length.between(1, 280)", "unknown"),
                "281",
            ),
            WrongAnswer(
                "lengths only",
                REFUSED.replace("unknown | ~length.between(1, 280)", "~length.between(1, 280)"),
                "user 3",
            ),
            WrongAnswer(
                "missing text forgotten",
                REFUSED.replace("~length.between(1, 280)", "(length < 1) | (length > 280)"),
                "no content",
            ),
            WrongAnswer("off by one", REFUSED.replace("(1, 280)", "(1, 279)"), "280"),
            WrongAnswer(
                "printed",
                REFUSED.replace("return posts", "print(posts").replace("tolist()", "tolist())"),
                "print",
            ),
            WrongAnswer("a frame", REFUSED.replace(', "id"].tolist()', "]"), "list of ids"),
        ),
        judge=function(refused_cases, explain_refused),
        praise="Your pandas and the table agree on all seven frames.",
    ),
]
