"""A timeline's lower bound as a statement."""

import random
from collections.abc import Collection, Iterator, Mapping, Sequence

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import HOURS, Rows, no_rows, post, user
from course.judges.selects import Selecting

FRIENDS = (1, 3, 4, 6)  # ids; user 1 is the one who reads


def timelines() -> Iterator[Rows]:
    """User 1 and three others, some of whom user 1 follows."""
    yield friends({}, follows=())
    yield friends({1: (0,)}, follows=())
    yield friends({1: (3,), 4: (2, 1, 1)}, follows=())
    yield friends({3: (1, 5, 2), 4: (6, 7)}, follows=(3,))
    yield friends({1: (2,), 3: (1, 5), 4: (6, 7, 8)}, follows=(3,))
    yield friends({1: (2, 2), 3: (2, 1), 6: (9,)}, follows=(3, 4))
    for seed in range(5):
        chance = random.Random(seed)
        written = {each: chance.sample(HOURS, chance.randrange(2, 6)) for each in FRIENDS}
        yield friends(written, follows=chance.sample(FRIENDS[1:], 1 + seed % 2))


def friends(written: Mapping[int, Sequence[float]], follows: Collection[int]) -> Rows:
    """Who wrote at which hours, and whom user 1 follows; 4 and 6 follow user 1."""
    rows = no_rows()
    rows["users"] = [user(4, "Zoe"), user(1, "jonas"), user(6, "ana"), user(3, "keiko")]
    moments = [(owner, hour) for owner, hours in written.items() for hour in hours]
    for place, (owner, hour) in enumerate(moments):
        rows["posts"].append(post(7 * place % 29 + 1, "Dark.", owner, hour))
    chosen = [each for each in FRIENDS[1:] if each in follows]
    pairs = [(1, each) for each in chosen] + [(each, 1) for each in FRIENDS if each % 2 == 0]
    rows["follows"] = [{"follower_id": one, "followee_id": other} for one, other in pairs]
    return rows


AUTHORS = """
followed = select(Follow.followee_id).where(Follow.follower_id == 1)
authors = union_all(followed, select(literal(1)))
"""
THIRD = """
third = select(Post.timestamp).where(Post.owner_id.in_(authors))
third = third.order_by(Post.timestamp.desc()).limit(1).offset(2).scalar_subquery()
"""
BOUND = 'answer = select(func.coalesce(third, START_OF_TIME).label("moment"))\n'

EXERCISE = Exercise(
    title="The bound",
    minutes=7,
    objective="write a bound as a sub-query, with an answer where there are too few rows",
    task="""User 1 asks for a page of three. Return a `select()` of one row and one column,
`moment`: when the third newest post was written of all those by user 1 and by the people whom
user 1 follows. Where there are fewer than three, it's `START_OF_TIME`.""",
    starter="""from microblog.lists import START_OF_TIME

answer = ...  # your select() here""",
    hints=(
        "Write the `select` of the moments first, newest first. Which posts belong to it?",
        "`limit(1).offset(2)` leaves the third. As a `scalar_subquery()` it's one value, NULL "
        "where there's no third.",
        'With that sub-query as `third`: `select(func.coalesce(third, START_OF_TIME).label("moment'
        '"))`. The authors are `select(Follow.followee_id).where(Follow.follower_id == 1)`, and 1.',
    ),
    imports="""
from sqlalchemy import func, literal, or_, select, union_all

from microblog.lists import START_OF_TIME
from microblog.models import Follow, Post
""",
    answers=(
        AUTHORS + THIRD + BOUND,
        """
followed = select(Follow.followee_id).where(Follow.follower_id == 1)
third = select(Post.timestamp).where(or_(Post.owner_id == 1, Post.owner_id.in_(followed)))
third = third.order_by(Post.timestamp.desc()).limit(1).offset(2).scalar_subquery()
"""
        + BOUND,
    ),
    mistakes=(
        Mistake(
            "NULL",
            AUTHORS + THIRD + 'answer = select(third.label("moment"))\n',
            "Where there are fewer than three posts, your moment is NULL, and no comparison with "
            "NULL is true: the timeline would be empty. `coalesce` gives it a value.",
        ),
        Mistake(
            "without the reader",
            AUTHORS.replace("union_all(followed, select(literal(1)))", "followed") + THIRD + BOUND,
            "You leave out the posts of user 1, who doesn't follow user 1. They belong to the "
            "timeline, too.",
        ),
        Mistake(
            "everybody",
            THIRD.replace(".where(Post.owner_id.in_(authors))", "") + BOUND,
            "You count everybody's posts, also those of people whom user 1 doesn't follow.",
        ),
        Mistake(
            "the followers",
            AUTHORS.replace(
                "select(Follow.followee_id).where(Follow.follower_id == 1)",
                "select(Follow.follower_id).where(Follow.followee_id == 1)",
            )
            + THIRD
            + BOUND,
            "You take the posts of those who follow user 1. The timeline has the posts of those "
            "whom user 1 follows.",
        ),
        Mistake(
            "the fourth",
            AUTHORS + THIRD.replace("offset(2)", "offset(3)") + BOUND,
            "You take the fourth newest post. `offset` is how many are skipped before it.",
        ),
        Mistake(
            "the oldest",
            AUTHORS + THIRD.replace("Post.timestamp.desc()", "Post.timestamp") + BOUND,
            "You take the third oldest post. Newest first is a descending order.",
        ),
    ),
    judge=Selecting(on=timelines, names=("moment",)),
    praise="One moment, found before anything is collected, and it exists even for an empty list.",
)
