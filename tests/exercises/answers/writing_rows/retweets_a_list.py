from learners import Learners

ROW = "user_id=user_id, post_id=n, timestamp=moment"

LEARNERS = Learners(
    right=(
        f"""
def retweet_all(engine, user_id, post_ids, moment):
    with Session(engine) as session, session.begin():
        for n in set(post_ids):
            if session.get(Retweet, {{"user_id": user_id, "post_id": n}}) is None:
                session.add(Retweet({ROW}))
""",
        f"""
def retweet_all(engine, user_id, post_ids, moment):
    with engine.connect() as connection:
        for n in post_ids:
            new = sqlite.insert(Retweet).values({ROW})
            connection.execute(new.on_conflict_do_nothing(index_elements=["post_id", "user_id"]))
        connection.commit()
""",
        f"""
def retweet_all(engine, user_id, post_ids, moment):
    with Session(engine) as session:
        mine = select(Retweet.post_id).where(Retweet.user_id == user_id)
        there = set(session.scalars(mine))
        session.add_all(Retweet({ROW}) for n in set(post_ids) - there)
        session.commit()
""",
        """
def retweet_all(engine, user_id, post_ids, moment):
    rows = [(user_id, n, moment) for n in post_ids]
    names = ("user_id", "post_id", "timestamp")
    new = sqlite.insert(Retweet).values([dict(zip(names, row)) for row in rows])
    with engine.begin() as connection:
        connection.execute(new.on_conflict_do_nothing())
""",
    ),
    named={
        f"""
def retweet_all(engine, user_id, post_ids, moment):
    with Session(engine) as s, s.begin():
        there = set(s.scalars(select(Retweet.post_id).where(Retweet.user_id == user_id)))
        for n in post_ids:
            if n not in there:
                s.add(Retweet({ROW}))
""": "twice in the list",
        f"""
def retweet_all(engine, user_id, post_ids, moment):
    with Session(engine) as session:
        for n in post_ids:
            session.execute(sqlite.insert(Retweet).values({ROW}).on_conflict_do_nothing())
""": "forgotten commit",
        """


def retweet_all(engine, user_id, post_ids, moment):
    with Session(engine) as session:
        for n in post_ids:
            insert_if_absent(session, Retweet, user_id=user_id, post_id=n, timestamp=moment)
""": "forgotten commit",
        f"""
def retweet_all(engine, user_id, post_ids, moment):
    with Session(engine) as session, transaction(session):
        for n in post_ids:
            if session.get(Retweet, (user_id, n)) is None:
                session.add(Retweet({ROW}))
""": "plain insert",
    },
    unnamed=(
        """
from microblog.models import Like


def retweet_all(engine, user_id, post_ids, moment):
    with Session(engine) as session, session.begin():
        for p in post_ids:
            new = sqlite.insert(Like).values(user_id=user_id, post_id=p)
            session.execute(new.on_conflict_do_nothing())
""",
        """
def retweet_all(engine, user_id, post_ids, moment):
    rows = [{"user_id": user_id, "post_id": n} for n in post_ids]
    with engine.begin() as connection:
        connection.execute(sqlite.insert(Retweet).on_conflict_do_nothing(), rows)
""",
        """
def retweet_all(engine, user_id, post_ids, moment):
    rows = [{"user_id": 4, "post_id": 2, "timestamp": moment}]
    with engine.begin() as connection:
        connection.execute(sqlite.insert(Retweet).on_conflict_do_nothing(), rows)
""",
        """
def retweet_all(engine, user_id, post_ids, moment):
    rows = [{"user_id": n, "post_id": user_id, "timestamp": moment} for n in post_ids]
    with engine.begin() as connection:
        connection.execute(sqlite.insert(Retweet).on_conflict_do_nothing(), rows)
""",
        """
from sqlalchemy import delete


def retweet_all(engine, user_id, post_ids, moment):
    rows = [{"user_id": user_id, "post_id": n, "timestamp": moment} for n in set(post_ids)]
    with engine.begin() as connection:
        connection.execute(delete(Retweet).where(Retweet.user_id == user_id))
        connection.execute(insert(Retweet), rows)
""",
        "answer = None",
    ),
)
