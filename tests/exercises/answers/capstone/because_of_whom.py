from learners import Learners

TOP = """from sqlalchemy import and_, func, select
from sqlalchemy.orm import aliased

from microblog.models import Follow, User

first, then, friend, me = aliased(Follow), aliased(Follow), aliased(User), aliased(User)
ana = select(User.id).where(User.username == "ana").scalar_subquery()
"""
STEPS = """
steps = (
    select(then.followee_id.label("id"), friend.username)
    .join(first, first.followee_id == then.follower_id)
    .join(friend, friend.id == first.followee_id)
    .where(first.follower_id == ana)
    .subquery()
)
known = select(Follow.followee_id).where(Follow.follower_id == ana)
answer = (
    select(steps.c.id, func.count(), func.min(steps.c.username))
    .where(steps.c.id != ana, steps.c.id.not_in(known))
    .group_by(steps.c.id)
)
"""
ANTI = """
known = aliased(Follow)
answer = (
    select(then.followee_id, func.count().label("size"), func.min(friend.username).label("min"))
    .select_from(me)
    .join(first, first.follower_id == me.id)
    .join(friend, friend.id == first.followee_id)
    .join(then, then.follower_id == friend.id)
    .outerjoin(
        known, and_(known.follower_id == me.id, known.followee_id == then.followee_id)
    )
    .where(me.username == "ana", then.followee_id != me.id, known.follower_id.is_(None))
    .group_by(then.followee_id)
)
"""

LEARNERS = Learners(
    right=(
        TOP + STEPS,
        TOP + ANTI,
        TOP + STEPS.replace("func.count()", "func.count(steps.c.username.distinct())"),
        TOP + STEPS + "answer = answer.order_by(func.count().desc()).limit(1000)",
    ),
    named={
        TOP + STEPS.replace("func.min(", "func.max("): "the greatest name",
        TOP + STEPS.replace("steps.c.id != ana, ", ""): "herself",
        TOP + STEPS.replace(", steps.c.id.not_in(known)", ""): "already followed",
        TOP + ANTI.replace("then.followee_id != me.id, ", ""): "herself",
        TOP
        + ANTI.replace(
            ", then.followee_id != me.id, known.follower_id.is_(None)", ""
        ): "herself and already followed",
    },
    unnamed=(
        TOP + STEPS.replace("first.follower_id == ana", "first.followee_id == ana"),
        TOP + STEPS.replace(", func.min(steps.c.username)", ""),
        TOP + STEPS.replace(".group_by(steps.c.id)", ".group_by(steps.c.id, steps.c.username)"),
        TOP + STEPS + "answer = answer.order_by(func.count().desc()).limit(5)",
        TOP.replace('"ana"', '"keiko"') + STEPS,
        'answer = "followed by keiko and 3 others"',
    ),
)
