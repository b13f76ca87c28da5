from learners import Learners

ANA = 'start = select(User.id, literal(0).label("steps")).where(User.username == "ana")\n'
START = ANA + 'up = start.cte("up", recursive=True)\n'
STEP = "step = select(Follow.followee_id, up.c.steps + 1).where(Follow.follower_id == up.c.id)\n"
LEAST = "answer = select(up.c.id, func.min(up.c.steps).label('steps')).group_by(up.c.id)"

LEARNERS = Learners(
    right=(
        START + STEP + "up = up.union(step.where(up.c.steps != 2))\n" + LEAST,
        START + STEP + "up = up.union_all(step.where(up.c.steps + 1 <= 2))\n" + LEAST,
        START
        + STEP
        + """
up = up.union(step.where(up.c.steps < 2))
place = func.row_number().over(partition_by=up.c.id, order_by=up.c.steps).label("place")
rows = select(up.c.id, up.c.steps, place).subquery()
answer = select(rows.c.id, rows.c.steps).where(rows.c.place == 1)
""",
        START
        + STEP
        + """
up = up.union(step.where(up.c.steps < 5))
answer = select(up.c.id, func.min(up.c.steps)).where(up.c.steps <= 2).group_by(up.c.id)
""",
    ),
    named={
        START
        + """
step = select(Follow.follower_id, up.c.steps + 1).where(Follow.followee_id == up.c.id)
up = up.union_all(step.where(up.c.steps < 2))
"""
        + LEAST: "the followers",
        START + STEP + "up = up.union(step.where(up.c.steps < 3))\n" + LEAST: "a step too far",
        START + STEP + "up = up.union(step.where(up.c.steps == 0))\n" + LEAST: "a step too short",
        START
        + STEP
        + """
up = up.union_all(step.where(up.c.steps < 2))
answer = select(up.c.id, func.max(up.c.steps)).group_by(up.c.id)
""": "the longest way",
    },
    unnamed=(
        START
        + STEP
        + """
up = up.union(step.where(up.c.steps < 2))
answer = select(up.c.id, func.sum(up.c.steps)).group_by(up.c.id)
""",
        START + STEP + "up = up.union(step.where(up.c.steps < 2))\nanswer = select(up)",
        START
        + STEP
        + """
up = up.union(step.where(up.c.steps < 2))
answer = select(up.c.id, func.min(up.c.steps)).where(up.c.steps > 0).group_by(up.c.id)
""",
        """
start = select(literal(2).label("id"), literal(0).label("steps"))
up = start.cte("up", recursive=True)
step = select(Follow.followee_id, up.c.steps + 1).where(Follow.follower_id == up.c.id)
up = up.union(step.where(up.c.steps < 2))
answer = select(up.c.id, func.min(up.c.steps)).group_by(up.c.id)
""",
        START
        + """
step = select(Follow.followee_id, up.c.steps + 1).where(Follow.followee_id == up.c.id)
up = up.union(step.where(up.c.steps < 2))
"""
        + LEAST,
        START + STEP + "up = up.union(step.where(up.c.steps < 2))\nanswer = select(up.c.id)",
    ),
)
