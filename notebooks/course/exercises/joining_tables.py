"""The exercises of notebook 04."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased, selectinload

from course.exercises.exercise import Exercise, WrongAnswer
from course.exercises.judges.choices import choice, prediction
from course.exercises.judges.loading import loading
from course.exercises.judges.selects import Mistake, Rows, databases, select_like
from microblog.models import Follow, Like, Post, Retweet, User

NOTEBOOK = "04_joining_tables"
Statement = Any  # a Select, or several of them put together

LATE = Post.timestamp >= datetime(2026, 8, 12, 20, tzinfo=UTC)


def using(*models: str, code: str, rest: str = "from sqlalchemy import select") -> str:
    """An answer: what it imports, and its code."""
    gap = "\n\n\n" if code.startswith("def ") else "\n\n"
    return f"{rest}\n\nfrom microblog.models import {', '.join(models)}{gap}{code}"


# 04.2: a left join with a condition


def late_posts() -> Statement:
    return select(User.username, Post.content).outerjoin(User.posts.and_(LATE))


def late_posts_until_midnight() -> Statement:
    night = User.posts.and_(LATE, Post.timestamp < datetime(2026, 8, 13, tzinfo=UTC))
    return select(User.username, Post.content).outerjoin(night)


def with_the_small_hours() -> Iterator[Rows]:
    """The usual databases, with some of the posts five hours later, after midnight."""
    for rows in databases():
        for post in rows["posts"]:
            if post["id"] % 3 == 0:
                post["timestamp"] += timedelta(hours=5)
        yield rows


def late_posts_inner() -> Statement:
    return select(User.username, Post.content).join(User.posts).where(LATE)


def late_posts_or_none() -> Statement:
    rows = select(User.username, Post.content).outerjoin(User.posts)
    return rows.where(or_(LATE, Post.id.is_(None)))


def all_posts() -> Statement:
    return select(User.username, Post.content).outerjoin(User.posts)


LATE_POSTS = """from datetime import UTC, datetime

from sqlalchemy import select

from microblog.models import Post, User

late = Post.timestamp >= datetime(2026, 8, 12, 20, tzinfo=UTC)
answer = select(User.username, Post.content).outerjoin(User.posts.and_(late))"""


def late_posts_as(last_line: str, also: str = "") -> str:
    start = LATE_POSTS.rpartition("answer = ")[0]
    return start.replace("import select", f"import {also}select") + last_line


def check_late_posts(answer: Any) -> None:
    """An inner join and a `where` after an outer one give the same rows; tell them apart."""
    if "OUTER JOIN" in str(answer):
        where = "You wrote a left join, and where() throws out whom it has kept: NULL is not late."
    else:
        where = "An inner join drops whoever wrote nothing since 20:00."
    mistakes = [
        Mistake(late_posts_inner, where),
        Mistake(
            late_posts_or_none,
            "Who never wrote is kept, and who wrote only before 20:00 is lost: the join found that "
            "post, so there was no NULL to let through.",
        ),
        Mistake(all_posts, "You join each post, whatever its time."),
        Mistake(
            late_posts_until_midnight,
            "You stop at midnight. A post from 01:00 is later than 20:00, too: there is no end.",
        ),
    ]
    select_like(late_posts, mistakes, on=with_the_small_hours)(answer)


# 04.3: a semi-join


def liked_by_a_follower() -> Statement:
    by_a_follower = select(Like).join(Follow, Follow.follower_id == Like.user_id)
    by_a_follower = by_a_follower.where(Like.post_id == Post.id)
    return select(Post.id).where(by_a_follower.where(Follow.followee_id == Post.owner_id).exists())


def liked_by_followers_joined() -> Statement:
    rows = select(Post.id).join(Like, Like.post_id == Post.id)
    return rows.join(
        Follow, (Follow.follower_id == Like.user_id) & (Follow.followee_id == Post.owner_id)
    )


def liked_by_anybody() -> Statement:
    return select(Post.id).where(select(Like).where(Like.post_id == Post.id).exists())


def liked_by_one_they_follow() -> Statement:
    by_one = select(Like).join(Follow, Follow.followee_id == Like.user_id)
    by_one = by_one.where(Like.post_id == Post.id, Follow.follower_id == Post.owner_id)
    return select(Post.id).where(by_one.exists())


def liked_by_any_follower() -> Statement:
    by_one = select(Like).join(Follow, Follow.follower_id == Like.user_id)
    return select(Post.id).where(by_one.where(Like.post_id == Post.id).exists())


def liked_one_inside_the_other() -> Statement:
    follows = select(Follow).where(Follow.follower_id == Like.user_id)
    follows = follows.where(Follow.followee_id == Post.owner_id)
    liked = select(Like).where(Like.post_id == Post.id, follows.exists())
    return select(Post.id).where(liked.exists())


LIKED = """liked = (
    select(Like)
    .join(Follow, Follow.follower_id == Like.user_id)
    .where(Like.post_id == Post.id, Follow.followee_id == Post.owner_id)
)
answer = select(Post.id).where(liked.exists())"""

LIKED_JOINED = """answer = (
    select(Post.id)
    .join(Like, Like.post_id == Post.id)
    .join(Follow, (Follow.follower_id == Like.user_id) & (Follow.followee_id == Post.owner_id))
)"""


# 04.4: the list with a hole


def follow_nobody() -> Statement:
    return select(User.username).where(
        ~select(Follow).where(Follow.follower_id == User.id).exists()
    )


def follow_somebody() -> Statement:
    return select(User.username).where(User.id.in_(select(Follow.follower_id)))


def followed_by_nobody() -> Statement:
    return select(User.username).where(
        ~select(Follow).where(Follow.followee_id == User.id).exists()
    )


def with_a_hole() -> Statement:
    readers = select(Follow.follower_id).select_from(User)
    readers = readers.outerjoin(Follow, Follow.followee_id == User.id)
    return select(User.username).where(User.id.not_in(readers))


def no_follow_at_all() -> Statement:
    return select(User.username).where(~select(Follow).exists())


def not_equal() -> Statement:
    return select(User.username).join(Follow, Follow.follower_id != User.id)


READERS = """readers = select(Follow.follower_id).select_from(User)
readers = readers.outerjoin(Follow, Follow.followee_id == User.id)
answer = select(User.username).where(User.id.not_in(readers))"""


# 04.5: a table with itself


def mutual_follows() -> Statement:
    one, other, there, back = aliased(User), aliased(User), aliased(Follow), aliased(Follow)
    rows = select(one.username, other.username).join(there, there.follower_id == one.id)
    rows = rows.join(other, other.id == there.followee_id)
    rows = rows.join(back, (back.follower_id == other.id) & (back.followee_id == one.id))
    return rows.where(one.id < other.id)


def mutual_both_ways() -> Statement:
    one, other, there, back = aliased(User), aliased(User), aliased(Follow), aliased(Follow)
    rows = select(one.username, other.username).join(there, there.follower_id == one.id)
    rows = rows.join(other, other.id == there.followee_id)
    return rows.join(back, (back.follower_id == other.id) & (back.followee_id == one.id))


def bigger_id_first() -> Statement:
    one, other, there, back = aliased(User), aliased(User), aliased(Follow), aliased(Follow)
    rows = select(one.username, other.username).join(there, there.follower_id == one.id)
    rows = rows.join(other, other.id == there.followee_id)
    rows = rows.join(back, (back.follower_id == other.id) & (back.followee_id == one.id))
    return rows.where(one.id > other.id)


def one_way(smaller_first: bool = False) -> Statement:
    one, other = aliased(User), aliased(User)
    rows = select(one.username, other.username).join(Follow, Follow.follower_id == one.id)
    rows = rows.join(other, other.id == Follow.followee_id)
    return rows.where(one.id < other.id) if smaller_first else rows


def itself() -> Statement:
    rows = select(User.username, User.username.label("other"))
    rows = rows.join(Follow, Follow.follower_id == User.id)
    return rows.where(Follow.followee_id == User.id)


MUTUAL = """one, other = aliased(User), aliased(User)
there, back = aliased(Follow), aliased(Follow)
answer = (
    select(one.username, other.username)
    .join(there, there.follower_id == one.id)
    .join(other, other.id == there.followee_id)
    .join(back, (back.follower_id == other.id) & (back.followee_id == one.id))
    .where(one.id < other.id)
)"""

MUTUAL_IMPORTS = "from sqlalchemy import select\nfrom sqlalchemy.orm import aliased"


def mutual_as(code: str) -> str:
    return using("Follow", "User", code=code, rest=MUTUAL_IMPORTS)


# 04.6: one statement for each row


def likers_of_each(session: Session) -> list[tuple[int, list[str]]]:
    posts = session.scalars(select(Post).order_by(Post.id).options(selectinload(Post.likers)))
    return [(post.id, sorted(user.username for user in post.likers)) for post in posts]


def liked_posts_only(session: Session) -> list[tuple[int, list[str]]]:
    return [each for each in likers_of_each(session) if each[1]]


def one_row_for_each_like(session: Session) -> list[tuple[int, list[str]]]:
    return [(id, names) for id, names in likers_of_each(session) for _ in names or [""]]


LIKERS = """def likers_of_each(session):
    posts = session.scalars(select(Post).order_by(Post.id).options(selectinload(Post.likers)))
    return [(post.id, sorted(user.username for user in post.likers)) for post in posts]


answer = likers_of_each"""

LIKERS_GROUPED = """def likers_of_each(session):
    rows = select(Post.id, User.username).outerjoin(Post.likers).order_by(Post.id)
    likers = {}
    for post_id, name in session.execute(rows):
        likers.setdefault(post_id, []).append(name)
    return [(post_id, sorted(filter(None, names))) for post_id, names in likers.items()]


answer = likers_of_each"""

LIKERS_BY_HAND = """def likers_of_each(session):
    likers = {post_id: [] for post_id in session.scalars(select(Post.id).order_by(Post.id))}
    pairs = select(Like.post_id, User.username).join(User, User.id == Like.user_id)
    for post_id, name in session.execute(pairs):
        likers[post_id].append(name)
    return [(post_id, sorted(names)) for post_id, names in likers.items()]


answer = likers_of_each"""

LIKERS_ASKED_ONE_BY_ONE = """def likers_of_each(session):
    found = []
    for post_id in session.scalars(select(Post.id).order_by(Post.id)):
        names = select(User.username).join(Like, Like.user_id == User.id)
        names = session.scalars(names.where(Like.post_id == post_id).order_by(User.username))
        found.append((post_id, sorted(names)))
    return found


answer = likers_of_each"""


def likers_as(code: str, loader: str = "selectinload") -> str:
    loading = f"from sqlalchemy import select\nfrom sqlalchemy.orm import {loader}"
    return using("Post", code=code.replace("selectinload", loader), rest=loading)


# 04.8: sets


def silent_followers() -> Statement:
    readers = select(Post.id, Follow.follower_id)
    readers = readers.join(Follow, Follow.followee_id == Post.owner_id)
    liked = select(Like.post_id, Like.user_id)
    return readers.except_(liked, select(Retweet.post_id, Retweet.user_id))


def followers_who_did_not_like() -> Statement:
    readers = select(Post.id, Follow.follower_id)
    readers = readers.join(Follow, Follow.followee_id == Post.owner_id)
    return readers.except_(select(Like.post_id, Like.user_id))


def columns_swapped() -> Statement:
    readers = select(Post.id, Follow.follower_id)
    readers = readers.join(Follow, Follow.followee_id == Post.owner_id)
    liked = select(Like.user_id, Like.post_id)
    return readers.except_(liked, select(Retweet.user_id, Retweet.post_id))


def followers_who_did_not_do_both() -> Statement:
    readers = select(Post.id, Follow.follower_id)
    readers = readers.join(Follow, Follow.followee_id == Post.owner_id)
    both = select(Like).join(
        Retweet, (Retweet.post_id == Like.post_id) & (Retweet.user_id == Like.user_id)
    )
    both = both.where(Like.post_id == Post.id, Like.user_id == Follow.follower_id)
    return readers.where(~both.exists())


def all_followers() -> Statement:
    readers = select(Post.id, Follow.follower_id)
    return readers.join(Follow, Follow.followee_id == Post.owner_id)


def silent_people_whom_they_follow() -> Statement:
    readers = select(Post.id, Follow.followee_id)
    readers = readers.join(Follow, Follow.follower_id == Post.owner_id)
    liked = select(Like.post_id, Like.user_id)
    return readers.except_(liked, select(Retweet.post_id, Retweet.user_id))


SILENT = """readers = select(Post.id, Follow.follower_id)
readers = readers.join(Follow, Follow.followee_id == Post.owner_id)
liked = select(Like.post_id, Like.user_id)
retweeted = select(Retweet.post_id, Retweet.user_id)
answer = readers.except_(liked, retweeted)"""

SILENT_WITHOUT_SETS = """mine = (Like.post_id == Post.id, Like.user_id == Follow.follower_id)
liked = select(Like).where(*mine).exists()
mine = (Retweet.post_id == Post.id, Retweet.user_id == Follow.follower_id)
retweeted = select(Retweet).where(*mine).exists()
answer = (
    select(Post.id, Follow.follower_id)
    .join(Follow, Follow.followee_id == Post.owner_id)
    .where(~liked, ~retweeted)
)"""

NOT_BOTH = """same = (Retweet.post_id == Like.post_id) & (Retweet.user_id == Like.user_id)
both = select(Like).join(Retweet, same)
both = both.where(Like.post_id == Post.id, Like.user_id == Follow.follower_id)
readers = select(Post.id, Follow.follower_id)
readers = readers.join(Follow, Follow.followee_id == Post.owner_id)
answer = readers.where(~both.exists())"""


def silent_as(code: str) -> str:
    return using("Follow", "Like", "Post", "Retweet", code=code)


EXERCISES = [
    Exercise(
        id="04.1",
        notebook=NOTEBOOK,
        title="One telephone book",
        minutes=2,
        objective="say why a pair of references is a key, and why in that order",
        kind="multiple choice",
        task="""Suppose that `likes` had its key, `post_id` and then `user_id`, and no other index.
For which question would the database have to look through all 39,803 likes?

- **a** Who likes post 3709?
- **b** Which posts does Ana like?
- **c** Does Ana like post 3709?
- **d** How many likes has post 3709?""",
        hints=(
            "The key is a telephone book. What is it sorted by first?",
            "In a telephone book the Smiths stand together. Where do the people called Ana stand?",
            'The answer is `"b"`: a book that is sorted by post has Ana\'s likes on every page. '
            "`likes_by_user` is the book for that question.",
        ),
        solution_code='answer = "b"',
        alternatives=('answer = " B "',),
        wrong_answers=(
            WrongAnswer("the neighbours", 'answer = "a"', "side by side"),
            WrongAnswer("the whole key", 'answer = "c"', "both parts"),
            WrongAnswer("a count", 'answer = "d"', "counts"),
        ),
        judge=choice(
            "b",
            {
                "a": "The book is sorted by post: the likes of post 3709 stand side by side.",
                "c": "With both parts of the key there is one place to look: post 3709, then Ana.",
                "d": "The likes of post 3709 are neighbours, so it finds the first and counts on.",
            },
        ),
        praise="Sorted by post, Ana's likes are on every page; likes_by_user is the other book.",
    ),
    Exercise(
        id="04.2",
        notebook=NOTEBOOK,
        title="After the eclipse",
        minutes=6,
        objective="join tables, and keep the rows that have no partner",
        kind="select",
        task="""Select each user's `username` beside the `content` of each post that they wrote
at 20:00 UTC on 12 August 2026 or later. Whoever wrote none since then stands there once, with NULL
in place of the content.""",
        hints=(
            "Everybody is to be in the result, so which join is it, and which table is on its "
            "left?",
            "Ana wrote at 19:00 and not later: she has a post, but none that counts. Where must "
            "the condition on the time stand, so that she is kept with NULL?",
            "With `late` for the condition on `Post.timestamp`: "
            "`select(User.username, Post.content).outerjoin(User.posts.and_(late))`.",
        ),
        solution_code=LATE_POSTS,
        alternatives=(
            late_posts_as(
                "mine = (Post.owner_id == User.id) & late\n"
                "answer = select(User.username, Post.content).outerjoin(Post, mine)"
            ),
            late_posts_as(
                "wrote = select(Post).where(Post.owner_id == User.id, late).exists()\n"
                "some = select(User.username, Post.content).join(User.posts).where(late)\n"
                "none = select(User.username, null()).where(~wrote)\n"
                "answer = some.union_all(none)",
                also="null, ",
            ),
        ),
        wrong_answers=(
            WrongAnswer(
                "inner for outer",
                late_posts_as(
                    "answer = select(User.username, Post.content).join(User.posts).where(late)"
                ),
                "inner join drops",
            ),
            WrongAnswer(
                "outer join and where",
                late_posts_as(
                    "answer = select(User.username, Post.content).outerjoin(User.posts).where(late)"
                ),
                "has kept",
            ),
            WrongAnswer(
                "or is null",
                late_posts_as(
                    "rows = select(User.username, Post.content).outerjoin(User.posts)\n"
                    "answer = rows.where(or_(late, Post.id.is_(None)))",
                    also="or_, ",
                ),
                "only before 20:00",
            ),
            WrongAnswer(
                "no condition",
                late_posts_as("answer = select(User.username, Post.content).outerjoin(User.posts)"),
                "whatever its time",
            ),
            WrongAnswer(
                "one evening",
                late_posts_as(
                    "night = late & (Post.timestamp < datetime(2026, 8, 13, tzinfo=UTC))\n"
                    "answer = select(User.username, Post.content)"
                    ".outerjoin(User.posts.and_(night))"
                ),
                "midnight",
            ),
        ),
        judge=check_late_posts,
        praise="Everybody is there, and only the late posts are: the condition is in the join.",
    ),
    Exercise(
        id="04.3",
        notebook=NOTEBOOK,
        title="Liked by a follower",
        minutes=7,
        objective="find the rows that have a partner, or none, each once",
        kind="select",
        task="""Select the `id` of each post that at least one follower of its author likes, each
post once. A like by somebody who does not follow the author does not count.""",
        hints=(
            "You want posts, each once, so `select(Post.id)` reads no other table. What is asked "
            "of each post?",
            "The question for one post is about a like and a follow together: `select(Like)` "
            "joined with `Follow`. Which two columns say that the one who likes is the one who "
            "follows?",
            "`select(Like).join(Follow, Follow.follower_id == Like.user_id)`, with "
            "`.where(Like.post_id == Post.id, Follow.followee_id == Post.owner_id)`, and its "
            "`.exists()` as the condition on the posts.",
        ),
        solution_code=using("Follow", "Like", "Post", code=LIKED),
        alternatives=(
            using(
                "Follow",
                "Like",
                "Post",
                code=LIKED_JOINED.replace("(Post.id)", "(Post.id).distinct()", 1),
            ),
            using(
                "Follow",
                "Like",
                "Post",
                code="""fans = select(Follow.follower_id).where(Follow.followee_id == Post.owner_id)
liked = select(Like).where(Like.post_id == Post.id, Like.user_id.in_(fans.correlate(Post)))
answer = select(Post.id).where(liked.exists())""",
            ),
        ),
        wrong_answers=(
            WrongAnswer(
                "a join",
                using("Follow", "Like", "Post", code=LIKED_JOINED),
                "once for each",
            ),
            WrongAnswer(
                "any like",
                using(
                    "Like",
                    "Post",
                    code="liked = select(Like).where(Like.post_id == Post.id)\n"
                    "answer = select(Post.id).where(liked.exists())",
                ),
                "anybody likes",
            ),
            WrongAnswer(
                "the other direction",
                using(
                    "Follow",
                    "Like",
                    "Post",
                    code=LIKED.replace("Follow.follower_id", "Follow.x")
                    .replace("Follow.followee_id", "Follow.follower_id")
                    .replace("Follow.x", "Follow.followee_id"),
                ),
                "whom the author follows",
            ),
            WrongAnswer(
                "a follower of anybody",
                using(
                    "Follow",
                    "Like",
                    "Post",
                    code=LIKED.replace(", Follow.followee_id == Post.owner_id", ""),
                ),
                "follows somebody",
            ),
            WrongAnswer(
                "one exists inside the other",
                using(
                    "Follow",
                    "Like",
                    "Post",
                    code="""follows = select(Follow).where(Follow.follower_id == Like.user_id)
follows = follows.where(Follow.followee_id == Post.owner_id)
liked = select(Like).where(Like.post_id == Post.id, follows.exists())
answer = select(Post.id).where(liked.exists())""",
                ),
                "right around it",
            ),
        ),
        judge=select_like(
            liked_by_a_follower,
            [
                Mistake(
                    liked_by_followers_joined,
                    "A post comes once for each follower who likes it. A join pairs rows; "
                    "exists() only asks whether there is one.",
                ),
                Mistake(
                    liked_by_one_they_follow,
                    "You found posts liked by somebody whom the author follows; asked was who "
                    "follows the author. Which column is the one who follows?",
                ),
                Mistake(
                    liked_by_any_follower,
                    "Whoever likes it follows somebody, but is it the author of this post? "
                    "Followee and owner must be the same.",
                ),
                Mistake(
                    liked_one_inside_the_other,
                    "An exists speaks only of the statement right around it. Your inner one does "
                    "not see the post outside: print yours, and find posts in its FROM. Join Like "
                    "and Follow in one exists.",
                ),
                Mistake(
                    liked_by_anybody, "These are the posts that anybody likes, follower or not."
                ),
            ],
        ),
        praise="Each post once, however many followers like it.",
    ),
    Exercise(
        id="04.4",
        notebook=NOTEBOOK,
        title="Nobody at all?",
        minutes=5,
        objective="find the rows that have a partner, or none, each once",
        kind="repair",
        task="""Who follows nobody? Somebody had a left join of all users with their followers, took
the followers of it as a list, and asked for the users outside of that list. On the sample data it
finds 0 users, and bigger data do not help. Repair the statement in the next cell; it selects
`username`.""",
        hints=(
            "Look at the list: `pd.read_sql(readers, engine)`. What stands there for a user whom "
            "nobody follows?",
            "One NULL in the list, and `not_in` is sure of nobody. Either no NULL gets into the "
            "list, or you ask without a list.",
            "Ask of each user whether there is a row: "
            "`~select(Follow).where(Follow.follower_id == User.id).exists()`.",
        ),
        solution_code=using(
            "Follow",
            "User",
            code="""follows = select(Follow).where(Follow.follower_id == User.id)
answer = select(User.username).where(~follows.exists())""",
        ),
        alternatives=(
            using(
                "Follow",
                "User",
                code="""readers = select(Follow.follower_id)
answer = select(User.username).where(User.id.not_in(readers))""",
            ),
            using(
                "Follow",
                "User",
                code="""own = Follow.follower_id == User.id
rows = select(User.username).outerjoin(Follow, own)
answer = rows.where(Follow.follower_id.is_(None))""",
            ),
            using("Follow", "User", code=READERS.replace("outerjoin", "join")),
        ),
        wrong_answers=(
            WrongAnswer("as it was", using("Follow", "User", code=READERS), "NULL"),
            WrongAnswer(
                "followed by nobody",
                using(
                    "Follow",
                    "User",
                    code="""follows = select(Follow).where(Follow.followee_id == User.id)
answer = select(User.username).where(~follows.exists())""",
                ),
                "other direction",
            ),
            WrongAnswer(
                "the other half",
                using(
                    "Follow",
                    "User",
                    code="""readers = select(Follow.follower_id)
answer = select(User.username).where(User.id.in_(readers))""",
                ),
                "do follow",
            ),
            WrongAnswer(
                "not of this user",
                using(
                    "Follow",
                    "User",
                    code="answer = select(User.username).where(~select(Follow).exists())",
                ),
                "any follow",
            ),
            WrongAnswer(
                "a join on unequal",
                using(
                    "Follow",
                    "User",
                    code="answer = select(User.username)"
                    ".join(Follow, Follow.follower_id != User.id)",
                ),
                "somebody else",
            ),
        ),
        judge=select_like(
            follow_nobody,
            [
                Mistake(
                    with_a_hole,
                    "Somebody here has no follower, so the left join puts NULL into the list, and "
                    "NULL might be anybody: not_in is sure of no one.",
                ),
                Mistake(follow_somebody, "These are the users who do follow somebody."),
                Mistake(
                    followed_by_nobody,
                    "These are the users whom nobody follows: the other direction.",
                ),
                Mistake(
                    no_follow_at_all,
                    "You ask whether there is any follow at all, the same for each user. What ties "
                    "the inner statement to the user?",
                ),
                Mistake(
                    not_equal,
                    "Joined on !=, each user meets every follow by somebody else. That there is "
                    "such a follow does not mean that there is none of their own.",
                ),
            ],
        ),
        praise="Without NULL in the way, those who follow nobody appear.",
    ),
    Exercise(
        id="04.5",
        notebook=NOTEBOOK,
        title="Who follow each other",
        minutes=8,
        objective="match a table with itself",
        kind="select",
        task="""Select the names of each two users who follow each other: two columns, each pair of
people once, the one with the smaller `id` first.""",
        hints=(
            "How many rows of how many tables does one line of the result need? Two names, and a "
            "follow in each direction.",
            "So `User` twice and `Follow` twice, and each of them needs a name of its own: "
            "`aliased`. Begin with two users and one follow between them, and look at the result.",
            "With `one, other = aliased(User), aliased(User)` and `there, back` likewise: join "
            "`there` on `there.follower_id == one.id`, `other` on `other.id == there.followee_id`, "
            "and `back` on both of its columns, the other way round. Last `one.id < other.id`.",
        ),
        solution_code=mutual_as(MUTUAL),
        alternatives=(
            mutual_as(
                """other = aliased(User)
there = (Follow.follower_id == User.id) & (Follow.followee_id == other.id)
back = (Follow.follower_id == other.id) & (Follow.followee_id == User.id)
answer = (
    select(User.username, other.username)
    .join(other, other.id > User.id)
    .where(select(Follow).where(there).exists(), select(Follow).where(back).exists())
)"""
            ),
        ),
        wrong_answers=(
            WrongAnswer(
                "each pair twice",
                mutual_as(MUTUAL.replace("\n    .where(one.id < other.id)", "")),
                "twice",
            ),
            WrongAnswer("turned round", mutual_as(MUTUAL.replace("<", ">")), "smaller id"),
            WrongAnswer(
                "every follow",
                mutual_as(
                    """one, other = aliased(User), aliased(User)
answer = (
    select(one.username, other.username)
    .join(Follow, Follow.follower_id == one.id)
    .join(other, other.id == Follow.followee_id)
)"""
                ),
                "one direction",
            ),
            WrongAnswer(
                "one direction of each",
                mutual_as(
                    """one, other = aliased(User), aliased(User)
answer = (
    select(one.username, other.username)
    .join(Follow, Follow.follower_id == one.id)
    .join(other, other.id == Follow.followee_id)
    .where(one.id < other.id)
)"""
                ),
                "follow back",
            ),
            WrongAnswer(
                "one row only",
                using(
                    "Follow",
                    "User",
                    code="""rows = select(User.username, User.username.label("other"))
rows = rows.join(Follow, Follow.follower_id == User.id)
answer = rows.where(Follow.followee_id == User.id)""",
                ),
                "about itself",
            ),
        ),
        judge=select_like(
            mutual_follows,
            [
                Mistake(
                    mutual_both_ways,
                    "Each pair is there twice, once from each side. Which condition keeps one of "
                    "the two?",
                ),
                Mistake(
                    bigger_id_first,
                    "The right pairs, each once; but the name with the smaller id comes first.",
                ),
                Mistake(
                    one_way,
                    "You take every follow: one direction is enough for you. Is it returned?",
                ),
                Mistake(
                    lambda: one_way(smaller_first=True),
                    "The first follows the second. Does the second follow back?",
                ),
                Mistake(
                    itself,
                    "Your statement finds nobody. Does it ask one row about itself? A table that "
                    "is needed twice needs two names.",
                ),
            ],
        ),
        praise="Two users, two follows, four names for two tables, and each pair once.",
    ),
    Exercise(
        id="04.6",
        notebook=NOTEBOOK,
        title="A statement for each post",
        minutes=6,
        objective="walk from object to object, and count the statements that it costs",
        kind="repair",
        task="""The function in the next cell is given a session and returns a list: for each post,
in the order of the ids, a tuple of its `id` and the sorted names of those who like it. Its result
is right. But for 20 posts it sends 21 statements. Repair it, so that two are enough.""",
        hints=(
            "Which attribute is it that sends a statement each time around the loop?",
            "Say with the first statement what you are going to walk to. Of the two loaders in "
            "this notebook, which one needs `unique`?",
            "Add one call to the statement: `.options(selectinload(Post.likers))`.",
        ),
        solution_code=likers_as(LIKERS),
        alternatives=(
            likers_as(LIKERS, "joinedload")
            .replace("posts = session", "rows = session")
            .replace("    return [", "    posts = rows.unique()\n    return ["),
            using("Post", "User", code=LIKERS_GROUPED),
            using("Like", "Post", "User", code=LIKERS_BY_HAND),
        ),
        wrong_answers=(
            WrongAnswer(
                "as it was",
                using("Post", code=LIKERS.replace(".options(selectinload(Post.likers))", "")),
                "What can be loaded beforehand",
            ),
            WrongAnswer(
                "a loop by hand",
                using(
                    "Like", "Post", "User", code=LIKERS_ASKED_ONE_BY_ONE.replace("sorted", "list")
                ),
                "6 × SELECT users.username",
            ),
            WrongAnswer("no unique", likers_as(LIKERS, "joinedload"), "unique()"),
            WrongAnswer(
                "the owner loaded",
                likers_as(LIKERS.replace("Post.likers)))", "Post.owner)))")),
                "the limit is 2",
            ),
            WrongAnswer(
                "inner join",
                using("Post", "User", code=LIKERS_GROUPED.replace("outerjoin", "join")),
                "nobody likes",
            ),
            WrongAnswer(
                "called",
                likers_as(LIKERS).replace("= likers_of_each", "= likers_of_each.__name__"),
                "without calling",
            ),
        ),
        judge=loading(
            likers_of_each,
            most=2,
            once="One for each post is what walking costs. What can be loaded beforehand?",
            mistakes=[
                (liked_posts_only, "A post that nobody likes is missing; its list is empty."),
                (one_row_for_each_like, "A post comes once for each like. Fold its rows into one."),
            ],
        ),
        praise="Two statements at most, and no longer one for each post.",
    ),
    Exercise(
        id="04.7",
        notebook=NOTEBOOK,
        title="How many rows?",
        minutes=3,
        objective="predict how many rows a join gives",
        kind="prediction",
        task="""Three posts. How many rows does this statement give?

| post | likes | retweets |
|:--|--:|--:|
| A | 2 | 3 |
| B | 4 | 0 |
| C | 0 | 0 |

```python
rows = select(Post.id, Like.user_id, Retweet.user_id.label("retweeter"))
rows = rows.outerjoin(Like, Like.post_id == Post.id)
rows = rows.outerjoin(Retweet, Retweet.post_id == Post.id)
```""",
        hints=(
            "Take the posts one by one. How many rows has post A after the first join, and what "
            "does the second one make of each of them?",
            "A left join keeps a row that finds no partner. So what is left of post B's four rows, "
            "and of post C's one?",
            "A: 2 × 3 = 6. B: 4 × 1 = 4, with NULL for the retweet. C: 1. `answer = 11`",
        ),
        solution_code="answer = 11",
        alternatives=("answer = 2 * 3 + 4 * 1 + 1",),
        wrong_answers=(
            WrongAnswer("inner joins", "answer = 6", "inner"),
            WrongAnswer("added", "answer = 9", "pairs"),
            WrongAnswer("C forgotten", "answer = 10", "C"),
            WrongAnswer("a row a post", "answer = 3", "one row for each post"),
        ),
        judge=prediction(
            11,
            {
                3: "That is one row for each post, as before the joins.",
                6: "6 is post A alone: what inner joins give. A left join keeps B and C as well.",
                7: "A has 6 rows. Has B only one? It had four before the second join.",
                9: "You added 2 + 3 + 4. A join pairs rows: each like of A meets each retweet.",
                10: "Almost: A has 6 rows and B has 4. What does a left join do with C?",
            },
            "Take the posts one by one: A, B, C, first join, then second.",
        ),
        praise="6 + 4 + 1. Counted on these rows, A would have 6 likes and 6 retweets.",
    ),
    Exercise(
        id="04.8",
        notebook=NOTEBOOK,
        title="Silence, for every post",
        minutes=10,
        objective="put statements together as sets: or, and, but not",
        kind="select",
        task="""This notebook found the silent followers of one post. Find them for every post:
select two columns, the post's `id` and the `follower_id` of each follower of its author who neither
likes nor has retweeted this post.""",
        hints=(
            "First all followers, silent or not: one row for each post and each follower of its "
            "author. Which two columns join `Post` and `Follow`?",
            "Of these take away who liked, and who retweeted: three statements, with the same two "
            "columns, and in the same order.",
            "`select(Post.id, Follow.follower_id).join(Follow, Follow.followee_id == "
            "Post.owner_id)`, then `except_` with `select(Like.post_id, Like.user_id)` and the "
            "same of `Retweet`.",
        ),
        solution_code=silent_as(SILENT),
        alternatives=(silent_as(SILENT_WITHOUT_SETS),),
        wrong_answers=(
            WrongAnswer(
                "likes only",
                using(
                    "Follow",
                    "Like",
                    "Post",
                    code=SILENT.replace(
                        "retweeted = select(Retweet.post_id, Retweet.user_id)\n", ""
                    ).replace("(liked, retweeted)", "(liked)"),
                ),
                "retweeted",
            ),
            WrongAnswer(
                "columns swapped",
                silent_as(
                    SILENT.replace(
                        "Like.post_id, Like.user_id", "Like.user_id, Like.post_id"
                    ).replace(
                        "Retweet.post_id, Retweet.user_id", "Retweet.user_id, Retweet.post_id"
                    )
                ),
                "place",
            ),
            WrongAnswer("not both", silent_as(NOT_BOTH), "or the other"),
            WrongAnswer(
                "of another post",
                silent_as(SILENT_WITHOUT_SETS.replace("== Post.id", "== 3709")),
                "nobody out",
            ),
            WrongAnswer(
                "the other direction",
                silent_as(
                    SILENT.replace("Follow.follower_id", "Follow.x")
                    .replace("Follow.followee_id", "Follow.follower_id")
                    .replace("Follow.x", "Follow.followee_id")
                ),
                "whom the author follows",
            ),
        ),
        judge=select_like(
            silent_followers,
            [
                Mistake(
                    followers_who_did_not_like,
                    "Somebody in your result retweeted the post: that is no silence.",
                ),
                Mistake(
                    columns_swapped,
                    "Sets go by place, not by name: you take pairs of user and post away from "
                    "pairs of post and user.",
                ),
                Mistake(
                    followers_who_did_not_do_both,
                    "You left out who did both. Who did the one or the other is not silent either.",
                ),
                Mistake(
                    all_followers,
                    "You leave nobody out. Do your conditions speak of this post and of this "
                    "follower?",
                ),
                Mistake(
                    silent_people_whom_they_follow,
                    "These are people whom the author follows. Asked were those who follow the "
                    "author.",
                ),
            ],
        ),
        praise="For every post at once: who follows its author, and said nothing.",
    ),
]
