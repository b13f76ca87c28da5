from learners import Learners

ARROWS = """
a = select(Post.owner_id.label("author"), Retweet.user_id.label("reader"))
a = a.join(Retweet, Retweet.post_id == Post.id).distinct().subquery()
"""
HERS = 'st = select(User.id, literal(0).label("steps")).where(User.username == "ana")\n'
START = ARROWS + HERS + 'st = st.cte("h", recursive=True)\n'
ON = "on = select(a.c.reader, st.c.steps + 1).join(st, st.c.id == a.c.author)\n"
LEAST = "answer = select(h.c.id, func.min(h.c.steps).label('steps')).group_by(h.c.id)"
UP_TO_THREE = "h = st.union_all(on.where(st.c.steps + 1 <= 3))\n"

LEARNERS = Learners(
    right=(
        START + ON + UP_TO_THREE + LEAST + ".order_by(h.c.id)",
        START
        + ON
        + """
h = st.union(on.where(st.c.steps < 3))
order = func.row_number().over(partition_by=h.c.id, order_by=h.c.steps).label("n")
n = select(h.c.id, h.c.steps, order).subquery()
answer = select(n.c.id, n.c.steps).where(n.c.n == 1)
""",
        ARROWS
        + """
from sqlalchemy.orm import aliased

b, c = a.alias(), a.alias()
ana = select(User.id).where(User.username == "ana").scalar_subquery()
one = select(a.c.reader, literal(1)).where(a.c.author == ana)
two = select(b.c.reader, literal(2)).select_from(a).join(b, b.c.author == a.c.reader)
three = select(c.c.reader, literal(3)).select_from(a).join(b, b.c.author == a.c.reader)
three = three.join(c, c.c.author == b.c.reader)
h = select(User.id, literal(0).label("steps")).where(User.username == "ana")
h = h.union_all(one, two.where(a.c.author == ana), three.where(a.c.author == ana)).subquery()
answer = select(h.c.id, func.min(h.c.steps)).group_by(h.c.id)
""",
        START
        + ON
        + """
h = st.union(on.where(st.c.steps.in_([0, 1, 2])))
answer = select(User.id, func.min(h.c.steps)).join(h, h.c.id == User.id).group_by(User.id)
""",
    ),
    named={
        START + ON + UP_TO_THREE + "answer = select(h.c.id, h.c.steps).distinct()": "each chain",
        START + ON + "h = st.union_all(on.where(st.c.steps < 4))\n" + LEAST: "a step too far",
        START + ON + "h = st.union(on.where(st.c.steps + 1 < 3))\n" + LEAST: "a step too short",
        START
        + "on = select(a.c.author, st.c.steps + 1).join(st, st.c.id == a.c.reader)\n"
        + UP_TO_THREE
        + LEAST: "the other direction",
        """
st = select(User.id, literal(0).label("steps")).where(User.username == "ana")
st = st.cte("h2", recursive=True)
on = select(Follow.follower_id, st.c.steps + 1).join(st, Follow.followee_id == st.c.id)
h = st.union(on.where(st.c.steps < 3))
answer = select(h.c.id, func.min(h.c.steps)).group_by(h.c.id)
""": "along follows",
        ARROWS
        + 'st = select(literal(2).label("id"), literal(0).label("steps"))\n'
        + 'st = st.cte("h", recursive=True)\n'
        + ON
        + UP_TO_THREE
        + "answer = select(h.c.id, func.min(h.c.steps)).join(User, User.id == h.c.id)"
        + ".group_by(h.c.id)": "her id by heart",
    },
    unnamed=(
        START + ON + "h = st.union(on)\n" + LEAST,
        START + ON + UP_TO_THREE + "answer = select(h.c.id).distinct()",
        START + ON + UP_TO_THREE + "answer = select(h.c.id, func.max(h.c.steps)).group_by(h.c.id)",
        ARROWS
        + 'st = select(User.id, literal(1).label("steps")).where(User.username == "ana")\n'
        + 'st = st.cte("h", recursive=True)\n'
        + ON
        + "h = st.union(on.where(st.c.steps < 4))\n"
        + LEAST,
        ARROWS
        + 'st = select(User.id, literal(0).label("steps")).where(User.username.startswith("ana"))\n'
        + 'st = st.cte("h", recursive=True)\n'
        + ON
        + UP_TO_THREE
        + LEAST,
        START
        + """
on = select(Follow.followee_id, st.c.steps + 1).join(st, Follow.follower_id == st.c.id)
h = st.union(on.where(st.c.steps < 3))
"""
        + LEAST,
        START + ON + UP_TO_THREE + "answer = select(h.c.id, h.c.steps).group_by(h.c.steps)",
        ARROWS
        + 'st = select(literal(2).label("id"), literal(0).label("steps"))\n'
        + 'st = st.cte("h", recursive=True)\n'
        + ON
        + UP_TO_THREE
        + LEAST,
    ),
)
