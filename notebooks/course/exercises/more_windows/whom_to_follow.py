"""Friends of friends, counted, ranked for each user."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

STEPS = """
second, direct = aliased(Follow), aliased(Follow)
me, candidate = Follow.follower_id, second.followee_id
known = select(direct).where(direct.follower_id == me, direct.followee_id == candidate)
common = func.count().label("common")
steps = select(me, candidate, common).join(second, second.follower_id == Follow.followee_id)
steps = steps.group_by(me, candidate)
"""
STRANGERS = "steps = steps.where(me != candidate, ~known.exists())\n"
RANK = 'place = func.rank().over(partition_by=me, order_by=common.desc()).label("place")\n'
BEST = """
steps = steps.add_columns(place).subquery()
best = select(steps.c.follower_id, steps.c.followee_id, steps.c.common)
answer = best.where(steps.c.place == 1)
"""

EXERCISE = Exercise(
    title="Whom to follow",
    minutes=10,
    objective="keep every row that ties with the last one you want",
    task="""Suggest to each user whom to follow. A candidate is followed by at least one of the
people whom the user follows. It is never the user themselves, nor anybody whom they follow already.
The more of these people follow a candidate, the better. Select `follower_id`, the candidate's
`followee_id` and that number, for each user's best candidate, or all of them if several tie.""",
    starter="answer = ...  # your select() here",
    hints=(
        "Find all candidates first, good or bad. A candidate is two follows away, so you need "
        "`Follow` twice. Which columns join the two?",
        "Grouped by user and candidate, `func.count()` is the number of ways. Windows are "
        "evaluated after GROUP BY, so a rank can order by that count in the same statement. Which "
        "rank keeps those that tie, and what is its group?",
        "`func.rank().over(partition_by=Follow.follower_id, order_by=func.count().desc())` in "
        "the grouped statement, as a sub-query; then `== 1`.",
    ),
    imports="""
from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import aliased

from microblog.models import Follow
""",
    answers=(
        STEPS + STRANGERS + RANK + BEST,
        """
second, direct = aliased(Follow), aliased(Follow)
me, candidate = Follow.follower_id, second.followee_id
known = select(direct.follower_id, direct.followee_id)
steps = select(me, candidate, func.count().label("common"))
steps = steps.join(second, second.follower_id == Follow.followee_id).where(me != candidate)
steps = steps.where(tuple_(me, candidate).not_in(known)).group_by(me, candidate).cte()
other = steps.alias()
most = select(func.max(other.c.common)).where(other.c.follower_id == steps.c.follower_id)
answer = select(steps).where(steps.c.common == most.scalar_subquery())
""",
    ),
    mistakes=(
        Mistake(
            "oneself",
            STEPS + "steps = steps.where(~known.exists())\n" + RANK + BEST,
            "Some users are told to follow themselves: if two follow each other, two steps lead "
            "back to the start.",
        ),
        Mistake(
            "already followed",
            STEPS + "steps = steps.where(me != candidate)\n" + RANK + BEST,
            "You suggest people whom the user follows already.",
        ),
        Mistake(
            "everybody",
            STEPS + RANK + BEST,
            "You suggest people whom the user follows already, and the users themselves.",
        ),
        Mistake(
            "ties cut",
            STEPS
            + STRANGERS
            + """
most = (common.desc(), candidate)
place = func.row_number().over(partition_by=me, order_by=most).label("place")"""
            + BEST,
            "If several candidates tie for the first place, you return only one of them. The "
            "question asks for all.",
        ),
        Mistake(
            "the best of all",
            STEPS
            + STRANGERS
            + 'place = func.rank().over(order_by=common.desc()).label("place")'
            + BEST,
            "These are the best suggestions of all. The question asks for the best ones of each "
            "user.",
        ),
        Mistake(
            "the fewest",
            STEPS
            + STRANGERS
            + 'place = func.rank().over(partition_by=me, order_by=common).label("place")'
            + BEST,
            "You return the candidates with the *smallest* number. The question asks for the "
            "largest.",
        ),
        Mistake(
            "all candidates",
            STEPS + STRANGERS + "answer = steps",
            "These are all candidates. The question asks only for the best ones of each user.",
        ),
    ),
    judge=Selecting(),
    praise="Two steps through the graph, counted, ranked, and every candidate that ties is in.",
)
