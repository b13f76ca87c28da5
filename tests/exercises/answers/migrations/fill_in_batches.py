from learners import Learners

LEARNERS = Learners(
    right=(
        '''
def backfill(engine, size):
    changed = size
    while changed:
        with engine.begin() as connection:
            changed = connection.execute(
                text("""UPDATE posts SET length = length(content) WHERE id IN (
                    SELECT id FROM posts WHERE length IS NULL ORDER BY id DESC LIMIT :size)"""),
                {"size": size},
            ).rowcount
''',
        """
def backfill(engine, size):
    last = 0
    while True:
        with engine.begin() as connection:
            found = connection.execute(
                text("SELECT id, content FROM posts WHERE length IS NULL AND id > :last "
                     "ORDER BY id LIMIT :size"),
                {"last": last, "size": size},
            ).all()
            if not found:
                break
            for number, content in found:
                connection.execute(
                    text("UPDATE posts SET length = :length WHERE id = :id"),
                    {"length": len(content), "id": number},
                )
            last = found[-1].id
""",
        """
def backfill(engine, size):
    connection = engine.connect()
    while True:
        done = connection.execute(
            text("UPDATE posts SET length = length(content) WHERE id IN "
                 f"(SELECT id FROM posts WHERE length IS NULL LIMIT {size})")
        )
        connection.commit()
        if done.rowcount < size:
            break
    connection.close()
""",
        """
from sqlalchemy import Column, Integer, MetaData, String, Table, func, select, update


def backfill(engine, size):
    posts = Table("posts", MetaData(), Column("id", Integer, primary_key=True),
                  Column("content", String), Column("length", Integer))
    missing = select(posts.c.id).where(posts.c.length.is_(None)).limit(size).scalar_subquery()
    batch = update(posts).where(posts.c.id.in_(missing))
    while True:
        with engine.begin() as connection:
            done = connection.execute(batch.values(length=func.length(posts.c.content)))
        if done.rowcount == 0:
            return
""",
    ),
    named={
        """
def backfill(engine, size):
    with engine.begin() as connection:
        while True:
            done = connection.execute(
                text("UPDATE posts SET length = length(content) WHERE id IN "
                     f"(SELECT id FROM posts WHERE length IS NULL LIMIT {size})")
            )
            if done.rowcount == 0:
                break
""": "all at once",
    },
    unnamed=(
        """
def backfill(engine, size):
    with engine.begin() as connection:
        connection.execute(text("UPDATE posts SET length = length(content)"))
""",
        """
def backfill(engine, size):
    with engine.connect() as connection:
        connection.execute(
            text("UPDATE posts SET length = length(content) WHERE length IS NULL")
        )
""",
        """
def backfill(engine, size):
    batch = text("UPDATE posts SET length = 0 WHERE id IN "
                 f"(SELECT id FROM posts WHERE length IS NULL LIMIT {size})")
    for _ in range(10):
        with engine.begin() as connection:
            connection.execute(batch)
""",
        """
def backfill(engine, size):
    with engine.begin() as connection:
        connection.execute(text("UPDATE posts SET length = length(content) LIMIT 2"))
""",
        "answer = 3",
    ),
)
