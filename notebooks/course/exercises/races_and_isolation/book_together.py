"""Several seats of a trip, booked by one UPDATE that checks that there are enough."""

from typing import Any

from sqlalchemy import (
    Column,
    Engine,
    Integer,
    MetaData,
    Table,
    create_engine,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Session

from course.databases import empty_database
from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying
from microblog.database import make_engine, make_session_factory

TRIPS = Table("trips", MetaData(), Column("id", Integer, primary_key=True), Column("free", Integer))
FREE = [{"id": 2, "free": 3}, {"id": 5, "free": 3}, {"id": 9, "free": 0}]


def filled(engine: Engine) -> Engine:
    TRIPS.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(TRIPS), FREE)
    return engine


def seats(engine: Engine) -> dict[int, int]:
    with engine.connect() as connection:
        found = connection.execute(select(TRIPS.c.id, TRIPS.c.free).order_by(TRIPS.c.id))
        return {row.id: row.free for row in found}


def booking(*calls: tuple[int, int]) -> Trial:
    told = ", then ".join(f"{people} for trip {trip_id}" for trip_id, people in calls)

    def run(book: Any) -> Observed:
        engine = filled(make_engine(empty_database()))
        returned = []
        try:
            for trip_id, people in calls:
                with make_session_factory(engine)() as session:
                    returned.append(book(session, TRIPS, trip_id, people))
            return {"returned": returned, "free in the end": seats(engine)}
        finally:
            engine.dispose()

    return Trial(f"Free seats: 3 in trip 2, 3 in trip 5, none in trip 9. Booked: {told}.", run)


def in_a_race(book: Any) -> Observed:
    """Where a look locks nothing, as on PostgreSQL, somebody else books right after it."""
    engine = filled(create_engine(empty_database(), isolation_level="AUTOCOMMIT"))
    others: list[int] = []

    def after(connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("SELECT") and not others:
            others.append(2)
            connection.execute(update(TRIPS).where(TRIPS.c.id == 2).values(free=TRIPS.c.free - 2))

    event.listen(engine, "after_cursor_execute", after)
    try:
        with Session(engine) as session:
            mine = 2 if book(session, TRIPS, 2, 2) is True else 0
        event.remove(engine, "after_cursor_execute", after)
        sold = mine + sum(others)
        return {"seats sold of 3": sold, "free": seats(engine)[2]}
    finally:
        engine.dispose()


TRIALS = (
    booking((2, 1)),
    booking((2, 3)),
    booking((2, 4)),
    booking((9, 1)),
    booking((2, 2), (2, 2), (5, 2)),
    booking((7, 1)),
    Trial(
        "Two people book trip 2, which has 3 free seats, on PostgreSQL. If you look first, two "
        "others book right after your look.",
        in_a_race,
    ),
)

EXERCISE = Exercise(
    title="Seats for all of us",
    minutes=4,
    objective="change a number so that no change is lost",
    task="""Friends book together, all of them or none. Fill in the gaps:
`book(session, trips, trip_id, people)` takes that many seats from a trip if it has enough, commits,
and returns whether it did. `trips` is a table with the columns `id` and `free`. It has to be right
on both databases when two groups come at once.""",
    starter="""def book(session, trips, trip_id, people):
    take = update(trips).where(trips.c.id == trip_id, ____)
    taken = session.execute(take.values(free=____))
    session.____()
    return taken.rowcount == 1


answer = book""",
    hints=(
        "The condition in the `where` is about the seats that are free when the row is changed.",
        "The new value is worked out from the column itself, `trips.c.free`, by the database.",
        "`trips.c.free >= people`, then `free=trips.c.free - people`, then `session.commit()`.",
    ),
    imports="from sqlalchemy import select, update\n",
    answers=(
        """def book(session, trips, trip_id, people):
    take = update(trips).where(trips.c.id == trip_id, trips.c.free >= people)
    taken = session.execute(take.values(free=trips.c.free - people))
    session.commit()
    return taken.rowcount == 1""",
        """def book(session, trips, trip_id, people):
    take = update(trips).where((trips.c.id == trip_id) & (trips.c.free - people >= 0))
    take = take.values(free=trips.c.free - people).returning(trips.c.free)
    left = session.scalar(take)
    session.commit()
    return left is not None""",
    ),
    mistakes=(
        Mistake(
            "look first",
            """def book(session, trips, trip_id, people):
    free = session.scalar(select(trips.c.free).where(trips.c.id == trip_id))
    if free is None or free < people:
        return False
    take = update(trips).where(trips.c.id == trip_id)
    session.execute(take.values(free=trips.c.free - people))
    session.commit()
    return True""",
            "More seats are sold than there are, when others book between your look and your "
            "`update`. Put the condition into the `update`.",
        ),
        Mistake(
            "an old number",
            """def book(session, trips, trip_id, people):
    free = session.scalar(select(trips.c.free).where(trips.c.id == trip_id))
    if free is None or free < people:
        return False
    session.execute(update(trips).where(trips.c.id == trip_id).values(free=free - people))
    session.commit()
    return True""",
            "The booking of the others is lost: you write a number that was worked out from an "
            "old one. Let the database work it out, in an `update` with a condition.",
        ),
        Mistake(
            "no condition",
            """def book(session, trips, trip_id, people):
    take = update(trips).where(trips.c.id == trip_id)
    taken = session.execute(take.values(free=trips.c.free - people))
    session.commit()
    return taken.rowcount == 1""",
            "A trip without enough seats is booked all the same, and its free seats are negative.",
        ),
        Mistake(
            "the last seat stays",
            """def book(session, trips, trip_id, people):
    take = update(trips).where(trips.c.id == trip_id, trips.c.free > people)
    taken = session.execute(take.values(free=trips.c.free - people))
    session.commit()
    return taken.rowcount == 1""",
            "Three people can't book the last three seats. Enough means as many as they are, or "
            "more.",
        ),
        Mistake(
            "no commit",
            """def book(session, trips, trip_id, people):
    take = update(trips).where(trips.c.id == trip_id, trips.c.free >= people)
    return session.execute(take.values(free=trips.c.free - people)).rowcount == 1""",
            "You return True, and all seats are free afterwards. The change wasn't committed.",
        ),
    ),
    judge=Trying(TRIALS),
    praise="One statement looks, decides and writes, while it holds the row.",
)
