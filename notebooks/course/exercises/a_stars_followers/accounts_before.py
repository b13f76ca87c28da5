"""The next page of a list, by key."""

import random
from collections.abc import Iterator
from datetime import timedelta

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING, Rows, no_rows, user
from course.judges.work import Load, Working

BEFORE = EVENING - timedelta(hours=48)


def accounts() -> Iterator[Rows]:
    """Users of three moments, among them the last one seen: id 7, of the moment BEFORE."""
    yield no_rows()
    yield no_rows() | {"users": [user(7, "marta", -48)]}
    yield no_rows() | {"users": [user(7, "marta", -48), user(9, "ana", -72)]}
    yield no_rows() | {"users": [user(7, "marta", -48), user(3, "ana", -48)]}
    for seed in range(4):
        chance = random.Random(seed)
        hours = {number: chance.choice((-24, -48, -48, -72)) for number in range(1, 14)} | {7: -48}
        numbers = chance.sample(range(1, 14), 13)
        yield no_rows() | {"users": [user(n, f"user_{17 * n % 14}", hours[n]) for n in numbers]}


EXERCISE = Exercise(
    title="The accounts before",
    minutes=6,
    objective="page by key, so that the last page costs what the first one does",
    task="""A list of all accounts, newest first (`created_at`, then `id`), is read three at a
time. Return a `select()` of `id` and `username` of the next three accounts after the last one seen.
That one comes in two named parameters, `before` (a moment: `bindparam("before",
type_=UTCDateTime)`) and `before_id`. The check compares rows, and then how many steps the first
page and the last page take.""",
    starter="answer = ...  # your select() here",
    hints=(
        "Which accounts come after the last one seen? There are two ways to come after it.",
        "It is older, or as old with a smaller id. One comparison of pairs says both: "
        "`tuple_(…, …) < tuple_(…, …)`.",
        'The condition is `tuple_(User.created_at, User.id) < tuple_(bindparam("before", '
        'type_=UTCDateTime), bindparam("before_id"))`; then `order_by` and `limit(3)`.',
    ),
    imports="""
from sqlalchemy import and_, bindparam, or_, select, tuple_

from microblog.lists import page_by_time
from microblog.models import User, UTCDateTime
""",
    answers=(
        """
seen = tuple_(bindparam("before", type_=UTCDateTime), bindparam("before_id"))
older = tuple_(User.created_at, User.id) < seen
newest_first = (User.created_at.desc(), User.id.desc())

answer = select(User.id, User.username).where(older).order_by(*newest_first).limit(3)
""",
        """
before = bindparam("before", type_=UTCDateTime)
before_id = bindparam("before_id")
newest_first = (User.created_at.desc(), User.id.desc())
older = or_(User.created_at < before, User.id < before_id)

rows = select(User.id, User.username).where(User.created_at <= before, older)
answer = rows.order_by(*newest_first).limit(3)
""",
        """
rows = select(User.id, User.username)
answer = page_by_time(rows, User.created_at, User.id).limit(3)
""",
    ),
    mistakes=(
        Mistake(
            "or",
            """
before = bindparam("before", type_=UTCDateTime)
before_id = bindparam("before_id")
newest_first = (User.created_at.desc(), User.id.desc())
older = or_(
    User.created_at < before, and_(User.created_at == before, User.id < before_id)
)

answer = select(User.id, User.username).where(older).order_by(*newest_first).limit(3)
""",
            "The first page and the last don't take the same work. A condition with an `or`, for "
            "example, has no single place in the index: SQLite begins with the newest account and "
            "tries the condition on one after the other. Compare the pair of moment and id as a "
            "whole.",
        ),
        Mistake(
            "both smaller",
            """
before = bindparam("before", type_=UTCDateTime)
before_id = bindparam("before_id")
newest_first = (User.created_at.desc(), User.id.desc())
older = and_(User.created_at < before, User.id < before_id)

answer = select(User.id, User.username).where(older).order_by(*newest_first).limit(3)
""",
            "You ask for accounts that are older and have a smaller id. An older account comes "
            "after the last one seen whatever its id; the id decides only where the moments are "
            "equal.",
        ),
        Mistake(
            "ties lost",
            """
before = bindparam("before", type_=UTCDateTime)
others = User.id != bindparam("before_id")
newest_first = (User.created_at.desc(), User.id.desc())

rows = select(User.id, User.username).where(User.created_at < before, others)
answer = rows.order_by(*newest_first).limit(3)
""",
            "Accounts as old as the last one seen, with a smaller id, are missing: no page would "
            "ever show them.",
        ),
        Mistake(
            "ties twice",
            """
before = bindparam("before", type_=UTCDateTime)
others = User.id != bindparam("before_id")
newest_first = (User.created_at.desc(), User.id.desc())

rows = select(User.id, User.username).where(User.created_at <= before, others)
answer = rows.order_by(*newest_first).limit(3)
""",
            "Accounts as old as the last one seen, with a larger id, come again: they were on an "
            "earlier page.",
        ),
        Mistake(
            "the last one again",
            """
seen = tuple_(bindparam("before", type_=UTCDateTime), bindparam("before_id"))
older = tuple_(User.created_at, User.id) <= seen
newest_first = (User.created_at.desc(), User.id.desc())

answer = select(User.id, User.username).where(older).order_by(*newest_first).limit(3)
""",
            "The last account that was seen comes again, as the first of the next page.",
        ),
    ),
    judge=Working(
        ordered=True,
        on=accounts,
        parameters={"before": BEFORE, "before_id": 7},
        hidden={"email", "hashed_password"},
        loads=(
            Load("The first page", 4_000, {"before": EVENING.replace(year=2030), "before_id": 0}),
            Load(
                "The last page", 4_000, {"before": EVENING.replace(month=5, day=2), "before_id": 5}
            ),
        ),
    ),
    praise="The right rows, and the last page takes as many steps as the first.",
)
