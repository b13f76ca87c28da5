"""The exercises of notebook 03."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, case, extract, func, or_, select, tuple_

from course.exercises.exercise import Exercise, Wrong, WrongAnswer
from course.exercises.judges.choices import prediction
from course.exercises.judges.functions import Case, function, need_a_function
from course.exercises.judges.selects import (
    EVENING,
    NAMES,
    Mistake,
    Rows,
    engine_with,
    made,
    run,
    select_like,
)
from microblog.models import Post, User
from microblog.queries import page_of

NOTEBOOK = "03_reading_rows"
AT_EIGHT = EVENING + timedelta(hours=2)

LETTERS = """from sqlalchemy import func, select

from microblog.models import Post

answer = select(Post.id, func.length(Post.content).label("letters")).where(Post.owner_id == 1)"""

SILENT = """from datetime import UTC, datetime

from sqlalchemy import func, or_, select

from microblog.models import Post, User

eight = datetime(2026, 8, 12, 20, tzinfo=UTC)
newest = select(func.max(Post.timestamp)).where(Post.owner_id == User.id).scalar_subquery()

answer = select(User.username).where(or_(newest.is_(None), newest < eight))"""

FIVE_PERCENT = """from sqlalchemy import select

from microblog.models import Post

answer = select(Post.id).where(Post.content.contains("5%", autoescape=True))"""

NEWEST = """from sqlalchemy import select

from microblog.models import Post

answer = select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc()).limit(3)"""

PARTS = """from sqlalchemy import case, extract, select

from microblog.models import Post

hour = extract("hour", Post.timestamp)
part = case((hour < 19, "shadow"), (hour < 21, "light"), else_="night")

answer = select(Post.id, part.label("part"))"""

USER_CALLED = """from sqlalchemy import func, select

from microblog.models import User


def user_called(name):
    return select(User.id, User.username).where(func.lower(User.username) == func.lower(name))


answer = user_called"""

OLDER = """from sqlalchemy import bindparam, select, tuple_

from microblog.models import Post, UTCDateTime

seen = tuple_(bindparam("before", type_=UTCDateTime), bindparam("before_id"))
older = tuple_(Post.timestamp, Post.id) < seen
newest_first = (Post.timestamp.desc(), Post.id.desc())

answer = select(Post.id).where(older).order_by(*newest_first).limit(3)"""


PAGE_OF = """from sqlalchemy import select

from microblog.models import Post
from microblog.queries import page_of

answer = page_of(select(Post.id), Post.timestamp, Post.id).limit(3)"""


def older_where(conditions: str) -> str:
    return f"""from datetime import UTC, datetime

from sqlalchemy import bindparam, select, tuple_

from microblog.models import Post

eight = datetime(2026, 8, 12, 20, tzinfo=UTC)
newest_first = (Post.timestamp.desc(), Post.id.desc())

answer = select(Post.id).where({conditions}).order_by(*newest_first).limit(3)"""


SINCE = """def since(read_page, moment):
    ids, seen = [], {}
    while page := read_page(**seen):
        ids += [row.id for row in page if row.timestamp >= moment]
        last = page[-1]
        if last.timestamp < moment:
            break
        seen = {"before": last.timestamp, "before_id": last.id}
    return ids


answer = since"""


def newest_of(user: Any) -> Any:
    return select(func.max(Post.timestamp)).where(Post.owner_id == user).scalar_subquery()


def silent() -> Any:
    newest = newest_of(User.id)
    return select(User.username).where(or_(newest.is_(None), newest < AT_EIGHT))


def saying(*texts: str) -> Rows:
    """One user and a post for each text."""
    rows = made(users=1, posts=len(texts), seed=1)
    for post, text in zip(rows["posts"], texts, strict=True):
        post["content"] = text
    return rows


def percentages() -> Sequence[Rows]:
    return [
        saying("5% battery left", "Hello"),
        saying("5%", "It fell to 5%"),
        saying("75%, says the app", "About 15 people, not a sound"),
        saying("5 stars", "50 percent", "15 %", "5%", "Only 5% left, 95% gone", "100% charged"),
    ]


def by_time(*, key: Any = None) -> Any:
    order = (Post.timestamp.desc(),) if key is None else (Post.timestamp.desc(), key)
    return select(Post.id).order_by(*order).limit(3)


def parts(*ladder: tuple[Any, str], otherwise: str | None = "night") -> Any:
    return select(Post.id, case(*ladder, else_=otherwise).label("part"))


HOUR = extract("hour", Post.timestamp)


SEEN = tuple_(Post.timestamp, Post.id)


def older(condition: Any) -> Any:
    newest_first = (Post.timestamp.desc(), Post.id.desc())
    return select(Post.id).where(condition).order_by(*newest_first).limit(3)


def finding_users(answer: Any) -> None:
    """Judges a function from a name to a select, with names that are no ordinary ones."""
    need_a_function(answer)
    rows = made(users=len(NAMES), posts=0, seed=1)
    rows["users"][5]["username"] = "Nils"
    for name, expected in (
        ("O'Neill", []),
        ("marta", [(5, "marta")]),
        ("nobody' OR 'a' = 'a", []),
        ("MARTA", [(5, "marta")]),
        ("nils", [(6, "Nils")]),
        ("m_rta", []),
        ("mar", []),
    ):
        statement = answer(name)
        if not isinstance(statement, Select):
            kind = type(statement).__name__
            raise Wrong(f"Your function returns a {kind}; a select() was asked.")
        compiled = statement.compile()
        if name in compiled.params:
            raise Wrong(
                f"You made a gap that is called {name}, and it has no value. is_named and "
                "bindparam take the name of the gap; .params(…) fills it."
            )
        refuse_pasted(name, str(compiled))
        found = run(statement, rows)
        if found and len(found[0]) != 2:
            raise Wrong("Two columns were asked, id and username, as the function had them.")
        if found != expected:
            told = f"For {name!r} it should find {expected}, and it finds {found}."
            raise Wrong(f"{told} {why(name)}")


def refuse_pasted(name: str, text: str) -> None:
    """The name must not stand in the text of the statement, with its quotes doubled or not."""
    last_line = text.splitlines()[-1]
    if name in text:
        raise Wrong(
            f"The name stands in the text of your statement:\n{last_line}\n"
            "The name  nobody' OR 'a' = 'a  closes your quote, goes on in SQL, and finds all "
            "users. Compare the column with the name as a value."
        )
    if name.replace("'", "''") in text:
        raise Wrong(
            f"The name still stands in the text of your statement:\n{last_line}\n"
            "Doubling quotes by hand must not be forgotten once, anywhere. A value that travels "
            "apart from the text needs no such care."
        )


def why(name: str) -> str:
    return {
        "marta": "Compare the name with the column username.",
        "MARTA": "The name was to count whatever its case: both sides in lower().",
        "nils": "Some usernames have capitals, so the column needs lower() as well.",
        "m_rta": "In LIKE the _ stands for any character: compare with == instead.",
        "mar": "A part of a name is not the name: compare with == instead.",
    }.get(name, "The name is a value, whatever is in it.")


class Reader:
    """Reads pages of three posts; new posts come in after the first ones, as in a service."""

    def __init__(self, posts: int, seed: int, moment: datetime) -> None:
        self.rows, self.moment = made(users=2, posts=posts, seed=seed), moment
        self.pages, self.last_seen = 0, moment

    def ids(self) -> list[int]:
        """The posts since the moment, as they are now."""
        time = {post["id"]: post["timestamp"] for post in self.rows["posts"]}
        newest_first = sorted(time, key=lambda number: (time[number], number), reverse=True)
        return [number for number in newest_first if time[number] >= self.moment]

    def time_of(self, number: int) -> datetime:
        return next(post["timestamp"] for post in self.rows["posts"] if post["id"] == number)

    def __call__(self, **asked: Any) -> Sequence[Row[*tuple[Any, ...]]]:
        self.pages += 1
        if self.pages > 20:
            raise Wrong("You asked for 20 pages, and there are not so many: does the key move on?")
        if self.last_seen < self.moment:
            raise Wrong(
                "You asked for one more page although the last one had reached posts from before "
                "the moment. All that follow are older still: stop there."
            )
        engine = engine_with(self.rows)
        statement = page_of(select(Post.id, Post.timestamp), Post.timestamp, Post.id)
        with engine.connect() as connection:
            page = connection.execute(statement, {"limit": 3} | asked).all()
        engine.dispose()
        self.last_seen = page[-1].timestamp if page else self.last_seen
        if self.pages < 3:
            self.add_a_post()
        return page

    def add_a_post(self) -> None:
        number, time = 100 + self.pages, EVENING + timedelta(hours=12, minutes=self.pages)
        post = {"id": number, "content": f"Post {number}", "owner_id": 1, "timestamp": time}
        self.rows["posts"].append(post)


def reading_cases() -> Sequence[Case]:
    def case_of(posts: int, seed: int, hours: int, shown: str) -> Case:
        reader = Reader(posts, seed, EVENING + timedelta(hours=hours))
        return Case((reader, reader.moment), reader.ids(), shown)

    return [
        case_of(
            2, 2, 0, "Two posts, both since the moment; one more came in after the first page."
        ),
        case_of(
            8, 3, 0, "Eight posts, all since the moment; one more came in after each of two pages."
        ),
        case_of(
            12, 5, 2, "Twelve posts, some of them older; one more came in after each of two pages."
        ),
        case_of(9, 6, 9, "Nine posts, all of them older than the moment."),
        case_of(0, 1, 0, "No posts at all."),
    ]


def explain_reading(given: Any, case: Case) -> str:
    if not isinstance(given, list):
        return f"Return a list of ids; this is a {type(given).__name__}."
    if not all(isinstance(each, int) for each in given):
        return "Return the ids, row.id, not the rows."
    twice = sorted({each for each in given if given.count(each) > 1})
    if twice:
        return (
            f"Post {twice[0]} came twice: a new post moved it from one page to the next. Page by "
            "the key of the last row, not by offset."
        )
    if set(given) > set(case.expected):
        return "There are posts from before the moment in it."
    lost = [number for number in case.expected if number not in given]
    if set(given) < set(case.expected) and given != case.expected[: len(given)]:
        return (
            f"Post {lost[0]} is missing between two pages: it is of the same second as the last "
            "one before it. Page by time and id."
        )
    if lost and all(case.arguments[0].time_of(number) == case.arguments[1] for number in lost):
        return f"Post {lost[0]} is missing: it is of exactly this moment, and belongs to it."
    if set(given) < set(case.expected):
        return "Some are missing. Did you read on after the first page, and up to the moment?"
    return "The order is that of the pages: newest first."


def reading(answer: Any) -> None:
    """Judges a function that reads page after page."""
    try:
        function(reading_cases, explain_reading)(answer)
    except IndexError:
        raise Wrong(
            "IndexError: an empty page has no last row. Where there are no posts, the first page "
            "is empty already: look whether there is a page before you take page[-1]."
        ) from None


EXERCISES = [
    Exercise(
        id="03.1",
        notebook=NOTEBOOK,
        title="Letters",
        minutes=3,
        objective="write a statement that chooses, renames and derives columns",
        kind="select",
        task="""Return a `select()` of two columns for each post by user 1: its `id`, and under
the name `letters` the number of characters in its content.""",
        hints=(
            "Which columns go between the brackets of `select`, and what does `where` take?",
            "`func.length(…)` counts the characters in the database, `.label(…)` names a column.",
            'Between the brackets: `Post.id, func.length(Post.content).label("letters")`; then '
            "`.where(Post.owner_id == 1)`.",
        ),
        solution_code=LETTERS,
        alternatives=(
            """from sqlalchemy import func, select

from microblog.models import Post

mine = select(Post).where(Post.owner_id == 1).subquery()

answer = select(mine.c.id, func.length(mine.c.content).label("letters"))""",
        ),
        wrong_answers=(
            WrongAnswer("no label", LETTERS.replace('.label("letters")', ""), "length_1"),
            WrongAnswer("everybody's", LETTERS.replace(".where(Post.owner_id == 1)", ""), "user 2"),
            WrongAnswer(
                "the whole post",
                LETTERS.replace('Post.id, func.length(Post.content).label("letters")', "Post"),
                "Asked were 2 columns",
            ),
            WrongAnswer(
                "the content itself",
                LETTERS.replace("func.length(Post.content)", "Post.content"),
                "text itself",
            ),
            WrongAnswer(
                "in the other order",
                LETTERS.replace(
                    'Post.id, func.length(Post.content).label("letters")',
                    'func.length(Post.content).label("letters"), Post.id',
                ),
                "first the id",
            ),
            WrongAnswer(
                "as text",
                'answer = "SELECT id, length(content) AS letters FROM posts WHERE owner_id = 1"',
                "This is text",
            ),
        ),
        judge=select_like(
            lambda: select(Post.id, func.length(Post.content)).where(Post.owner_id == 1),
            [
                Mistake(
                    lambda: select(Post.id, func.length(Post.content)),
                    "Posts by user 2 are among them; user 1's were asked.",
                ),
                Mistake(
                    lambda: select(Post.id, Post.content).where(Post.owner_id == 1),
                    "That is the text itself; how many characters has it?",
                ),
                Mistake(
                    lambda: select(func.length(Post.content), Post.id).where(Post.owner_id == 1),
                    "The columns were asked in another order: first the id, then the letters.",
                ),
            ],
            names=("id", "letters"),
        ),
        praise="Two columns, one of them worked out and named by you, and no row too many.",
    ),
    Exercise(
        id="03.2",
        notebook=NOTEBOOK,
        title="Who comes back?",
        minutes=4,
        objective="predict which rows a condition loses to NULL, and keep them",
        kind="prediction",
        task="""Six people have a profile. How many rows does this statement find?

`select(Profile).where(or_(Profile.place != "Burgos", Profile.username == "bodil"))`

| username | place |
|:--|:--|
| marta | Burgos |
| ana | Madrid |
| bodil | NULL |
| jonas | Burgos |
| keiko | NULL |
| nils | León |""",
        hints=(
            'Write down for each of the six what `place != "Burgos"` gives: true, false or NULL.',
            "bodil and keiko have NULL there. What is NULL *or* true, and what NULL *or* false?",
            "ana and nils by the first half, bodil by the second: NULL or true is true. For keiko "
            "it is NULL or false, which is NULL, and `where` drops her. `answer = 3`",
        ),
        solution_code="answer = 3",
        alternatives=('answer = len(["ana", "bodil", "nils"])',),
        wrong_answers=(
            WrongAnswer("as in pandas", "answer = 4", "keiko"),
            WrongAnswer("bodil lost too", "answer = 2", "bodil"),
            WrongAnswer("only bodil", "answer = 1", "ana"),
            WrongAnswer("all of them", "answer = 6", "marta"),
        ),
        judge=prediction(
            3,
            {
                1: "bodil is one of them. And ana and nils, whose place is known and another one?",
                2: "ana and nils are right. For bodil the first half is NULL and the second is "
                "true: whatever the unknown is, the whole is true.",
                4: "pandas would find four. Here keiko's place is unknown, so that != gives NULL, "
                "and her name is not bodil: NULL or false is NULL, and she vanishes.",
                5: "Who of marta and jonas do you keep? Both are in Burgos, and neither is bodil.",
                6: "marta and jonas are in Burgos: false, and false. They are not among them.",
            },
            "Go through the six rows one by one: true, false, or NULL?",
        ),
        praise="ana, nils and bodil. keiko, of whom nothing is known, is in neither half.",
    ),
    Exercise(
        id="03.3",
        notebook=NOTEBOOK,
        title="Silent since eight",
        minutes=6,
        objective="predict which rows a condition loses to NULL, and keep them",
        kind="select",
        task="""Who was silent from 20:00 UTC on? Return a `select()` of the `username` of all
users whose newest post is from before `eight`, and of those who never wrote at all. `newest` is
there already.""",
        hints=(
            "What is `newest` for somebody who never wrote? Show it beside the username.",
            "`NULL < eight` is NULL, and the row vanishes. Which method asks for NULL, and which "
            "function joins two conditions of which one is enough?",
            "`select(User.username).where(or_(newest.is_(None), newest < eight))`",
        ),
        solution_code=SILENT,
        alternatives=(
            SILENT.replace(
                "or_(newest.is_(None), newest < eight)",
                "func.coalesce(newest, eight - timedelta(days=1)) < eight",
            )
            .replace("import UTC, datetime", "import UTC, datetime, timedelta")
            .replace("func, or_, select", "func, select"),
            """from datetime import UTC, datetime

from sqlalchemy import select

from microblog.models import Post, User

eight = datetime(2026, 8, 12, 20, tzinfo=UTC)
writers = select(Post.owner_id).where(Post.timestamp >= eight)

answer = select(User.username).where(User.id.not_in(writers))""",
        ),
        wrong_answers=(
            WrongAnswer(
                "NULL lost",
                SILENT.replace("or_(newest.is_(None), newest < eight)", "newest < eight"),
                "never wrote",
            ),
            WrongAnswer(
                "NULL alone",
                SILENT.replace("or_(newest.is_(None), newest < eight)", "newest.is_(None)"),
                "before 20:00",
            ),
            WrongAnswer(
                "a comma",
                SILENT.replace(
                    "or_(newest.is_(None), newest < eight)", "newest.is_(None), newest < eight"
                ),
                "a comma",
            ),
            WrongAnswer(
                "eight itself",
                SILENT.replace("newest < eight", "newest <= eight"),
                "at 20:00",
            ),
            WrongAnswer("the writers", SILENT.replace("newest < eight", "newest > eight"), "after"),
            WrongAnswer(
                "one old post is enough",
                """from datetime import UTC, datetime

from sqlalchemy import select

from microblog.models import Post, User

eight = datetime(2026, 8, 12, 20, tzinfo=UTC)
writers = select(Post.owner_id).where(Post.timestamp < eight)

answer = select(User.username).where(User.id.in_(writers))""",
                "wrote again",
            ),
        ),
        judge=select_like(
            silent,
            [
                Mistake(
                    lambda: select(User.username).where(
                        newest_of(User.id).is_(None), newest_of(User.id) < AT_EIGHT
                    ),
                    "You find nobody. Between conditions a comma means and, and no time is NULL "
                    "and before 20:00 at once: which function means or?",
                ),
                Mistake(
                    lambda: select(User.username).where(newest_of(User.id) < AT_EIGHT),
                    "Who never wrote is missing: the newest of no posts is NULL, and NULL < eight "
                    "is not true.",
                ),
                Mistake(
                    lambda: select(User.username).where(newest_of(User.id).is_(None)),
                    "Who wrote before 20:00, and then no more, is missing.",
                ),
                Mistake(
                    lambda: select(User.username).where(
                        or_(newest_of(User.id).is_(None), newest_of(User.id) <= AT_EIGHT)
                    ),
                    "Somebody wrote at 20:00 sharp, which is not before it.",
                ),
                Mistake(
                    lambda: select(User.username).where(
                        or_(newest_of(User.id).is_(None), newest_of(User.id) > AT_EIGHT)
                    ),
                    "Those who wrote after 20:00 are not the silent ones.",
                ),
                Mistake(
                    lambda: select(User.username).where(
                        User.id.in_(select(Post.owner_id).where(Post.timestamp < AT_EIGHT))
                    ),
                    "One post from before 20:00 is not enough: some wrote again, some never did.",
                ),
            ],
        ),
        praise="The silent and those who never spoke, which no comparison with NULL would find.",
    ),
    Exercise(
        id="03.4",
        notebook=NOTEBOOK,
        title="5%",
        minutes=4,
        objective="search for a text letter for letter",
        kind="select",
        task="""A battery stood at 5%. Return a `select()` of the `id` of all posts that contain
`5%`, the digit and the sign, anywhere.""",
        hints=(
            'Try `Post.content.contains("5%")` on a post that says "5 stars".',
            "In LIKE the sign % stands for any text. There is an option that takes it literally, "
            "and a function that knows no signs at all.",
            '`select(Post.id).where(Post.content.contains("5%", autoescape=True))`, or '
            '`func.instr(Post.content, "5%") > 0`.',
        ),
        solution_code=FIVE_PERCENT,
        alternatives=(
            """from sqlalchemy import func, select

from microblog.models import Post

answer = select(Post.id).where(func.instr(Post.content, "5%") > 0)""",
            """from sqlalchemy import select

from microblog.models import Post

answer = select(Post.id).where(Post.content.like("%5/%%", escape="/"))""",
        ),
        wrong_answers=(
            WrongAnswer("not escaped", FIVE_PERCENT.replace(", autoescape=True", ""), "any text"),
            WrongAnswer(
                "at the start only", FIVE_PERCENT.replace("contains", "startswith"), "begins with"
            ),
            WrongAnswer(
                "at the end only", FIVE_PERCENT.replace("contains", "endswith"), "ends with"
            ),
            WrongAnswer(
                "nothing else",
                FIVE_PERCENT.replace('.contains("5%", autoescape=True)', ' == "5%"'),
                "whole content",
            ),
            WrongAnswer("any percentage", FIVE_PERCENT.replace('"5%"', '"%"'), "any percentage"),
        ),
        judge=select_like(
            lambda: select(Post.id).where(func.instr(Post.content, "5%") > 0),
            [
                Mistake(
                    lambda: select(Post.id).where(Post.content.contains("5%")),
                    "Your % was taken as a sign of LIKE, for any text: whatever contains a 5 is "
                    "found.",
                ),
                Mistake(
                    lambda: select(Post.id).where(Post.content == "5%"),
                    "== compares the whole content; 5% may stand anywhere in it.",
                ),
                Mistake(
                    lambda: select(Post.id).where(Post.content.endswith("5%", autoescape=True)),
                    "That is what ends with 5%; it may stand anywhere in the content.",
                ),
                Mistake(
                    lambda: select(Post.id).where(Post.content.startswith("5%", autoescape=True)),
                    "That is what begins with 5%; it may stand anywhere in the content.",
                ),
                Mistake(
                    lambda: select(Post.id).where(func.instr(Post.content, "%") > 0),
                    "That finds any percentage; 5% was asked.",
                ),
            ],
            on=percentages,
        ),
        praise="5% and 75%, but not the 5 stars: the sign stands for itself.",
    ),
    Exercise(
        id="03.5",
        notebook=NOTEBOOK,
        title="The newest three",
        minutes=4,
        objective="sort so that the order is the same every time",
        kind="repair",
        task="""The statement below should find the `id` of the three newest posts, newest first,
and of two posts of one second the one with the higher id first. It does not. Repair it.""",
        hints=(
            "In which order does `order_by(Post.timestamp)` put them, and which three are left?",
            "`.desc()` turns an order round. And what decides between two posts of one second?",
            "`.order_by(Post.timestamp.desc(), Post.id.desc()).limit(3)`",
        ),
        solution_code=NEWEST,
        alternatives=(
            """from sqlalchemy import desc, select

from microblog.models import Post

newest = select(Post.id).order_by(desc(Post.timestamp)).order_by(desc(Post.id))

answer = newest.slice(0, 3)""",
        ),
        wrong_answers=(
            WrongAnswer(
                "as it was",
                NEWEST.replace("Post.timestamp.desc(), Post.id.desc()", "Post.timestamp"),
                "oldest",
            ),
            WrongAnswer("ties left to chance", NEWEST.replace(", Post.id.desc()", ""), "chance"),
            WrongAnswer(
                "by id alone", NEWEST.replace("Post.timestamp.desc(), ", ""), "order of writing"
            ),
            WrongAnswer("all of them", NEWEST.replace(".limit(3)", ""), "three"),
        ),
        judge=select_like(
            lambda: by_time(key=Post.id.desc()),
            [
                Mistake(
                    lambda: select(Post.id).order_by(Post.timestamp).limit(3),
                    "Those are the three oldest: which method turns an order round?",
                ),
                Mistake(
                    lambda: by_time(key=Post.id),
                    "Two posts are of one second, and the lower id comes first, whether you said "
                    "so or left it to chance. The higher one was asked.",
                ),
                Mistake(
                    lambda: select(Post.id).order_by(Post.id.desc()).limit(3),
                    "Ids are not the order of writing: a post may have a higher id and an earlier "
                    "time.",
                ),
                Mistake(
                    lambda: select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc()),
                    "The order is right; only three were asked.",
                ),
            ],
            ordered=True,
        ),
        praise="The same three in the same order, however the database goes about it.",
    ),
    Exercise(
        id="03.6",
        notebook=NOTEBOOK,
        title="Shadow, light, night",
        minutes=5,
        objective="work out values in the database, and avoid its traps",
        kind="select",
        task="""Return a `select()` of two columns for each post: its `id`, and `part`, the part
of the evening by UTC: `"shadow"` before 19:00, `"light"` from 19:00 to before 21:00, `"night"`
from then on.""",
        hints=(
            "Which function gives the hour of a moment, and which one chooses between values?",
            "`case` takes the first rung that is true, as `elif` does. Which comes first, and "
            "what holds where none is true?",
            '`case((hour < 19, "shadow"), (hour < 21, "light"), else_="night").label("part")`, '
            'with `hour = extract("hour", Post.timestamp)`.',
        ),
        solution_code=PARTS,
        alternatives=(
            """from datetime import UTC, datetime

from sqlalchemy import case, select

from microblog.models import Post

seven, nine = (datetime(2026, 8, 12, hour, tzinfo=UTC) for hour in (19, 21))
part = case((Post.timestamp >= nine, "night"), (Post.timestamp >= seven, "light"), else_="shadow")

answer = select(Post.id, part.label("part"))""",
        ),
        wrong_answers=(
            WrongAnswer(
                "rungs in the wrong order",
                PARTS.replace(
                    '(hour < 19, "shadow"), (hour < 21, "light")',
                    '(hour < 21, "light"), (hour < 19, "shadow")',
                ),
                "first rung",
            ),
            WrongAnswer("no else", PARTS.replace(', else_="night"', ""), "else_"),
            WrongAnswer("one too late", PARTS.replace("hour < 19", "hour <= 19"), "19:00 is"),
            WrongAnswer("nine too late", PARTS.replace("hour < 21", "hour <= 21"), "21:00 is"),
            WrongAnswer("no label", PARTS.replace('part.label("part")', "part"), "names"),
        ),
        judge=select_like(
            lambda: parts((HOUR < 19, "shadow"), (HOUR < 21, "light")),
            [
                Mistake(
                    lambda: parts((HOUR < 21, "light"), (HOUR < 19, "shadow")),
                    "No post is in the shadow: case takes the first rung that is true, and what "
                    "is before 19:00 is before 21:00 too.",
                ),
                Mistake(
                    lambda: parts((HOUR < 19, "shadow"), (HOUR < 21, "light"), otherwise=None),
                    "Where no rung is true, the value is NULL, unless you give an else_.",
                ),
                Mistake(
                    lambda: parts((HOUR <= 19, "shadow"), (HOUR < 21, "light")),
                    "19:00 is light already, and so are all posts with the hour 19.",
                ),
                Mistake(
                    lambda: parts((HOUR < 19, "shadow"), (HOUR <= 21, "light")),
                    "21:00 is night already, and so are all posts with the hour 21.",
                ),
            ],
            names=("id", "part"),
        ),
        praise="Each post in its part of the evening, and the database did the sorting out.",
    ),
    Exercise(
        id="03.7",
        notebook=NOTEBOOK,
        title="Whatever the name",
        minutes=5,
        objective="give values to a statement, never text",
        kind="repair",
        task="""`user_called(name)` returns a statement that finds `id` and `username` of the user
with that name, whatever its case: `marta` for `"MARTA"`. It pastes the name into the text. Repair
it.""",
        hints=(
            "What does the statement look like for the name `nobody' OR 'a' = 'a`? Print it.",
            "A comparison such as `User.username == name` makes a parameter of the name. For the "
            "case, both sides go through `func.lower`.",
            "`.where(func.lower(User.username) == func.lower(name))`",
        ),
        solution_code=USER_CALLED,
        alternatives=(
            """from sqlalchemy import select

from microblog.models import User
from microblog.queries import is_named


def user_called(name):
    return select(User.id, User.username).where(is_named("username")).params(username=name)


answer = user_called""",
            """from sqlalchemy import select, text

from microblog.models import User


def user_called(name):
    same = text("lower(username) = lower(:name)").bindparams(name=name)
    return select(User.id, User.username).where(same)


answer = user_called""",
        ),
        wrong_answers=(
            WrongAnswer(
                "as it was",
                """from sqlalchemy import select, text

from microblog.models import User


def user_called(name):
    return select(User.id, User.username).where(text(f"lower(username) = lower('{name}')"))


answer = user_called""",
                "closes your quote",
            ),
            WrongAnswer(
                "quotes doubled by hand",
                """from sqlalchemy import select, text

from microblog.models import User


def user_called(name):
    name = name.replace("'", "''")
    return select(User.id, User.username).where(text(f"lower(username) = lower('{name}')"))


answer = user_called""",
                "by hand",
            ),
            WrongAnswer(
                "case counts",
                USER_CALLED.replace(
                    "func.lower(User.username) == func.lower(name)", "User.username == name"
                ),
                "whatever its case",
            ),
            WrongAnswer(
                "one side",
                USER_CALLED.replace(
                    "func.lower(User.username) == func.lower(name)",
                    "User.username == name.lower()",
                ),
                "the column needs lower",
            ),
            WrongAnswer(
                "the name as a gap",
                """from sqlalchemy import select

from microblog.models import User
from microblog.queries import is_named


def user_called(name):
    return select(User.id, User.username).where(is_named(name))


answer = user_called""",
                "the name of the gap",
            ),
            WrongAnswer(
                "ilike",
                USER_CALLED.replace(
                    "func.lower(User.username) == func.lower(name)", "User.username.ilike(name)"
                ),
                "any character",
            ),
            WrongAnswer(
                "called",
                USER_CALLED.replace("answer = user_called", 'answer = user_called("marta")'),
                "without calling it",
            ),
        ),
        judge=finding_users,
        praise="marta in any case, and a name with quotes in it is a name with quotes in it.",
    ),
    Exercise(
        id="03.8",
        notebook=NOTEBOOK,
        title="Three older ones",
        minutes=6,
        objective="read page by page, so that no row comes twice",
        kind="select",
        task="""A reader has seen everything down to a certain post. Return a `select()` of the
`id` of the next three posts, newest first, of two posts of one second the higher id first. The
time and the id of the last post seen are named parameters, `before` and `before_id`.""",
        hints=(
            "The page has an order by two columns; the condition compares the same two columns.",
            "`tuple_` makes one value of two, and `bindparam` names a gap. Inside a `tuple_` the "
            "gap for the time needs its type, `type_=UTCDateTime`.",
            '`.where(tuple_(Post.timestamp, Post.id) < tuple_(bindparam("before", '
            'type_=UTCDateTime), bindparam("before_id")))`, then the order of 03.5 and its limit.',
        ),
        solution_code=OLDER,
        alternatives=(
            """from sqlalchemy import and_, bindparam, or_, select

from microblog.models import Post

time, key = bindparam("before"), bindparam("before_id")
older = or_(Post.timestamp < time, and_(Post.timestamp == time, Post.id < key))
newest_first = (Post.timestamp.desc(), Post.id.desc())

answer = select(Post.id).where(older).order_by(*newest_first).limit(3)""",
            PAGE_OF,
        ),
        wrong_answers=(
            WrongAnswer(
                "values in the statement",
                older_where("tuple_(Post.timestamp, Post.id) < (eight, 5)"),
                "no parameter called before",
            ),
            WrongAnswer(
                "a gap without a type",
                OLDER.replace(", type_=UTCDateTime", "").replace(", UTCDateTime", ""),
                "no type",
            ),
            WrongAnswer(
                "by time alone",
                older_where(
                    'Post.timestamp < bindparam("before"), Post.id != bindparam("before_id")'
                ),
                "time alone",
            ),
            WrongAnswer(
                "each on its own",
                older_where(
                    'Post.timestamp <= bindparam("before"), Post.id < bindparam("before_id")'
                ),
                "higher id",
            ),
            WrongAnswer(
                "all but the last one",
                older_where(
                    'Post.timestamp <= bindparam("before"), Post.id != bindparam("before_id")'
                ),
                "of the same second",
            ),
            WrongAnswer("a page of 20", PAGE_OF.replace(".limit(3)", ""), "only three"),
            WrongAnswer(
                "the last one again", OLDER.replace("Post.id) < seen", "Post.id) <= seen"), "again"
            ),
            WrongAnswer(
                "the newer ones", OLDER.replace("Post.id) < seen", "Post.id) > seen"), "went up"
            ),
        ),
        judge=select_like(
            lambda: older(SEEN < (AT_EIGHT, 5)),
            [
                Mistake(
                    lambda: older((Post.timestamp < AT_EIGHT) & (Post.id != 5)),
                    "A post of the same second with a lower id is left out: time alone is no key.",
                ),
                Mistake(
                    lambda: older((Post.timestamp <= AT_EIGHT) & (Post.id < 5)),
                    "An older post with a higher id is left out: the id counts only between posts "
                    "of one second.",
                ),
                Mistake(
                    lambda: older((Post.timestamp <= AT_EIGHT) & (Post.id != 5)),
                    "Of the posts of the same second those with a higher id were seen already, and "
                    "yours brings them again.",
                ),
                Mistake(
                    lambda: older(SEEN < (AT_EIGHT, 5)).limit(None),
                    "The right ones, and more of them: only three were asked.",
                ),
                Mistake(
                    lambda: older(SEEN <= (AT_EIGHT, 5)),
                    "The last post seen comes again: it is not older than itself.",
                ),
                Mistake(
                    lambda: older(SEEN > (AT_EIGHT, 5)),
                    "You went up: newest first, the next ones are the smaller ones.",
                ),
            ],
            ordered=True,
            parameters={"before": AT_EIGHT, "before_id": 5},
        ),
        praise="The next page, whoever writes in the meantime.",
    ),
    Exercise(
        id="03.9",
        notebook=NOTEBOOK,
        title="All since then",
        minutes=8,
        objective="read page by page, so that no row comes twice",
        kind="function",
        task="""Write `since(read_page, moment)`. It returns a list of the ids of all posts from
`moment` on, newest first, and asks for no more pages than it must. `read_page()` gives the first
page as a list of rows with `.id` and `.timestamp`, newest first, and
`read_page(before=…, before_id=…)` the page after that row. It takes `offset=…` as well. New posts
come in while you read; those need not be among them.""",
        hints=(
            "A loop reads until a page is empty. What does it have to know of the page before?",
            "`page[-1]` is the last row of a page, and its time and id are the key of the next. "
            "When is there nothing left to look for, although the page is not empty?",
            "`while page := read_page(**seen):` keep the ids of rows with `timestamp >= moment`; "
            "`break` when `page[-1].timestamp < moment`; else "
            '`seen = {"before": page[-1].timestamp, "before_id": page[-1].id}`.',
        ),
        solution_code=SINCE,
        alternatives=(
            """def since(read_page, moment):
    page = read_page()
    rows = list(page)
    while page and page[-1].timestamp >= moment:
        page = read_page(before=page[-1].timestamp, before_id=page[-1].id)
        rows.extend(page)
    return [row.id for row in rows if row.timestamp >= moment]


answer = since""",
            """def older(read_page, **key):
    for row in read_page(**key):
        yield row
        key = {"before": row.timestamp, "before_id": row.id}
    if "row" in locals():
        yield from older(read_page, **key)


def since(read_page, moment):
    ids = []
    for row in older(read_page):
        if row.timestamp < moment:
            break
        ids.append(row.id)
    return ids


answer = since""",
        ),
        wrong_answers=(
            WrongAnswer(
                "by offset",
                SINCE.replace("ids, seen = [], {}", 'ids, seen = [], {"offset": 0}').replace(
                    'seen = {"before": last.timestamp, "before_id": last.id}',
                    'seen = {"offset": seen["offset"] + len(page)}',
                ),
                "came twice",
            ),
            WrongAnswer(
                "the first page only",
                """def since(read_page, moment):
    return [row.id for row in read_page() if row.timestamp >= moment]


answer = since""",
                "after the first page",
            ),
            WrongAnswer(
                "by time alone", SINCE.replace(', "before_id": last.id', ""), "Page by time and id"
            ),
            WrongAnswer(
                "later than the moment",
                SINCE.replace("timestamp >= moment", "timestamp > moment").replace(
                    "timestamp < moment", "timestamp <= moment"
                ),
                "exactly this moment",
            ),
            WrongAnswer(
                "to the very end",
                SINCE.replace("        if last.timestamp < moment:\n            break\n", ""),
                "stop there",
            ),
            WrongAnswer(
                "not stopped in the page",
                SINCE.replace(" if row.timestamp >= moment", ""),
                "before the moment",
            ),
            WrongAnswer(
                "the key stands still",
                SINCE.replace('seen = {"before"', '_ = {"before"'),
                "20 pages",
            ),
            WrongAnswer(
                "an empty page",
                """def since(read_page, moment):
    page = list(read_page())
    rows = list(page)
    while page[-1].timestamp >= moment:
        page = read_page(before=page[-1].timestamp, before_id=page[-1].id)
        rows += page
        if not page:
            break
    return [row.id for row in rows if row.timestamp >= moment]


answer = since""",
                "IndexError",
            ),
        ),
        judge=reading,
        praise="Each post once, none left out, and no page too many, while others went on writing.",
    ),
]
