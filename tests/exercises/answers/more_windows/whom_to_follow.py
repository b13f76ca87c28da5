from learners import Learners

PAIRS = """
a, b, c = aliased(Follow), aliased(Follow), aliased(Follow)
me, them, n = a.follower_id, b.followee_id, func.count().label("n")
pairs = select(me.label("me"), them.label("them"), n).select_from(a)
pairs = pairs.join(b, b.follower_id == a.followee_id).group_by(me, them)
mine = select(c.followee_id).where(c.follower_id == me)
"""
GOOD = "pairs = pairs.where(them != me, them.not_in(mine))\n"
MOST = """
p = pairs.cte()
q = p.alias()
most = select(func.max(q.c.n)).where(q.c.me == p.c.me).scalar_subquery()
answer = select(p.c.me, p.c.them, p.c.n).where(p.c.n == most)
"""

LEARNERS = Learners(
    right=(
        PAIRS + GOOD + MOST,
        PAIRS
        + GOOD
        + """
p = pairs.subquery()
rank = func.dense_rank().over(partition_by=p.c.me, order_by=-p.c.n).label("rank")
r = select(p.c.me, p.c.them, p.c.n, rank).subquery()
answer = select(r.c.me, r.c.them, r.c.n).where(r.c.rank == 1).order_by(r.c.me)
""",
        PAIRS
        + GOOD
        + """
p = pairs.cte()
q = p.alias()
better = select(q).where(q.c.me == p.c.me, q.c.n > p.c.n).exists()
answer = select(p).where(~better)
""",
        PAIRS
        + """
own = (c.follower_id == me) & (c.followee_id == them)
pairs = pairs.outerjoin(c, own).where(c.follower_id.is_(None)).where(~(me == them))
p = pairs.subquery()
most = func.max(p.c.n).over(partition_by=p.c.me).label("most")
m = select(p, most).subquery()
answer = select(m.c.me, m.c.them, m.c.n).where(m.c.n == m.c.most)
""",
    ),
    named={
        PAIRS + "pairs = pairs.where(them.not_in(mine))\n" + MOST: "oneself",
        PAIRS + "pairs = pairs.where(them != me)\n" + MOST: "already followed",
        PAIRS + MOST: "everybody",
        PAIRS + GOOD + "answer = pairs": "all candidates",
        PAIRS
        + GOOD
        + """
p = pairs.cte()
answer = select(p).where(p.c.n == select(func.max(p.alias().c.n)).scalar_subquery())
""": "the best of all",
    },
    unnamed=(
        PAIRS + GOOD + "answer = pairs.order_by(n.desc()).limit(1)",
        # without the number
        PAIRS
        + GOOD
        + """
p = pairs.cte()
q = p.alias()
most = select(func.max(q.c.n)).where(q.c.me == p.c.me).scalar_subquery()
answer = select(p.c.me, p.c.them).where(p.c.n == most)
""",
        # the most popular of all, not of those whom one follows
        PAIRS
        + GOOD
        + """
many = select(Follow.followee_id, func.count().label("n")).group_by(Follow.followee_id).subquery()
p = select(pairs.subquery()).cte()
q = select(p.c.me, p.c.them, many.c.n).join(many, many.c.followee_id == p.c.them).cte()
r = q.alias()
most = select(func.max(r.c.n)).where(r.c.me == q.c.me).scalar_subquery()
answer = select(q).where(q.c.n == most)
""",
        # one follow in place of two
        """
n = func.count().label("n")
answer = select(Follow.follower_id, Follow.followee_id, n)
answer = answer.group_by(Follow.follower_id, Follow.followee_id)
""",
        # those who follow the same people
        """
a, b = aliased(Follow), aliased(Follow)
n = func.count().label("n")
answer = select(a.follower_id, b.follower_id, n).join(b, b.followee_id == a.followee_id)
answer = answer.where(a.follower_id != b.follower_id).group_by(a.follower_id, b.follower_id)
""",
        # ranked before the ones already followed are left out
        PAIRS
        + """
place = func.rank().over(partition_by=me, order_by=n.desc()).label("place")
p = pairs.add_columns(place).subquery()
mine = select(Follow.followee_id).where(Follow.follower_id == p.c.me)
answer = select(p.c.me, p.c.them, p.c.n)
answer = answer.where(p.c.place == 1, p.c.them != p.c.me, p.c.them.not_in(mine))
""",
    ),
)
