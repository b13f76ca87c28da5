from learners import Learners

FOLLOWED = "select(Follow.followee_id).where(Follow.follower_id == 1)"
BOUND = 'answer = select(func.coalesce(third, START_OF_TIME).label("moment"))'


def bound(
    where: str, order: str = "Post.timestamp.desc()", last: str = BOUND, skip: int = 2
) -> str:
    return f"""
followed = {FOLLOWED}
third = select(Post.timestamp).where({where}).order_by({order})
third = third.limit(1).offset({skip}).scalar_subquery()
{last}
"""


BOTH = "(Post.owner_id == 1) | Post.owner_id.in_(followed)"
LEARNERS = Learners(
    right=(
        bound(BOTH),
        bound(BOTH, "Post.timestamp.desc(), Post.id.desc()"),
        bound("Post.owner_id.in_(union_all(followed, select(literal(1))))"),
        bound("or_(Post.owner_id.in_(followed), Post.owner_id.in_([1]))"),
        f"""
from sqlalchemy import exists

follows = exists().where(Follow.follower_id == 1, Follow.followee_id == Post.owner_id)
third = select(Post.timestamp).where(or_(Post.owner_id == 1, follows))
third = third.order_by(Post.timestamp.desc()).offset(2).limit(1).scalar_subquery()
{BOUND}
""",
    ),
    named={
        bound(BOTH, last='answer = select(third.label("moment"))'): "NULL",
        bound("Post.owner_id.in_(followed)"): "without the reader",
        bound("Post.owner_id > 0"): "everybody",
        bound(
            BOTH.replace("followed", "select(Follow.follower_id).where(Follow.followee_id == 1)")
        ): ("the followers"),
        bound(BOTH, skip=3): "the fourth",
        bound(BOTH, "Post.timestamp"): "the oldest",
    },
    unnamed=(
        bound("Post.owner_id == 1"),
        bound(BOTH, skip=1),
        bound(BOTH, skip=0),
        bound("(Post.owner_id == 1) & Post.owner_id.in_(followed)"),
        bound(BOTH, last="answer = select(func.coalesce(third, START_OF_TIME))"),
        bound(BOTH, "Post.id.desc()"),
        f"""
followed = {FOLLOWED}
rows = select(Post.timestamp).where({BOTH}).order_by(Post.timestamp.desc()).limit(3).subquery()
answer = select(func.coalesce(func.min(rows.c.timestamp), START_OF_TIME).label("moment"))
""",
    ),
)
