from learners import Learners

TOP = """from sqlalchemy import func, select, update

from microblog.database import transaction


"""

LEARNERS = Learners(
    right=(
        TOP
        + """def book(session, trips, trip_id, people):
    with transaction(session):
        enough = trips.c.free >= people
        change = update(trips).where(trips.c.id == trip_id).where(enough)
        return session.execute(change.values({"free": trips.c.free - people})).rowcount > 0


answer = book""",
        TOP
        + """def book(session, trips, trip_id, people):
    change = trips.update().where(trips.c.id == trip_id, ~(trips.c.free < people))
    done = bool(session.execute(change.values(free=trips.c.free - people)).rowcount)
    session.commit()
    return done


answer = book""",
        TOP
        + """def book(session, trips, trip_id, people):
    change = update(trips).where(trips.c.id == trip_id, people <= trips.c.free)
    change = change.values(free=trips.c.free - people).returning(trips.c.id)
    done = session.execute(change).first() is not None
    session.commit()
    return done


answer = book""",
        TOP
        + """def book(session, trips, trip_id, people):
    if session.scalar(select(trips.c.id).where(trips.c.id == trip_id)) is None:
        return False
    change = update(trips).where(trips.c.id == trip_id, trips.c.free >= people)
    result = session.execute(change.values(free=trips.c.free - people))
    session.commit()
    return result.rowcount == 1


answer = book""",
    ),
    named={
        TOP
        + """def book(session, trips, trip_id, people):
    row = session.execute(select(trips).where(trips.c.id == trip_id)).one_or_none()
    if row and row.free >= people:
        with transaction(session):
            new = update(trips).where(trips.c.id == trip_id).values(free=row.free - people)
            session.execute(new)
        return True
    return False


answer = book""": "an old number",
        TOP
        + """def book(session, trips, trip_id, people):
    there = select(func.max(trips.c.free)).where(trips.c.id == trip_id)
    if (session.scalar(there) or 0) < people:
        return False
    with transaction(session):
        change = update(trips).where(trips.c.id == trip_id)
        session.execute(change.values(free=trips.c.free - people))
    return True


answer = book""": "look first",
        TOP
        + """def book(session, trips, trip_id, people):
    change = update(trips).where(trips.c.id == trip_id, trips.c.free >= people + 1)
    done = session.execute(change.values(free=trips.c.free - people)).rowcount == 1
    session.commit()
    return done


answer = book""": "the last seat stays",
    },
    unnamed=(
        TOP
        + """def book(session, trips, trip_id, people):
    change = update(trips).where(trips.c.id == trip_id, trips.c.free > 0)
    done = session.execute(change.values(free=trips.c.free - people)).rowcount == 1
    session.commit()
    return done


answer = book""",
        TOP
        + """def book(session, trips, trip_id, people):
    change = update(trips).where(trips.c.free >= people)
    done = session.execute(change.values(free=trips.c.free - people)).rowcount >= 1
    session.commit()
    return done


answer = book""",
        TOP
        + """def book(session, trips, trip_id, people):
    change = update(trips).where(trips.c.id == trip_id, trips.c.free >= people)
    session.execute(change.values(free=trips.c.free - people))
    session.commit()
    return True


answer = book""",
        TOP
        + """def book(session, trips, trip_id, people):
    change = update(trips).where(trips.c.id == trip_id, trips.c.free >= people)
    session.execute(change.values(free=trips.c.free - 1))
    session.commit()


answer = book""",
    ),
)
