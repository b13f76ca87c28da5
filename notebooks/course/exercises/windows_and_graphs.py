"""The exercises of notebook 06."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from course.exercises.exercise import Exercise, WrongAnswer
from course.exercises.judges.choices import column
from course.exercises.judges.selects import (
    EVENING,
    Mistake,
    Rows,
    databases,
    made,
    select_like,
)

NOTEBOOK = "06_windows_and_graphs"
Statement = Any  # a Select


@dataclass(frozen=True)
class Slip:
    """A wrong answer, and what the judge says to whoever gets the same rows."""

    name: str
    code: str
    says: str


def made_by(code: str) -> Callable[[], Statement]:
    """The statement that the code of an answer makes."""

    @cache
    def statement() -> Statement:
        names: dict[str, Any] = {}
        exec(code, names)
        return names["answer"]

    return statement


def wrong_answers(*slips: Slip) -> tuple[WrongAnswer, ...]:
    return tuple(WrongAnswer(each.name, each.code, each.says) for each in slips)


def mistakes(*slips: Slip) -> list[Mistake]:
    return [Mistake(made_by(each.code), each.says) for each in slips]


def changed(code: str, **replacements: str) -> str:
    """The code with parts of it replaced, which stand in it as <NAME>."""
    for name, text in replacements.items():
        code = code.replace(f"<{name}>", text)
    return code


COUNTED = """from sqlalchemy import func, select

from microblog.models import Like, Post

columns = (Post.id, Post.owner_id, Post.timestamp, func.count(Like.user_id).label("likes"))
counted = select(*columns).<JOIN>(Like, Like.post_id == Post.id).group_by(Post.id).subquery()
"""

# 06.1: above the mean of the group

ABOVE = (
    COUNTED
    + """
usual = func.avg(counted.c.likes).over(<GROUP>).label("usual")
finished = select(counted.c.id, counted.c.likes, usual).subquery()
answer = select(finished.c.id, finished.c.likes).where(finished.c.likes <IS> finished.c.usual)"""
)


def above(
    join: str = "outerjoin", group: str = "partition_by=counted.c.owner_id", sign: str = ">"
) -> str:
    return changed(ABOVE, JOIN=join, GROUP=group, IS=sign)


ABOVE_JOINED = (
    changed(COUNTED, JOIN="outerjoin")
    + """
usual = func.avg(counted.c.likes).label("usual")
means = select(counted.c.owner_id, usual).group_by(counted.c.owner_id).subquery()
rows = select(counted.c.id, counted.c.likes)
rows = rows.join(means, means.c.owner_id == counted.c.owner_id)
answer = rows.where(counted.c.likes > means.c.usual)"""
)

ABOVE_IN_WHERE = (
    changed(COUNTED, JOIN="outerjoin")
    + """
usual = func.avg(counted.c.likes).over(partition_by=counted.c.owner_id)
answer = select(counted.c.id, counted.c.likes).where(counted.c.likes > usual)"""
)

ABOVE_SLIPS = (
    Slip(
        "no partition",
        above(group=""),
        "You compare with the mean of all posts. Which window sees those of one author only?",
    ),
    Slip(
        "inner join",
        above(join="join"),
        "Posts that nobody likes are missing from your means, which makes them too high.",
    ),
    Slip(
        "at least",
        above(sign=">="),
        "A post that is exactly at its author's mean is not above it: an only post always is.",
    ),
)

# 06.3: the newest of each

NEWEST = """from sqlalchemy import func, select

from microblog.models import Post

place = func.<RANK>().over(<WINDOW>).label("place")
posts = select(Post.owner_id, Post.id, place).subquery()
answer = select(posts.c.owner_id, posts.c.id).where(posts.c.place == 1)"""


def newest(window: str, rank: str = "row_number") -> str:
    code = changed(NEWEST, RANK=rank)
    start = "partition_by=Post.owner_id, "
    long = f"{start}order_by={window}"
    if window.startswith("("):
        code = code.replace("place = ", f"from_newest = {window}\nplace = ", 1)
        long = f"{start}order_by=from_newest"
    return changed(code, WINDOW=long)


NEWEST_WITHOUT_WINDOW = """from sqlalchemy import select, tuple_
from sqlalchemy.orm import aliased

from microblog.models import Post

newer = aliased(Post)
later = tuple_(newer.timestamp, newer.id) > tuple_(Post.timestamp, Post.id)
one = select(newer).where(newer.owner_id == Post.owner_id, later)
answer = select(Post.owner_id, Post.id).where(~one.exists())"""

NEWEST_BY_ID = """from sqlalchemy import func, select

from microblog.models import Post

answer = select(Post.owner_id, func.max(Post.id)).group_by(Post.owner_id)"""

NEWEST_OF_ALL = """from sqlalchemy import select

from microblog.models import Post

from_newest = (Post.timestamp.desc(), Post.id.desc())
answer = select(Post.owner_id, Post.id).order_by(*from_newest).limit(1)"""

NEWEST_SLIPS = (
    Slip(
        "the highest id",
        NEWEST_BY_ID,
        "The highest id is not the newest post: ids and times need not agree.",
    ),
    Slip(
        "ties of time",
        newest("Post.timestamp.desc()", rank="rank"),
        "Two posts of one author have the same time, and you return both. What decides?",
    ),
    Slip(
        "one in all",
        NEWEST_OF_ALL,
        "This is the newest post of all. Asked was one for each user who posts.",
    ),
    Slip(
        "the oldest",
        newest("(Post.timestamp, Post.id)"),
        "These are the oldest posts. In which direction does your window go?",
    ),
    Slip(
        "the lower id",
        newest("(Post.timestamp.desc(), Post.id)"),
        "Of two posts at the same time the one with the higher id is the newer.",
    ),
)

# 06.4: two places, and all that tie

TOP = (
    COUNTED
    + """
window = {<GROUP>"order_by": counted.c.likes.desc()}
place = func.<RANK>().over(**window).label("place")
placed = select(counted.c.owner_id, counted.c.id, counted.c.likes, place).subquery()
answer = select(placed.c.owner_id, placed.c.id, placed.c.likes).where(placed.c.place <= 2)"""
)


def top(
    rank: str = "rank",
    join: str = "outerjoin",
    group: str = '"partition_by": counted.c.owner_id, ',
) -> str:
    return changed(TOP, RANK=rank, JOIN=join, GROUP=group)


TOP_WITHOUT_WINDOW = (
    changed(COUNTED, JOIN="outerjoin")
    + """
other = counted.alias()
better = select(func.count()).select_from(other)
better = better.where(other.c.owner_id == counted.c.owner_id, other.c.likes > counted.c.likes)
rows = select(counted.c.owner_id, counted.c.id, counted.c.likes)
answer = rows.where(better.scalar_subquery() < 2)"""
)

TOP_SLIPS = (
    Slip(
        "row_number",
        top(rank="row_number").replace(
            '"order_by": counted.c.likes.desc()',
            '"order_by": (counted.c.likes.desc(), counted.c.id)',
        ),
        "You cut between posts that have as many likes. Which function lets ties share a place?",
    ),
    Slip(
        "dense_rank",
        top(rank="dense_rank"),
        "`dense_rank` counts values: if two share the first place, it lets a second value in.",
    ),
    Slip(
        "no partition",
        top(group=""),
        "These are the first of all posts. Asked were the first of each author.",
    ),
    Slip(
        "inner join",
        top(join="join"),
        "A post that nobody likes has 0 likes, and may be its author's second best. You lost it.",
    ),
)

# 06.5: a running total from the newest on

RUNNING = (
    changed(COUNTED, JOIN="outerjoin")
    + """
window = {<GROUP><ORDER><FRAME>}
total = func.sum(counted.c.likes).over(**window)
answer = select(counted.c.id, total.label("total"))"""
)


def running(
    order: str = "(counted.c.timestamp.desc(), counted.c.id.desc())",
    frame: str = ', "rows": (None, 0)',
    group: str = '"partition_by": counted.c.owner_id, ',
) -> str:
    code = changed(RUNNING, GROUP=group, ORDER='"order_by": from_newest', FRAME=frame)
    return code.replace("window = ", f"from_newest = {order}\nwindow = ", 1)


RUNNING_SUMMED = (
    changed(COUNTED, JOIN="outerjoin").replace("func, select", "func, select, tuple_")
    + """
other = counted.alias()
newer = tuple_(other.c.timestamp, other.c.id) >= tuple_(counted.c.timestamp, counted.c.id)
total = select(func.sum(other.c.likes)).where(other.c.owner_id == counted.c.owner_id, newer)
answer = select(counted.c.id, total.scalar_subquery().label("total"))"""
)

RUNNING_SLIPS = (
    Slip(
        "as it was",
        running(order="counted.c.timestamp.desc()", frame="", group=""),
        "Both faults are still there: the totals run over all authors, and posts at the same time "
        "have the same total.",
    ),
    Slip(
        "ordered, all authors",
        running(group=""),
        "The order is right, but the totals run on from one author to the next.",
    ),
    Slip(
        "peers",
        running(order="counted.c.timestamp.desc()", frame=""),
        "Two posts of one author at the same time have the same total: the default frame takes in "
        "all peers.",
    ),
    Slip(
        "rows without a key",
        running(order="counted.c.timestamp.desc()"),
        "Row by row is right. But of two posts at the same time the higher id comes first here.",
    ),
    Slip(
        "from the oldest",
        running(order="(counted.c.timestamp, counted.c.id)"),
        "Your totals begin at the oldest post. Asked was a total that begins at the newest.",
    ),
)

# 06.6: the longest silence

SILENCE = """from sqlalchemy import extract, func, select

from microblog.models import Post, UTCDateTime

window = {<GROUP>"order_by": <ORDER>}
before = func.lag(Post.timestamp, type_=UTCDateTime).over(**window)
seconds = extract("epoch", Post.timestamp) - extract("epoch", before)
gaps = select(Post.owner_id, seconds.label("seconds")).subquery()
longest = select(gaps.c.owner_id, func.max(gaps.c.seconds)).group_by(gaps.c.owner_id)
answer = longest<REST>"""


def silence(
    group: str = '"partition_by": Post.owner_id, ',
    order: str = "(Post.timestamp, Post.id)",
    rest: str = ".where(gaps.c.seconds.is_not(None))",
) -> str:
    return changed(SILENCE, GROUP=group, ORDER=order, REST=rest)


SILENCE_LED = (
    silence()
    .replace("func.lag", "func.lead")
    .replace("before", "after")
    .replace(
        'extract("epoch", Post.timestamp) - extract("epoch", after)',
        'extract("epoch", after) - extract("epoch", Post.timestamp)',
    )
)

SILENCE_SEARCHED = """from sqlalchemy import extract, func, select, tuple_
from sqlalchemy.orm import aliased

from microblog.models import Post

other = aliased(Post)
earlier = tuple_(other.timestamp, other.id) < tuple_(Post.timestamp, Post.id)
before = select(func.max(other.timestamp)).where(other.owner_id == Post.owner_id, earlier)
seconds = extract("epoch", Post.timestamp) - extract("epoch", before.scalar_subquery())
gaps = select(Post.owner_id, seconds.label("seconds")).subquery()
longest = func.max(gaps.c.seconds).label("seconds")
answer = select(gaps.c.owner_id, longest).group_by(gaps.c.owner_id).having(longest.is_not(None))"""

SILENCE_AT_ONCE = """from sqlalchemy import extract, func, select

from microblog.models import Post, UTCDateTime

window = {"partition_by": Post.owner_id, "order_by": (Post.timestamp, Post.id)}
before = func.lag(Post.timestamp, type_=UTCDateTime).over(**window)
seconds = extract("epoch", Post.timestamp) - extract("epoch", before)
answer = select(Post.owner_id, func.max(seconds)).group_by(Post.owner_id)"""

SILENCE_SPAN = """from sqlalchemy import extract, func, select

from microblog.models import Post

first, last = func.min(Post.timestamp), func.max(Post.timestamp)
span = extract("epoch", last) - extract("epoch", first)
answer = select(Post.owner_id, span).group_by(Post.owner_id).having(func.count() > 1)"""

SILENCE_SLIPS = (
    Slip(
        "everybody's posts",
        silence(group=""),
        "The post before is by somebody else: your window looks over the posts of all authors.",
    ),
    Slip(
        "from first to last",
        SILENCE_SPAN,
        "This is the time from an author's first post to the last, not between neighbours.",
    ),
    Slip(
        "NULL for one post",
        silence(rest=""),
        "Whoever wrote one post has no silence between two; you return them with NULL.",
    ),
    Slip(
        "by id",
        silence(order="Post.id"),
        "Your window goes by id. The post before is the one before in time.",
    ),
)

# 06.7: carried on by retweets

CHAIN = """from sqlalchemy import func, literal, select

from microblog.models import Post, Retweet, User

start = select(User.id, literal(<FROM>).label("steps")).where(User.username == "ana")
chain = start.cte("chain", recursive=True)
onward = select(<TO>, chain.c.steps + 1).select_from(Post)
onward = onward.join(Retweet, Retweet.post_id == Post.id)
onward = onward.join(chain, chain.c.id == <AT>)<LIMIT>
chain = chain.<UNION>(onward)
answer = <ANSWER>"""

LEAST = 'select(chain.c.id, func.min(chain.c.steps).label("steps")).group_by(chain.c.id)'


def chain(
    limit: str = ".where(chain.c.steps < 3)",
    union: str = "union",
    answer: str = LEAST,
    to: str = "Retweet.user_id",
    at: str = "Post.owner_id",
    start: str = "0",
) -> str:
    code = changed(CHAIN, LIMIT=limit, UNION=union, ANSWER=answer, TO=to, AT=at, FROM=start)
    return code if "func." in code else code.replace("import func, literal", "import literal")


CHAIN_IN_STEPS = """from sqlalchemy import func, literal, select, union_all

from microblog.models import Post, Retweet, User

arrows = select(Post.owner_id, Retweet.user_id).join(Retweet, Retweet.post_id == Post.id)
arrows = arrows.distinct().subquery()
step = select(User.id, literal(0).label("steps")).where(User.username == "ana")
rows = [step]
for number in (1, 2, 3):
    last = rows[-1].subquery()
    step = select(arrows.c.user_id, literal(number).label("steps"))
    rows.append(step.join(last, last.c[0] == arrows.c.owner_id))
found = union_all(*rows).subquery()
answer = select(found.c.id, func.min(found.c.steps).label("steps")).group_by(found.c.id)"""

CHAIN_SLIPS = (
    Slip(
        "each chain",
        chain(answer="select(chain.c.id, chain.c.steps)"),
        "Somebody whom word reaches in several ways is there several times. Take the least.",
    ),
    Slip(
        "a step too far",
        chain(limit=".where(chain.c.steps <= 3)"),
        "You go four steps: a row with three steps is still carried on.",
    ),
    Slip(
        "a step too short",
        chain(limit=".where(chain.c.steps < 2)"),
        "You stop after two steps, and three were asked.",
    ),
    Slip(
        "the other direction",
        chain(to="Post.owner_id", at="Retweet.user_id"),
        "You walk from the one who retweets to the author. Word travels the other way.",
    ),
    Slip(
        "without ana",
        chain(answer=LEAST.replace(".group_by", ".where(chain.c.steps > 0).group_by")),
        "Ana herself is missing, or comes round a circle: she has 0 steps.",
    ),
    Slip(
        "her id by heart",
        chain().replace('User.username == "ana"', "User.id == 2"),
        "You start at user 2, and that is ana in the sample data alone. Find her by her name.",
    ),
    Slip(
        "her id as a value",
        chain()
        .replace("import func, literal, select", "import cast, func, literal, select")
        .replace("import Post, Retweet, User", "import BigInt, Post, Retweet")
        .replace("select(User.id, ", 'select(cast(literal(2), BigInt).label("id"), ')
        .replace('.where(User.username == "ana")', ""),
        "You start at user 2, and that is ana in the sample data alone. Find her by her name.",
    ),
)

# 06.8: strangers on the timeline

STRANGERS = """from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from microblog.models import Follow, Post, Retweet

direct = aliased(Follow)
known = select(direct).where(
    direct.follower_id == Follow.follower_id, direct.followee_id == Post.owner_id
)
carried = (
    select(Follow.follower_id, Post.id, <MOMENT>.label("shown_at"))
    .join(Retweet, Retweet.user_id == Follow.followee_id)
    .join(Post, Post.id == Retweet.post_id)
)
carried = carried<WHERE>
answer = carried<GROUP>"""


def strangers(
    moment: str = "func.max(Retweet.timestamp)",
    where: str = ".where(~known.exists(), Post.owner_id != Follow.follower_id)",
    group: str = ".group_by(Follow.follower_id, Post.id)",
) -> str:
    code = changed(STRANGERS, MOMENT=moment, WHERE=where, GROUP=group)
    if "func." not in code:
        code = code.replace("import func, select", "import select")
    return code


STRANGERS_NUMBERED = """from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import aliased

from microblog.models import Follow, Post, Retweet

direct = aliased(Follow)
reader = Follow.follower_id
window = {"partition_by": (reader, Post.id), "order_by": Retweet.timestamp.desc()}
place = func.row_number().over(**window).label("place")
carried = select(reader, Post.id, Retweet.timestamp, place)
carried = carried.join(Retweet, Retweet.user_id == Follow.followee_id)
carried = carried.join(Post, Post.id == Retweet.post_id).where(Post.owner_id != reader)
known = select(direct.follower_id, direct.followee_id)
carried = carried.where(tuple_(reader, Post.owner_id).not_in(known)).subquery()
columns = (carried.c.follower_id, carried.c.id, carried.c.timestamp)
answer = select(*columns).where(carried.c.place == 1)"""

STRANGERS_SLIPS = (
    Slip(
        "each retweet",
        strangers(moment="Retweet.timestamp", group=""),
        "A post that came by several times is there several times. Each post once, please.",
    ),
    Slip(
        "the first time",
        strangers(moment="func.min(Retweet.timestamp)"),
        "This is when the post came by first. The timeline shows the newest moment.",
    ),
    Slip(
        "the time of the post",
        strangers(
            moment="Post.timestamp", group=".group_by(Follow.follower_id, Post.id, Post.timestamp)"
        ),
        "This is when the post was written. It came by when it was retweeted.",
    ),
    Slip(
        "known authors",
        strangers(where=".where(Post.owner_id != Follow.follower_id)"),
        "Some of these posts are by people whom the reader follows: no strangers.",
    ),
    Slip(
        "one's own posts",
        strangers(where=".where(~known.exists())"),
        "Nobody follows themselves, so your condition lets a reader's own posts in.",
    ),
)

# 06.9: whom to follow

SUGGEST = """from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from microblog.models import Follow

second, direct = aliased(Follow), aliased(Follow)
me, candidate = Follow.follower_id, second.followee_id
known = select(direct).where(direct.follower_id == me, direct.followee_id == candidate)
common = func.count().label("common")
place = func.<RANK>().over(<WINDOW>).label("place")
steps = select(me, candidate, common, place).join(second, second.follower_id == <VIA>)
steps = steps.where(<WHERE>).group_by(me, candidate).subquery()
best = select(steps.c.follower_id, steps.c.followee_id, steps.c.common)
answer = best.where(steps.c.place == 1)"""


def suggest(
    rank: str = "rank",
    window: str = "partition_by=me, order_by=common.desc()",
    where: str = "me != candidate, ~known.exists()",
    via: str = "Follow.followee_id",
) -> str:
    return changed(SUGGEST, RANK=rank, WINDOW=window, WHERE=where, VIA=via)


SUGGEST_WITHOUT_WINDOW = """from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import aliased

from microblog.models import Follow

second, direct = aliased(Follow), aliased(Follow)
me, candidate = Follow.follower_id, second.followee_id
known = select(direct.follower_id, direct.followee_id)
steps = select(me, candidate, func.count().label("common"))
steps = steps.join(second, second.follower_id == Follow.followee_id).where(me != candidate)
steps = steps.where(tuple_(me, candidate).not_in(known)).group_by(me, candidate).cte()
other = steps.alias()
most = select(func.max(other.c.common)).where(other.c.follower_id == steps.c.follower_id)
answer = select(steps).where(steps.c.common == most.scalar_subquery())"""

SUGGEST_SLIPS = (
    Slip(
        "oneself",
        suggest(where="~known.exists()"),
        "Somebody is told to follow themselves: two who follow each other lead back in two steps.",
    ),
    Slip(
        "already followed",
        suggest(where="me != candidate"),
        "You suggest people whom the user follows already.",
    ),
    Slip(
        "ties cut",
        suggest(rank="row_number", window="partition_by=me, order_by=(common.desc(), candidate)"),
        "Several candidates have as many acquaintances in common, and you return one of them.",
    ),
    Slip(
        "the best of all",
        suggest(window="order_by=common.desc()"),
        "These are the best suggestions of all. Asked were the best for each user.",
    ),
    Slip(
        "the fewest",
        suggest(window="partition_by=me, order_by=common"),
        "Your first place has the fewest acquaintances in common, not the most.",
    ),
    Slip(
        "all candidates",
        suggest().replace(".where(steps.c.place == 1)", ""),
        "These are all candidates. Asked were the best of each user.",
    ),
)


def only(*tables: str) -> Callable[[], Iterator[Rows]]:
    """The usual databases, with rows in these tables alone: what is shown of them stays short."""

    def each() -> Iterator[Rows]:
        for rows in databases():
            yield {name: rows[name] if name in tables else [] for name in rows}

    return each


def networks() -> Iterator[Rows]:
    """Who retweets whom: nobody, one, a circle, a long line, a short cut, some twice."""
    for users, arrows in (
        (1, []),
        (2, [(1, 2)]),
        (4, [(1, 2), (2, 1), (2, 3), (3, 1), (3, 4)]),
        (6, [(1, 2), (2, 3), (3, 4), (4, 5), (5, 6)]),
        (5, [(1, 2), (2, 3), (1, 3), (3, 4), (1, 4), (4, 2), (5, 1)]),
        (4, [(2, 1), (3, 2), (1, 4), (4, 1), (1, 4)]),
    ):
        yield retweeting(users, arrows)


def retweeting(users: int, arrows: list[tuple[int, int]]) -> Rows:
    """A post by the first of each pair, retweeted by the second."""
    rows = made(users=users, posts=0, seed=users)
    for number, (author, reader) in enumerate(arrows, start=1):
        post = {"id": number, "content": f"Post {number}", "owner_id": author}
        rows["posts"].append({**post, "timestamp": EVENING})
        rows["retweets"].append({"user_id": reader, "post_id": number, "timestamp": EVENING})
    return rows


LIKED = only("users", "posts", "likes")

EXERCISES = [
    Exercise(
        id="06.1",
        notebook=NOTEBOOK,
        title="Above the usual",
        minutes=6,
        objective="put a value of its group beside each row, and filter by it",
        kind="select",
        task="""Select the `id` and the number of likes of each post that has more likes than its
author's posts have on average. Posts that nobody likes have 0 likes, and count in the average.""",
        hints=(
            "Three steps: the posts with their likes, the mean beside each, and only then the "
            "condition.",
            "The sub-query `counted` of this notebook is the first step. The second is a window, "
            "and `WHERE` cannot see it: what did the notebook do about that?",
            "With `finished` for the sub-query that selects `id`, `likes` and the window `usual`: "
            "`select(finished.c.id, finished.c.likes)"
            ".where(finished.c.likes > finished.c.usual)`.",
        ),
        solution_code=above(),
        alternatives=(ABOVE_JOINED,),
        wrong_answers=(
            *wrong_answers(*ABOVE_SLIPS),
            WrongAnswer("a window in where", ABOVE_IN_WHERE, "misuse of window function"),
        ),
        judge=select_like(made_by(above()), mistakes(*ABOVE_SLIPS), on=LIKED),
        praise="Each post beside the mean of its author, and the filter outside.",
    ),
    Exercise(
        id="06.2",
        notebook=NOTEBOOK,
        title="Places",
        minutes=3,
        objective="predict how ranks number rows that tie",
        kind="prediction",
        task="""Six posts have 9, 6, 9, 4, 6 and 6 likes, in this order. Which numbers does
`func.rank().over(order_by=likes.desc())` write beside them? Answer with a list of six numbers, in
the order of the posts.""",
        hints=(
            "Sort them first, largest on top: 9, 9, 6, 6, 6, 4. Who is in place 1?",
            "Two share place 1. As in sport, place 2 is then not given. Where do the sixes stand?",
            "9 and 9 are 1, the sixes are 3, and five posts are before the 4: "
            "`answer = [1, 3, 1, 6, 3, 3]`",
        ),
        solution_code="answer = [1, 3, 1, 6, 3, 3]",
        alternatives=(
            "likes = [9, 6, 9, 4, 6, 6]\n"
            "answer = [1 + sum(other > each for other in likes) for each in likes]",
        ),
        wrong_answers=(
            WrongAnswer("dense", "answer = [1, 2, 1, 3, 2, 2]", "`dense_rank`"),
            WrongAnswer("first", "answer = [1, 3, 2, 6, 4, 5]", "`row_number`"),
            WrongAnswer("ascending", "answer = [5, 2, 5, 1, 2, 2]", "`desc()`"),
            WrongAnswer("the last of the place", "answer = [2, 5, 2, 6, 5, 5]", "'max'"),
            WrongAnswer("sorted", "answer = [1, 1, 3, 3, 3, 6]", "order of the posts"),
            WrongAnswer("averages", "answer = [1.5, 4, 1.5, 6, 4, 4]", "whole numbers"),
        ),
        judge=column(
            [1, 3, 1, 6, 3, 3],
            {
                (1, 2, 1, 3, 2, 2): "That is `dense_rank`: it counts values. `rank` counts the "
                "posts that are before this one, and adds 1.",
                (1, 3, 2, 6, 4, 5): "That is `row_number`: no number twice. With `rank` those "
                "that tie share their place.",
                (5, 2, 5, 1, 2, 2): "You began at the fewest likes. `desc()` puts the most first.",
                (2, 5, 2, 6, 5, 5): "That is pandas' method='max', the last place that those who "
                "tie could have. `rank` gives the first.",
                (1, 1, 3, 3, 3, 6): "These are the right places, sorted. Write them in the order "
                "of the posts: 9, 6, 9, 4, 6, 6.",
            },
            "For each post, count the posts with more likes, and add 1.",
        ),
        praise="As in sport: one plus the number of posts that are before you.",
    ),
    Exercise(
        id="06.3",
        notebook=NOTEBOOK,
        title="The last word",
        minutes=6,
        objective="find the first rows of each group, and decide about ties",
        kind="select",
        task="""Select `owner_id` and `id` of the newest post of each user who posts. Of two posts
by the same user at the same time, the one with the higher `id` is the newer.""",
        hints=(
            "In pandas: `sort_values`, `groupby`, `tail(1)`. Which function numbers the rows of a "
            "group?",
            "The window needs a group and an order. The order has two parts, and both go "
            "downwards.",
            "`func.row_number().over(partition_by=Post.owner_id, order_by=(Post.timestamp.desc(), "
            "Post.id.desc()))` in a sub-query, then `.where(… == 1)`.",
        ),
        solution_code=newest("(Post.timestamp.desc(), Post.id.desc())"),
        alternatives=(
            NEWEST_WITHOUT_WINDOW,
            newest("(Post.timestamp.desc(), Post.id.desc())", rank="rank"),
        ),
        wrong_answers=wrong_answers(*NEWEST_SLIPS),
        judge=select_like(
            made_by(newest("(Post.timestamp.desc(), Post.id.desc())")),
            mistakes(*NEWEST_SLIPS),
            on=only("users", "posts"),
        ),
        praise="One post for each user, and no doubt which, even within one second.",
    ),
    Exercise(
        id="06.4",
        notebook=NOTEBOOK,
        title="Two places on the podium",
        minutes=7,
        objective="find the first rows of each group, and decide about ties",
        kind="select",
        task="""Select `owner_id`, `id` and the number of likes of the two most liked posts of each
user, and of all posts that have as many likes as the second of them. If two share the first place,
these two are enough. Posts without likes take part, with 0.""",
        hints=(
            "What is to happen when three posts of one user have 5, 3 and 3 likes? And with 5, 5 "
            "and 3?",
            "All that tie with the second come in, but the third value does not if two share the "
            "first place. Which of the three ranks does that?",
            "`func.rank().over(partition_by=counted.c.owner_id, "
            "order_by=counted.c.likes.desc())` in a sub-query, then `.where(… <= 2)`.",
        ),
        solution_code=top(),
        alternatives=(TOP_WITHOUT_WINDOW,),
        wrong_answers=wrong_answers(*TOP_SLIPS),
        judge=select_like(made_by(top()), mistakes(*TOP_SLIPS), on=LIKED),
        praise="Nobody is left out who did as well as somebody inside.",
    ),
    Exercise(
        id="06.5",
        notebook=NOTEBOOK,
        title="Applause, counted back",
        minutes=6,
        objective="add up along an order, and say which rows the frame takes in",
        kind="repair",
        task="""The statement in the next cell should tell for each post how many likes it *and all
newer posts of the same author* have together: a running total that begins at the newest post. Of
two posts at the same time the one with the higher `id` is the newer. It has two faults. Repair it.
(It selects `id` and `total`, from the sub-query `counted`.)""",
        hints=(
            "Run it for two users. Whose likes are in the first total, and whose in the second?",
            "And for two posts in the same second: which rows does the frame take in, if you say "
            "nothing? What would make their order certain?",
            "`.over(partition_by=counted.c.owner_id, order_by=(counted.c.timestamp.desc(), "
            "counted.c.id.desc()), rows=(None, 0))`",
        ),
        solution_code=running(),
        alternatives=(running(frame=""), RUNNING_SUMMED),
        wrong_answers=wrong_answers(*RUNNING_SLIPS),
        judge=select_like(made_by(running()), mistakes(*RUNNING_SLIPS), on=LIKED),
        praise="One author at a time, one row at a time, in an order without doubt.",
    ),
    Exercise(
        id="06.6",
        notebook=NOTEBOOK,
        title="The longest silence",
        minutes=8,
        objective="look back to the row before",
        kind="select",
        task="""How long was each user silent at most? Select `owner_id` and the longest time
between two neighbouring posts of that user, in seconds. Users with fewer than two posts are left
out.""",
        hints=(
            "Two steps: the time since the post before, beside each post; then the largest for "
            "each user. Can both be in one `select`?",
            "The first step is in this notebook, with `lag` and `extract`. Which of its rows have "
            "NULL, and what does a user with a single post consist of?",
            "`gaps` is the sub-query with `owner_id` and `seconds`. Then "
            "`select(gaps.c.owner_id, func.max(gaps.c.seconds))` with "
            "`.where(gaps.c.seconds.is_not(None))` and `.group_by(gaps.c.owner_id)`.",
        ),
        solution_code=silence(),
        alternatives=(SILENCE_LED, SILENCE_SEARCHED),
        wrong_answers=(
            *wrong_answers(*SILENCE_SLIPS),
            WrongAnswer("a window in an aggregate", SILENCE_AT_ONCE, "misuse of window function"),
        ),
        judge=select_like(made_by(silence()), mistakes(*SILENCE_SLIPS), on=only("users", "posts")),
        praise="The row before, of the same author, in the order of time; then the largest gap.",
    ),
    Exercise(
        id="06.7",
        notebook=NOTEBOOK,
        title="Carried on",
        minutes=10,
        objective="follow a graph, one step or any number of steps",
        kind="select",
        task="""Word really travels when somebody retweets: one step leads from the author of a
post to each user who retweeted it. Start at the user called `ana`. Select the `id` of each user
whom her word can reach in three steps at most, and the least number of steps; ana herself with
0. (Her word: what ana wrote reaches bodil, what bodil wrote reaches keiko, and so on.)""",
        hints=(
            "It is the chain from keiko to bodil with other arrows. Which two tables give an arrow "
            "from an author to somebody who retweeted?",
            "The start is one row from `User`, with 0 steps. The step joins the chain where the "
            "author is, and selects who retweeted. What stops it, and what takes the shortest?",
            "`select(Retweet.user_id, chain.c.steps + 1).join(Post, Post.id == Retweet.post_id)"
            ".join(chain, chain.c.id == Post.owner_id).where(chain.c.steps < 3)` is the step. "
            "Then `chain.union(…)`, and `func.min` of the steps for each `id`.",
        ),
        solution_code=chain(),
        alternatives=(chain(union="union_all"), CHAIN_IN_STEPS),
        wrong_answers=(
            *wrong_answers(*CHAIN_SLIPS),
            WrongAnswer("no end", chain(limit=""), "does not come to an end"),
        ),
        judge=select_like(made_by(chain()), mistakes(*CHAIN_SLIPS), on=networks),
        praise="Three steps, each user once, and circles cannot hold you.",
    ),
    Exercise(
        id="06.8",
        notebook=NOTEBOOK,
        title="Strangers on the timeline",
        minutes=8,
        objective="build a timeline from several sources, each post once",
        kind="select",
        task="""What does the third source of the timeline bring? For every user at once, select
`follower_id`, the `id` of each post that somebody whom they follow retweeted, and the newest moment
at which that happened. Leave out their own posts, and those of authors whom they follow themselves:
strangers only.""",
        hints=(
            "A row of `Follow` is a reader and somebody whom they follow. Join what that somebody "
            "retweeted, and the post.",
            "A stranger is an author whom the reader does not follow: `~….exists()` with an alias "
            "of `Follow`. And who else is not followed by the reader, although no stranger?",
            "`select(Follow.follower_id, Post.id, func.max(Retweet.timestamp))`, joined on "
            "`Retweet.user_id == Follow.followee_id` and `Post.id == Retweet.post_id`, where "
            "`Post.owner_id != Follow.follower_id` and no such follow exists, grouped by both.",
        ),
        solution_code=strangers(),
        alternatives=(STRANGERS_NUMBERED,),
        wrong_answers=wrong_answers(*STRANGERS_SLIPS),
        judge=select_like(
            made_by(strangers()),
            mistakes(*STRANGERS_SLIPS),
            on=only("users", "posts", "retweets", "follows"),
        ),
        praise="That is the part of a timeline that only retweets can bring.",
    ),
    Exercise(
        id="06.9",
        notebook=NOTEBOOK,
        title="Whom to follow",
        minutes=10,
        objective="follow a graph, one step or any number of steps",
        kind="select",
        task="""Suggest to each user whom to follow. A candidate is somebody whom one of those
whom they follow follows: not the user themselves, and nobody whom they follow already. The more of
those there are who lead to a candidate, the better. Select `follower_id`, `followee_id` and that
number, for the best candidates of each user: one, or all that tie.""",
        hints=(
            "First all candidates, with the number of ways that lead to each: friends of friends, "
            "grouped by user and candidate.",
            "Windows come after `GROUP BY`, so a rank can look at the counts in the same "
            "statement. Which rank keeps those that tie, and what is its group?",
            "`func.rank().over(partition_by=Follow.follower_id, order_by=func.count().desc())` in "
            "the grouped statement, as a sub-query; then `== 1`.",
        ),
        solution_code=suggest(),
        alternatives=(SUGGEST_WITHOUT_WINDOW,),
        wrong_answers=wrong_answers(*SUGGEST_SLIPS),
        judge=select_like(
            made_by(suggest()), mistakes(*SUGGEST_SLIPS), on=only("users", "follows")
        ),
        praise="Two steps through the graph, counted, ranked, and fair to all who tie.",
    ),
]
