from learners import Learners

TOP = """from sqlalchemy import exists, or_, select, union, union_all
from sqlalchemy.orm import aliased

from microblog.models import Follow, User

ana = aliased(User)
"""
EXISTS = """
follows_ana = (
    select(Follow)
    .join(ana, ana.id == Follow.followee_id)
    .where(ana.username == "ana", Follow.follower_id == User.id)
)
answer = select(User.id).where((User.username == "ana") | follows_ana.exists())
"""
JOINED = """
rows = (
    select(User.id)
    .outerjoin(Follow, Follow.follower_id == User.id)
    .outerjoin(ana, ana.id == Follow.followee_id)
    .where(or_(User.username == "ana", ana.username == "ana"))
)
answer = rows.distinct()
"""

LEARNERS = Learners(
    right=(
        TOP + EXISTS,
        TOP + JOINED,
        TOP + JOINED.replace("rows.distinct()", "rows.group_by(User.id)"),
        TOP + EXISTS + "answer = answer.order_by(User.id)",
    ),
    named={
        TOP + EXISTS.replace('(User.username == "ana") | ', ""): "without ana",
        TOP + JOINED.replace('User.username == "ana", ', ""): "without ana",
        TOP + EXISTS.replace(" | follows_ana.exists()", ""): "only ana",
        TOP + 'answer = select(User.id).where(User.username != "")': "everybody",
    },
    unnamed=(
        TOP + JOINED.replace("rows.distinct()", "rows"),
        TOP + EXISTS.replace("select(User.id)", "select(User.username)"),
        TOP + EXISTS.replace('"ana"', '"keiko"'),
        TOP + "answer = select(Follow.follower_id).distinct()",
        TOP + EXISTS + "answer = answer.limit(2)",
        "answer = [9, 2]",
    ),
)
