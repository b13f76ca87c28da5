"""The exercises of notebook 05."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import cycle
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course.exercises.exercise import Exercise, Judge, WrongAnswer
from course.exercises.judges.choices import choice, prediction
from course.exercises.judges.loading import loading
from course.exercises.judges.selects import Mistake, Rows, databases, made, select_like
from microblog.models import Like, Post, User

NOTEBOOK = "05_grouping_rows"


@dataclass(frozen=True)
class Slip:
    """A mistake that readers make, as code, and what to say to whoever makes it."""

    name: str
    code: str
    told: str

    def as_mistake(self) -> Mistake:
        return Mistake(partial(answer_of, self.code), self.told)

    def as_wrong_answer(self) -> WrongAnswer:
        return WrongAnswer(self.name, self.code, self.told)


def answer_of(code: str) -> Any:
    """The statement that a solution or a slip of this module ends in."""
    names: dict[str, Any] = {}
    exec(code, names)
    return names["answer"]


def judged(solution: str, slips: Sequence[Slip], **how: Any) -> Judge:
    mistakes = [slip.as_mistake() for slip in slips]
    return select_like(partial(answer_of, solution), mistakes, **how)


def wrong_answers(slips: Sequence[Slip], *more: WrongAnswer) -> tuple[WrongAnswer, ...]:
    return (*(slip.as_wrong_answer() for slip in slips), *more)


def using(*models: str, code: str, sqlalchemy: str = "func, select") -> str:
    return (
        f"from sqlalchemy import {sqlalchemy}\n\n"
        f"from microblog.models import {', '.join(models)}\n\n{code}"
    )


# 05.1: several values of each group

RETWEETED = using(
    "Retweet",
    code="""answer = select(
    Retweet.post_id,
    func.count().label("retweets"),
    func.min(Retweet.timestamp).label("first"),
).group_by(Retweet.post_id)""",
)

RETWEETED_BY_COLUMN = using(
    "Retweet",
    code="""counted = (func.count(Retweet.user_id).label("retweets"),)
first = func.min(Retweet.timestamp).label("first")
answer = select(Retweet.post_id, *counted, first).group_by(Retweet.post_id)""",
)

RETWEETED_SLIPS = (
    Slip(
        "no group_by",
        RETWEETED.replace(".group_by(Retweet.post_id)", ""),
        "One row, whatever the number of posts: without group_by the whole table is one group.",
    ),
    Slip(
        "any time",
        RETWEETED.replace("func.min(Retweet.timestamp)", "Retweet.timestamp"),
        "A post with several retweets has several times, and you did not say which of them you "
        "want. SQLite takes any; PostgreSQL would refuse.",
    ),
    Slip(
        "the last",
        RETWEETED.replace("func.min", "func.max"),
        "That is the time of the last retweet; the first is the smallest.",
    ),
    Slip(
        "the time of the post",
        RETWEETED.replace("func.min(Retweet.timestamp)", "func.min(Post.timestamp)")
        .replace("import Retweet", "import Post, Retweet")
        .replace(".group_by(", ".join(Post, Post.id == Retweet.post_id).group_by("),
        "That is the time at which the post was written. Asked was when it was first retweeted.",
    ),
    Slip(
        "by person",
        RETWEETED.replace("group_by(Retweet.post_id)", "group_by(Retweet.user_id)"),
        "You made a group of each person who retweets. Asked was a row for each post.",
    ),
)


# 05.4: rows before, groups after

LATE_WRITERS = using(
    "Post",
    "User",
    code="""late = datetime(2026, 8, 12, 19, tzinfo=UTC)
answer = (
    select(User.username, func.count())
    .join(User.posts)
    .where(Post.timestamp >= late)
    .group_by(User.id)
    .having(func.count() >= 2)
)""",
)
LATE_WRITERS = f"from datetime import UTC, datetime\n\n{LATE_WRITERS}"

LATE_WRITERS_IN_TWO = LATE_WRITERS.partition("answer =")[0] + (
    """rows = select(Post.owner_id, func.count().label("posts")).where(Post.timestamp >= late)
counts = rows.group_by(Post.owner_id).subquery()
answer = (
    select(User.username, counts.c.posts)
    .join(counts, counts.c.owner_id == User.id)
    .where(counts.c.posts >= 2)
)"""
)

LATE_WRITERS_FILTERED = LATE_WRITERS.partition("answer =")[0] + (
    """posts = func.count().filter(Post.timestamp >= late)
answer = select(User.username, posts).join(User.posts).group_by(User.id).having(posts >= 2)"""
)

LATE_WRITERS_SLIPS = (
    Slip(
        "no having",
        LATE_WRITERS.replace("\n    .having(func.count() >= 2)", ""),
        "Somebody with one post is in your result. having() chooses among the groups.",
    ),
    Slip(
        "no where",
        LATE_WRITERS.replace("\n    .where(Post.timestamp >= late)", ""),
        "You count all posts, those from before 19:00 too. Which rows may come into a group at "
        "all?",
    ),
    Slip(
        "two of any time",
        LATE_WRITERS_FILTERED.replace("having(posts >= 2)", "having(func.count() >= 2)"),
        "You count the late posts, and choose by all posts: somebody with one late post and one "
        "from before is in your result.",
    ),
    Slip(
        "time in having",
        LATE_WRITERS.replace("\n    .where(Post.timestamp >= late)", "").replace(
            "having(func", "having(Post.timestamp >= late, func"
        ),
        "The time stands in having(), where the rows are groups already: a group has many times, "
        "and SQLite asks any of them. Choose the posts before, with where().",
    ),
    Slip(
        "any day",
        LATE_WRITERS.replace(
            "Post.timestamp >= late", 'extract("hour", Post.timestamp) >= 19'
        ).replace("import func", "import extract, func"),
        "You ask for the hour alone, of whatever day. Asked were the posts from one moment on: "
        "compare the whole timestamp.",
    ),
    Slip(
        "more than two",
        LATE_WRITERS.replace("having(func.count() >= 2)", "having(func.count() > 2)"),
        "Two are enough: somebody with exactly two late posts is missing.",
    ),
    Slip(
        "by text",
        LATE_WRITERS.replace("group_by(User.id)", "group_by(Post.content)"),
        "You group by the text of the posts. Asked was a row for each user.",
    ),
)


def nights() -> Iterator[Rows]:
    """Also a database with posts of the evening before and of the morning after."""
    yield from databases()
    rows = made(users=4, posts=9, seed=3)
    for hours, post in zip(cycle((0, -24, 12)), rows["posts"], strict=False):
        post["timestamp"] += timedelta(hours=hours)
    yield rows


# 05.5: groups that are empty

UNLIKED = using(
    "Like",
    "Post",
    "User",
    code="""unliked = func.count(Post.id).filter(Like.user_id.is_(None))
answer = (
    select(User.username, unliked)
    .outerjoin(User.posts)
    .outerjoin(Like, Like.post_id == Post.id)
    .group_by(User.id)
)""",
)

UNLIKED_EXISTS = using(
    "Like",
    "Post",
    "User",
    code="""liked = select(Like).where(Like.post_id == Post.id).exists()
unliked = User.posts.and_(~liked)
answer = select(User.username, func.count(Post.id)).outerjoin(unliked).group_by(User.id)""",
)

UNLIKED_ASKED = using(
    "Like",
    "Post",
    "User",
    code="""liked = select(Like).where(Like.post_id == Post.id).exists()
unliked = select(func.count()).where(Post.owner_id == User.id, ~liked)
answer = select(User.username, unliked.scalar_subquery())""",
)

UNLIKED_SLIPS = (
    Slip(
        "rows",
        UNLIKED.replace("func.count(Post.id)", "func.count()"),
        "Somebody who never posts has 1 in your result. The outer joins make one row for them, "
        "full of NULLs, and count() counts it.",
    ),
    Slip(
        "where",
        UNLIKED.replace("unliked = func.count(Post.id).filter(Like.user_id.is_(None))\n", "")
        .replace("unliked)", "func.count(Post.id))")
        .replace(
            "\n    .group_by(User.id)",
            "\n    .where(Like.user_id.is_(None))\n    .group_by(User.id)",
        ),
        "Users whose posts are all liked are missing: where() threw out all of their rows, so "
        "there was no group left. The condition belongs to the count.",
    ),
    Slip(
        "inner join",
        UNLIKED.replace(".outerjoin(User.posts)", ".join(User.posts)"),
        "Somebody who never posts is missing. Which join keeps the left side?",
    ),
    Slip(
        "all posts",
        UNLIKED.replace(".filter(Like.user_id.is_(None))", ""),
        "You count all rows of the joins: a post that nobody likes once, and every other post "
        "once for each like.",
    ),
    Slip(
        "the likes",
        UNLIKED.replace("func.count(Post.id)", "func.count(Like.user_id)"),
        "Always 0: where the like is NULL, there is no value of it to count. Which column is "
        "there, when the post is and its like is not?",
    ),
)


# 05.6: empty hours

HOURS = """hours = select(literal(18).label("hour")).cte("hours", recursive=True)
hours = hours.union_all(select(hours.c.hour + 1).where(hours.c.hour < 23))
"""

EACH_HOUR = using(
    "Post",
    sqlalchemy="extract, func, literal, select",
    code=HOURS
    + """
answer = (
    select(hours.c.hour, func.count(Post.id))
    .outerjoin(Post, extract("hour", Post.timestamp) == hours.c.hour)
    .group_by(hours.c.hour)
    .order_by(hours.c.hour)
)""",
)

EACH_HOUR_COUNTED_FIRST = using(
    "Post",
    sqlalchemy="extract, func, literal, select",
    code=HOURS
    + """
hour = extract("hour", Post.timestamp).label("hour")
written = select(hour, func.count().label("posts")).group_by(hour).subquery("written")
answer = (
    select(hours.c.hour, func.coalesce(written.c.posts, 0))
    .outerjoin(written, written.c.hour == hours.c.hour)
    .order_by(hours.c.hour)
)""",
)

EACH_HOUR_LISTED = using(
    "Post",
    sqlalchemy="extract, func, literal, select, union_all",
    code="""listed = union_all(*(select(literal(hour).label("hour")) for hour in range(18, 24)))
hours = listed.subquery("hours")
posts = select(func.count()).where(extract("hour", Post.timestamp) == hours.c.hour)
answer = select(hours.c.hour, posts.scalar_subquery()).order_by(hours.c.hour)""",
)

EACH_HOUR_SLIPS = (
    Slip(
        "no calendar",
        using(
            "Post",
            sqlalchemy="extract, func, select",
            code="""hour = extract("hour", Post.timestamp)
rows = select(hour, func.count()).where(hour.between(18, 23))
answer = rows.group_by(hour).order_by(hour)""",
        ),
        "The hours without a post are missing: where there is no row, there is no group. Make a "
        "list of the hours, and from it an outer join to the posts; an inner one drops them again.",
    ),
    Slip(
        "rows",
        EACH_HOUR.replace("func.count(Post.id)", "func.count()"),
        "An hour without a post has 1 in your result: count() counts the row that the outer join "
        "made. Count a column of the posts.",
    ),
    Slip(
        "one hour short",
        EACH_HOUR.replace("< 23", "< 22"),
        "Your list ends with 22. The condition is about the row that the next one follows from: "
        "23 follows from 22.",
    ),
    Slip(
        "one hour more",
        EACH_HOUR.replace("< 23", "<= 23"),
        "Your list goes on to 24. The condition is about the row that the next one follows from: "
        "nothing should follow from 23.",
    ),
    Slip(
        "no coalesce",
        EACH_HOUR_COUNTED_FIRST.replace("func.coalesce(written.c.posts, 0)", "written.c.posts"),
        "An hour without a post has NULL, and 0 was asked.",
    ),
    Slip(
        "backwards",
        EACH_HOUR.replace("order_by(hours.c.hour)", "order_by(hours.c.hour.desc())"),
        "The hours run from 23 down to 18. Asked was from 18 on.",
    ),
)


# 05.7: two counts

TWO_COUNTS = using(
    "Follow",
    "Post",
    "User",
    code="""posts = select(Post.owner_id, func.count().label("posts"))
posts = posts.group_by(Post.owner_id).subquery("posts_by_owner")
followers = select(Follow.followee_id, func.count().label("followers"))
followers = followers.group_by(Follow.followee_id).subquery("followers_by_followee")

answer = (
    select(
        User.username,
        func.coalesce(posts.c.posts, 0),
        func.coalesce(followers.c.followers, 0),
    )
    .outerjoin(posts, posts.c.owner_id == User.id)
    .outerjoin(followers, followers.c.followee_id == User.id)
)""",
)

TWO_COUNTS_ASKED = using(
    "Follow",
    "Post",
    "User",
    code="""posts = select(func.count()).where(Post.owner_id == User.id)
followers = select(func.count()).where(Follow.followee_id == User.id)
answer = select(User.username, posts.scalar_subquery(), followers.scalar_subquery())""",
)

TWO_JOINS = using(
    "Follow",
    "Post",
    "User",
    code="""answer = (
    select(User.username, func.count(Post.id), func.count(Follow.follower_id))
    .outerjoin(User.posts)
    .outerjoin(Follow, Follow.followee_id == User.id)
    .group_by(User.id)
)""",
)

TWO_COUNTS_DISTINCT = TWO_JOINS.replace(
    "select(User.username, func.count(Post.id), func.count(Follow.follower_id))",
    "select(User.username, posts, followers)",
).replace(
    "answer = (",
    """posts = func.count(Post.id.distinct())
followers = func.count(Follow.follower_id.distinct())
answer = (""",
)

ROWS_COUNTED = using(
    "Follow",
    "User",
    code="""posts = select(User.id, func.count().label("posts")).outerjoin(User.posts)
posts = posts.group_by(User.id).subquery("posts_of_users")
followers = select(User.id, func.count().label("followers"))
followers = followers.outerjoin(Follow, Follow.followee_id == User.id)
followers = followers.group_by(User.id).subquery("followers_of_users")

answer = (
    select(User.username, posts.c.posts, followers.c.followers)
    .join(posts, posts.c.id == User.id)
    .join(followers, followers.c.id == User.id)
)""",
)

TWO_COUNTS_SLIPS = (
    Slip(
        "two joins",
        TWO_JOINS,
        "The two joins multiply each other: 2 posts and 3 followers become 6 of both. Count each "
        "table before you join it.",
    ),
    Slip(
        "inner joins",
        TWO_COUNTS.replace(".outerjoin(", ".join("),
        "Who has no post, or no follower, is missing. Which join keeps the left side?",
    ),
    Slip(
        "rows",
        ROWS_COUNTED,
        "Who has no posts has 1 in your result, and who has no followers likewise: count() counts "
        "the empty row that the outer join made. Count a column of the right table.",
    ),
    Slip(
        "no coalesce",
        TWO_COUNTS.replace("func.coalesce(posts.c.posts, 0)", "posts.c.posts").replace(
            "func.coalesce(followers.c.followers, 0)", "followers.c.followers"
        ),
        "Somebody's count is NULL, and a number was asked: they are in no row of that sub-query.",
    ),
    Slip(
        "the other direction",
        TWO_COUNTS.replace("Follow.followee_id", "Follow.follower_id").replace(
            "followers.c.followee_id", "followers.c.follower_id"
        ),
        "You count whom each user follows. Asked was how many follow them.",
    ),
    Slip(
        "changed places",
        TWO_COUNTS_ASKED.replace(
            "posts.scalar_subquery(), followers.scalar_subquery()",
            "followers.scalar_subquery(), posts.scalar_subquery()",
        ),
        "The two numbers have changed places. Asked were first the posts, then the followers.",
    ),
)


# 05.8: one statement for each row

NEWEST = using(
    "Like",
    "Post",
    "User",
    code="""
def newest_with_likes(session):
    rows = (
        select(Post.id, User.username, func.count(Like.user_id))
        .join(Post.owner)
        .outerjoin(Like, Like.post_id == Post.id)
        .group_by(Post.id, User.id)
        .order_by(Post.timestamp.desc(), Post.id.desc())
    )
    return [tuple(row) for row in session.execute(rows)]


answer = newest_with_likes""",
)

NEWEST_ASKED = using(
    "Like",
    "Post",
    "User",
    code="""
def newest_with_likes(session):
    likes = select(func.count()).where(Like.post_id == Post.id).scalar_subquery()
    rows = select(Post.id, User.username, likes).join(Post.owner)
    return session.execute(rows.order_by(Post.timestamp.desc(), Post.id.desc())).all()


answer = newest_with_likes""",
)

NEWEST_ONE_BY_ONE = using(
    "Like",
    "Post",
    "User",
    code="""
def newest_with_likes(session):
    found = []
    for post in session.scalars(select(Post).order_by(Post.timestamp.desc(), Post.id.desc())):
        owner = select(User.username).where(User.id == post.owner_id)
        likes = select(func.count()).where(Like.post_id == post.id)
        found.append((post.id, session.scalar(owner), session.scalar(likes)))
    return found


answer = newest_with_likes""",
)

NEWEST_WITH_OWNERS = using(
    "Like",
    "Post",
    "User",
    code="""
def newest_with_likes(session):
    posts = select(Post.id, User.username).join(Post.owner)
    found = []
    for post in session.execute(posts.order_by(Post.timestamp.desc(), Post.id.desc())).all():
        likes = select(func.count()).where(Like.post_id == post.id)
        found.append((post.id, post.username, session.scalar(likes)))
    return found


answer = newest_with_likes""",
)


def newest_with_likes(session: Session) -> list[tuple[Any, ...]]:
    likes = select(func.count()).where(Like.post_id == Post.id).scalar_subquery()
    rows = select(Post.id, User.username, likes).join(Post.owner)
    found = session.execute(rows.order_by(Post.timestamp.desc(), Post.id.desc()))
    return [tuple(row) for row in found]


def liked_alone(session: Session) -> list[tuple[Any, ...]]:
    return [row for row in newest_with_likes(session) if row[2]]


def rows_counted(session: Session) -> list[tuple[Any, ...]]:
    return [(post, name, likes or 1) for post, name, likes in newest_with_likes(session)]


def by_id(session: Session) -> list[tuple[Any, ...]]:
    return sorted(newest_with_likes(session))


def by_id_descending(session: Session) -> list[tuple[Any, ...]]:
    return sorted(newest_with_likes(session), reverse=True)


ORDER_LOST = "The rows are right, and not newest first: by time, and of one time the larger id."


# 05.9: all together

BELOVED_START = """likes = select(Like.post_id, func.count().label("likes"))
likes = likes.group_by(Like.post_id).subquery("likes_by_post")
"""

BELOVED = using(
    "Like",
    "Post",
    "User",
    code=BELOVED_START
    + """posts = func.count(Post.id)
total = func.coalesce(func.sum(likes.c.likes), 0)

answer = (
    select(User.username, posts, total)
    .join(User.posts)
    .outerjoin(likes, likes.c.post_id == Post.id)
    .group_by(User.id)
    .having(posts >= 2)
    .order_by(total.desc(), User.username)
)""",
)

BELOVED_JOINED = using(
    "Like",
    "Post",
    "User",
    code="""posts, total = func.count(Post.id), func.count(Like.user_id)

answer = (
    select(User.username, posts, total)
    .join(User.posts)
    .outerjoin(Like, Like.post_id == Post.id)
    .group_by(User.id)
    .having(posts >= 2)
    .order_by(total.desc(), User.username)
)""",
)

BELOVED_SLIPS = (
    Slip(
        "posts multiplied",
        BELOVED_JOINED,
        "The likes are right, and the posts are too many: a post with three likes stands in three "
        "rows of the join. Count the likes of each post first.",
    ),
    Slip(
        "unliked posts lost",
        BELOVED.replace(".outerjoin(likes", ".join(likes"),
        "A post that nobody likes is a post too, and your inner join loses it.",
    ),
    Slip(
        "no coalesce",
        BELOVED.replace("func.coalesce(func.sum(likes.c.likes), 0)", "func.sum(likes.c.likes)"),
        "Somebody whose posts nobody likes has NULL likes, the sum of nothing. Asked was a number.",
    ),
    Slip(
        "ties",
        BELOVED.replace("total.desc(), User.username", "total.desc()"),
        "Authors with equally many likes come in any order. The names were to decide.",
    ),
    Slip(
        "least first",
        BELOVED.replace("total.desc()", "total"),
        "Those with the fewest likes come first. Asked was most likes first.",
    ),
    Slip(
        "two likes",
        BELOVED.replace("having(posts >= 2)", "having(total >= 2)"),
        "You choose authors by their likes. Asked were those with at least two posts.",
    ),
    Slip(
        "everybody",
        BELOVED.replace("\n    .having(posts >= 2)", ""),
        "Authors with a single post are in your result. Which word chooses among groups?",
    ),
    Slip(
        "the best post",
        BELOVED.replace("func.sum(", "func.max("),
        "That is the number of likes of each author's best post. Asked were all of them together.",
    ),
)


def authors() -> Iterator[Rows]:
    """Also a database in which nobody likes anything, and names run against the ids."""
    yield from databases()
    rows = made(users=5, posts=9, seed=1)
    names = [user["username"] for user in rows["users"]]
    for user, name in zip(rows["users"], reversed(names), strict=True):
        user["username"] = name
    yield {**rows, "likes": []}
    yield rows


EXERCISES = [
    Exercise(
        id="05.1",
        notebook=NOTEBOOK,
        title="Retweeted when?",
        minutes=3,
        objective="make one row of each group, with several values",
        kind="select",
        task="""Select, for each post that was retweeted, its `post_id`, the number of its
retweets under the name `retweets`, and the time of the first of them under the name `first`.""",
        hints=(
            "One table holds all of it. Of which of its rows do you make one?",
            "`group_by` takes the column that is the same within a group. The number of rows in a "
            "group and the smallest of their times are two aggregates.",
            '`select(Retweet.post_id, …)` with `func.count().label("retweets")` and '
            '`func.min(Retweet.timestamp).label("first")`, then `.group_by(Retweet.post_id)`.',
        ),
        solution_code=RETWEETED,
        alternatives=(RETWEETED_BY_COLUMN,),
        wrong_answers=wrong_answers(
            RETWEETED_SLIPS,
            WrongAnswer(
                "no names",
                RETWEETED.replace('.label("retweets")', "").replace('.label("first")', ""),
                "count_1",
            ),
        ),
        judge=judged(RETWEETED, RETWEETED_SLIPS, names=("post_id", "retweets", "first")),
        praise="One row for each post, and every column has one value in its group.",
    ),
    Exercise(
        id="05.2",
        notebook=NOTEBOOK,
        title="Which one is refused?",
        minutes=3,
        objective="say which columns a grouped statement may hold",
        kind="multiple choice",
        task="""SQLite runs all four of these statements. PostgreSQL refuses one. Which?

- **a** `select(Like.user_id, func.count()).group_by(Like.user_id)`
- **b** `select(Post.id, Post.content, func.count()).join(Post.likers).group_by(Post.id)`
- **c** `select(Post.owner_id, Post.content, func.max(Post.timestamp)).group_by(Post.owner_id)`
- **d** `select(func.count(), func.max(Post.timestamp))`""",
        hints=(
            "Go through the columns of each `select`. How many values can it have in one group?",
            "A column may stand in `group_by`, or in an aggregate, or belong to a table by whose "
            "key you group. In `b` the key of the posts is in `group_by`.",
            'The answer is `"c"`: an owner has many posts, and nothing says whose content is '
            "meant. SQLite happens to take that of the newest; PostgreSQL wants to be told.",
        ),
        solution_code='answer = "c"',
        alternatives=('answer = "C"',),
        wrong_answers=(
            WrongAnswer("the grouped column", 'answer = "a"', "stands in group_by"),
            WrongAnswer("the key", 'answer = "b"', "one content"),
            WrongAnswer("no group", 'answer = "d"', "one group"),
        ),
        judge=choice(
            "c",
            {
                "a": "user_id stands in group_by, and count() is an aggregate: nothing is open.",
                "b": "A group has one Post.id, the key, so it has one content as well: both "
                "databases know that.",
                "d": "Without group_by the whole table is one group, and both columns are "
                "aggregates of it.",
            },
        ),
        praise="An owner has many posts, and nothing said which content was meant.",
    ),
    Exercise(
        id="05.3",
        notebook=NOTEBOOK,
        title="Three counts",
        minutes=4,
        objective="predict what counts and sums make of nothing",
        kind="prediction",
        task="""There are four users: ana, bodil, jonas and keiko. ana wrote two posts, keiko
wrote one, bodil and jonas none. Add up the three numbers in the one row that this statement has:

```python
select(
    func.count(),
    func.count(Post.id),
    func.count(distinct(Post.owner_id)),
).select_from(User).outerjoin(User.posts)
```""",
        hints=(
            "First write down the rows of the outer join, with `username` and `Post.id`.",
            "ana 1, ana 2, bodil NULL, jonas NULL, keiko 3: five rows. How many values has the "
            "column `Post.id` in them, and how many different ones has `Post.owner_id`?",
            "Five rows, three posts, two different owners. `answer = 10`",
        ),
        solution_code="answer = 10",
        alternatives=("answer = 5 + 3 + 2",),
        wrong_answers=(
            WrongAnswer("inner join", "answer = 8", "outer join"),
            WrongAnswer("NULL is an owner", "answer = 11", "a value"),
            WrongAnswer("NULL is a post", "answer = 12", "rows, not values"),
            WrongAnswer("a row for each user", "answer = 9", "two posts"),
            WrongAnswer("NULL is both", "answer = 13", "leaves NULL out"),
        ),
        judge=prediction(
            10,
            {
                8: "You counted three rows, those with a post. The outer join keeps bodil and "
                "jonas, so there are more.",
                11: "Did you count the missing owner as one more, or ana twice among the owners? "
                "NULL is not a value, and distinct counts ana once.",
                12: "Is count(Post.id) 5? It counts values; those are rows, not values. bodil and "
                "jonas have NULL there.",
                9: "You counted four rows, one for each user. ana wrote two posts, so the join "
                "has two rows with ana.",
                13: "Did you take NULL for a post and for an owner? A count of a column leaves "
                "NULL out.",
            },
            "Write down the rows of the join, one for each pair of user and post, and one with "
            "NULL for each user without a post. Then count them three times.",
        ),
        praise="Five rows, three posts, two owners: NULL makes a row and is no value.",
    ),
    Exercise(
        id="05.4",
        notebook=NOTEBOOK,
        title="Twice after seven",
        minutes=5,
        objective="choose rows before they are grouped, and groups after",
        kind="select",
        task="""Select the `username` of each user who wrote at least two posts from 19:00 UTC of
12 August 2026 onwards, and how many these were. Earlier posts do not count.""",
        hints=(
            "There are two conditions. Which of them is about a single post, which about all "
            "posts of a user together?",
            "*From 19:00 on* can be said of each row, before there are groups. *At least two* can "
            "be said of a group only. Which word of the statement is for which?",
            "`select(User.username, func.count()).join(User.posts)`, then "
            "`.where(Post.timestamp >= …)`, `.group_by(User.id)` and "
            "`.having(func.count() >= 2)`.",
        ),
        solution_code=LATE_WRITERS,
        alternatives=(LATE_WRITERS_IN_TWO, LATE_WRITERS_FILTERED),
        wrong_answers=wrong_answers(
            LATE_WRITERS_SLIPS,
            WrongAnswer(
                "count in where",
                LATE_WRITERS.replace("\n    .having(func.count() >= 2)", "").replace(
                    "Post.timestamp >= late", "Post.timestamp >= late, func.count() >= 2"
                ),
                "misuse of aggregate",
            ),
        ),
        judge=judged(LATE_WRITERS, LATE_WRITERS_SLIPS, on=nights),
        praise="The hour chooses posts, the number chooses users: each condition at its place.",
    ),
    Exercise(
        id="05.5",
        notebook=NOTEBOOK,
        title="Unliked",
        minutes=7,
        objective="keep the groups that are empty",
        kind="select",
        task="""Select each user's `username`, and how many of their posts nobody likes: 0 for those
whose posts are all liked, and 0 for those who never post.""",
        hints=(
            "From users to posts to likes, and nobody may be lost on the way. Look at the rows of "
            "these joins for one user, before you group them.",
            "Three kinds of rows come out: a post with a like, a post whose like is NULL, and for "
            "a user who never posts one in which both are NULL. You want to count the second "
            "kind, and `where` would lose the groups that have none of it.",
            "`func.count(Post.id).filter(Like.user_id.is_(None))`, with "
            "`.outerjoin(User.posts).outerjoin(Like, Like.post_id == Post.id)`.",
        ),
        solution_code=UNLIKED,
        alternatives=(UNLIKED_EXISTS, UNLIKED_ASKED),
        wrong_answers=wrong_answers(UNLIKED_SLIPS),
        judge=judged(UNLIKED, UNLIKED_SLIPS),
        praise="Everybody is there: an empty group has a row, and its count is 0.",
    ),
    Exercise(
        id="05.6",
        notebook=NOTEBOOK,
        title="The evening, hour by hour",
        minutes=7,
        objective="count per day or hour, the empty ones included",
        kind="select",
        task="""Select each hour from 18 to 23, in this order, and how many posts were written in
that hour, on whatever day. An hour without a post has 0. (`literal(18)` is a constant that can
stand as a column; `extract("hour", …)` gives the hour of a moment.)""",
        hints=(
            "Where does an hour come from in which nobody wrote? The posts do not have it.",
            "A recursive CTE like the one of the days: it starts with `select(literal(18)"
            '.label("hour"))`, and the following hour is the last one plus 1. Join the posts.',
            'After `hours = select(literal(18).label("hour")).cte("hours", recursive=True)` comes '
            "`hours.union_all(select(hours.c.hour + 1).where(hours.c.hour < 23))`. Then an outer "
            'join with the posts on `extract("hour", Post.timestamp) == hours.c.hour`, and '
            "`func.count(Post.id)`.",
        ),
        solution_code=EACH_HOUR,
        alternatives=(EACH_HOUR_COUNTED_FIRST, EACH_HOUR_LISTED),
        wrong_answers=wrong_answers(
            EACH_HOUR_SLIPS,
            WrongAnswer(
                "no order",
                EACH_HOUR.replace("\n    .order_by(hours.c.hour)", ""),
                "promises no order",
            ),
        ),
        judge=judged(EACH_HOUR, EACH_HOUR_SLIPS, ordered=True),
        praise="Six hours, six rows: the calendar brings them, the posts are only counted.",
    ),
    Exercise(
        id="05.7",
        notebook=NOTEBOOK,
        title="Posts and followers",
        minutes=7,
        objective="count two tables side by side, without multiplying",
        kind="select",
        task="""Select each user's `username` with how many posts they wrote and how many people
follow them. Users with none of either are in it too, with 0.""",
        hints=(
            "How many rows does a user with 2 posts and 3 followers have after both joins? Print "
            "them.",
            "Two sub-queries, one for each count. What should their rows be unique by, and by "
            "which column does each meet the users?",
            'The first is `select(Post.owner_id, func.count().label("posts"))'
            '.group_by(Post.owner_id).subquery("posts_by_owner")`; the second does the same with '
            "`Follow.followee_id`. Join both to the users by an outer join, with "
            "`func.coalesce(…, 0)` around each count.",
        ),
        solution_code=TWO_COUNTS,
        alternatives=(TWO_COUNTS_ASKED, TWO_COUNTS_DISTINCT),
        wrong_answers=wrong_answers(TWO_COUNTS_SLIPS),
        judge=judged(TWO_COUNTS, TWO_COUNTS_SLIPS),
        praise="Each table was counted on its own, so nothing could multiply.",
    ),
    Exercise(
        id="05.8",
        notebook=NOTEBOOK,
        title="Forty-one statements",
        minutes=5,
        objective="read a page in one statement, and say what more of them cost",
        kind="repair",
        task="""`newest_with_likes(session)` returns a list: for each post, newest first, its `id`,
the `username` of its owner and how many likes it has, 0 included. The list is right, and for 20
posts it takes 41 statements. Write it with a single one.""",
        hints=(
            "Forget the loop, and think of the table that you want: three columns, a row for each "
            "post. Which statement has that table?",
            "From the posts to their owners, and to their likes, so that unliked posts are kept. "
            "Then a group for each post. Which column do you count? And the order stays.",
            "`select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)"
            ".outerjoin(Like, Like.post_id == Post.id).group_by(Post.id, User.id)`, with the order "
            "of before, and `session.execute(…).all()` is the list.",
        ),
        solution_code=NEWEST,
        alternatives=(NEWEST_ASKED,),
        wrong_answers=(
            WrongAnswer("as it was", NEWEST_ONE_BY_ONE, "sent 3 statements"),
            WrongAnswer("only the owners joined", NEWEST_WITH_OWNERS, "sent 2 statements"),
            WrongAnswer("inner join", NEWEST.replace(".outerjoin(", ".join("), "nobody likes"),
            WrongAnswer(
                "rows", NEWEST.replace("func.count(Like.user_id)", "func.count()"), "has 1"
            ),
            WrongAnswer(
                "no order",
                NEWEST.replace("\n        .order_by(Post.timestamp.desc(), Post.id.desc())", ""),
                "newest first",
            ),
            WrongAnswer(
                "the statement",
                NEWEST.replace("[tuple(row) for row in session.execute(rows)]", "rows"),
                "should return a list",
            ),
        ),
        judge=loading(
            newest_with_likes,
            1,
            "Let the database join and count.",
            [
                (
                    liked_alone,
                    "Posts that nobody likes are missing. Which join keeps the left side?",
                ),
                (
                    rows_counted,
                    "A post that nobody likes has 1: count() counts the row that the outer join "
                    "made.",
                ),
                (by_id, ORDER_LOST),
                (by_id_descending, ORDER_LOST),
            ],
        ),
        praise="One statement, for one post or for a page of a hundred.",
    ),
    Exercise(
        id="05.9",
        notebook=NOTEBOOK,
        title="Beloved authors",
        minutes=9,
        objective="count two tables side by side, without multiplying",
        kind="select",
        task="""Which authors do people like most? Select the `username` of each user with at least
two posts, how many posts they wrote, and how many likes these have together, 0 if nobody likes any.
Most likes first; of authors with equally many likes the one whose name comes first.""",
        hints=(
            "Two tables are counted, posts and likes, and the likes hang on the posts. What should "
            "there be one row of, before you add up anything?",
            "First a sub-query with the likes of each post. Join it to the posts of each user, so "
            "that there is one row for each post; then group by user: count, and sum. Which "
            "posts does an inner join lose, and what is the sum of nothing?",
            'With `likes = select(Like.post_id, func.count().label("likes"))'
            '.group_by(Like.post_id).subquery("likes_by_post")`: users, `.join(User.posts)`, '
            "`.outerjoin(likes, likes.c.post_id == Post.id)`, `.group_by(User.id)`, "
            "`.having(func.count(Post.id) >= 2)`, and as the third column "
            "`func.coalesce(func.sum(likes.c.likes), 0)`, by which you also sort.",
        ),
        solution_code=BELOVED,
        alternatives=(
            BELOVED_JOINED.replace("func.count(Post.id)", "func.count(distinct(Post.id))").replace(
                "import func", "import distinct, func"
            ),
        ),
        wrong_answers=wrong_answers(BELOVED_SLIPS),
        judge=judged(BELOVED, BELOVED_SLIPS, ordered=True, on=authors),
        praise="A join, two counts, a sum, a condition on groups and an order: all of it in one.",
    ),
]
