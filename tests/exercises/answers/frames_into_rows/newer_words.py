from learners import Learners

UPSERT = """
def save_posts(engine, rows):
    new = sqlite.insert(Post)
    new = new.on_conflict_do_update(index_elements=["id"], set_={"content": new.excluded.content})
"""

LEARNERS = Learners(
    right=(
        UPSERT + "    with engine.begin() as c:\n        for row in rows:\n"
        "            c.execute(new, row)",
        UPSERT + "    with Session(engine) as session:\n        session.execute(new, rows)\n"
        "        session.commit()",
        """
from sqlalchemy import update


def save_posts(engine, rows):
    with engine.begin() as c:
        for row in rows:
            change = update(Post).where(Post.id == row["id"]).values(content=row["content"])
            if c.execute(change).rowcount == 0:
                c.execute(insert(Post), row)
""",
        """
from sqlalchemy import select


def save_posts(engine, rows):
    with Session(engine) as session, session.begin():
        known = {post.id: post for post in session.scalars(select(Post))}
        for row in rows:
            if row["id"] in known:
                known[row["id"]].content = row["content"]
            else:
                session.add(Post(**row))
""",
    ),
    named={
        UPSERT + "    with Session(engine) as session:\n        session.execute(new, rows)": (
            "forgotten commit"
        ),
        """
def save_posts(engine, rows):
    new = sqlite.insert(Post)
    names = ("content", "owner_id", "timestamp")
    new = new.on_conflict_do_update(
        index_elements=[Post.id], set_={name: new.excluded[name] for name in names}
    )
    with engine.begin() as connection:
        connection.execute(new, rows)
""": "all columns",
        """
def save_posts(engine, rows):
    with engine.begin() as connection:
        for row in rows:
            connection.execute(delete(Post).where(Post.id == row["id"]))
            connection.execute(insert(Post), row)
""": "or replace",
        """
def save_posts(engine, rows):
    with Session(engine) as session:
        session.add_all(Post(**row) for row in rows)
        session.commit()
""": "plain insert",
    },
    unnamed=(
        UPSERT + "    with engine.begin() as c:\n        c.execute(new, rows[:1])",
        """
from sqlalchemy.exc import IntegrityError


def save_posts(engine, rows):
    new = sqlite.insert(Post)
    new = new.on_conflict_do_update(index_elements=["id"], set_={"content": new.excluded.content})
    try:
        with engine.begin() as c:
            c.execute(new, rows)
    except IntegrityError:
        pass
""",
        """
def save_posts(engine, rows):
    new = sqlite.insert(Post)
    new = new.on_conflict_do_update(index_elements=["id"], set_={"content": rows[0]["content"]})
    with engine.begin() as c:
        c.execute(new, rows)
""",
        """
def save_posts(engine, rows):
    new = sqlite.insert(Post)
    changed = {"content": new.excluded.content, "timestamp": new.excluded.timestamp}
    new = new.on_conflict_do_update(index_elements=["id"], set_=changed)
    with engine.begin() as c:
        c.execute(new, rows)
""",
        """
def save_posts(engine, rows):
    with engine.begin() as c:
        c.execute(delete(Post))
        c.execute(insert(Post), rows)
""",
        "answer = None",
    ),
)
