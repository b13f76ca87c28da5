from learners import Learners

START = """
o, t = aliased(User), aliased(User)
th, bk = aliased(Follow), aliased(Follow)
rows = select(o.username, t.username).join(th, th.follower_id == o.id)
rows = rows.join(t, t.id == th.followee_id)
"""
BACK = "rows = rows.join(bk, (bk.follower_id == t.id) & (bk.followee_id == o.id))\n"

LEARNERS = Learners(
    right=(
        """
a = aliased(User)
b = aliased(User)
answer = (
    select(a.username, b.username)
    .join(a.following.of_type(b))
    .where(a.id < b.id, b.following.any(User.id == a.id))
    .distinct()
)
""",
        START + BACK + "answer = rows.where(th.follower_id < th.followee_id).order_by(o.id)",
        START
        + "back = select(bk).where(bk.follower_id == t.id, bk.followee_id == o.id).exists()\n"
        + "answer = rows.where(back, t.id > o.id)",
        """
th, bk = aliased(Follow), aliased(Follow)
pairs = select(th.follower_id, th.followee_id).where(th.follower_id < th.followee_id)
pairs = pairs.intersect(select(bk.followee_id, bk.follower_id)).subquery()
o, t = aliased(User), aliased(User)
answer = select(o.username, t.username).select_from(pairs)
answer = answer.join(o, o.id == pairs.c.follower_id).join(t, t.id == pairs.c.followee_id)
""",
        START + BACK + "answer = rows.where(o.id < t.id).distinct()",
    ),
    named={
        """
o, t = (aliased(User), aliased(User))
th, bk = (aliased(Follow), aliased(Follow))
answer = (
    select(o.username, t.username)
    .join(th, th.follower_id == o.id)
    .join(t, t.id == th.followee_id)
    .join(bk, (bk.follower_id == t.id) & (bk.followee_id == o.id))
    .where(o.username < t.username)
)
""": "the smaller name",
        START + BACK + "answer = rows.where(o.username < t.username)": "the smaller name",
        START + BACK + "answer = rows.where(o.id != t.id)": "each pair twice",
        START + "answer = rows.where(t.id > o.id)": "one direction of each",
        START + BACK + "answer = rows.where(t.id < o.id)": "turned round",
    },
    unnamed=(
        START + BACK + "answer = rows.where(o.id < t.id).with_only_columns(o.id, t.id)",
        START + BACK + "answer = rows.where(o.username > t.username)",
        START + "answer = rows.where(o.username < t.username)",
        """
o, t = aliased(User), aliased(User)
answer = select(o.username, t.username).where(o.id < t.id)
""",
    ),
)
