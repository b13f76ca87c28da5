from learners import Learners

IMPORTS = "from sqlalchemy import func, select, update\nfrom sqlalchemy.orm import Session\n\n\n"


def function(*lines: str) -> str:
    body = "\n    ".join(lines)
    return f"{IMPORTS}def fill(engine, posts, size):\n    {body}\n\n\nanswer = fill\n"


LENGTH = "length=func.length(posts.c.content)"
EMPTY = "posts.c.length.is_(None)"

LEARNERS = Learners(
    right=(
        function(
            f"todo = select(posts.c.id).where({EMPTY}).order_by(posts.c.id).limit(size)",
            "with engine.connect() as connection:",
            "    while ids := connection.scalars(todo).all():",
            f"        change = update(posts).where(posts.c.id.in_(ids)).values({LENGTH})",
            "        connection.execute(change)",
            "        connection.commit()",
        ),
        function(
            "with engine.connect() as connection:",
            f"    ids = connection.scalars(select(posts.c.id).where({EMPTY})).all()",
            "for start in range(0, len(ids), size):",
            "    batch = posts.c.id.in_(ids[start : start + size])",
            "    with engine.begin() as connection:",
            f"        connection.execute(update(posts).where(batch).values({LENGTH}))",
        ),
        function(
            f"rows = select(posts.c.id, posts.c.content).where({EMPTY}).limit(size)",
            "with Session(engine) as session:",
            "    while found := session.execute(rows).all():",
            "        for number, content in found:",
            "            change = update(posts).where(posts.c.id == number)",
            "            session.execute(change.values(length=len(content)))",
            "        session.commit()",
        ),
        function(
            "with engine.connect() as connection:",
            f"    ids = connection.scalars(select(posts.c.id).where({EMPTY})).all()",
            "for number in ids:",
            "    with engine.begin() as connection:",
            "        one = update(posts).where(posts.c.id == number)",
            f"        connection.execute(one.values({LENGTH}))",
        ),
    ),
    named={
        function(
            "with Session(engine) as session:",
            f"    session.execute(update(posts).where({EMPTY}).values({LENGTH}))",
            "    session.commit()",
        ): "all at once",
        function(
            "with engine.connect() as connection:",
            "    last = connection.scalar(select(func.max(posts.c.id)))",
            "for first in range(0, last + 1, size):",
            "    batch = posts.c.id >= first, posts.c.id < first + size",
            "    with engine.begin() as connection:",
            f"        connection.execute(update(posts).where(*batch).values({LENGTH}))",
        ): "overwritten",
        function(
            f"todo = select(posts.c.id).where({EMPTY}).limit(size)",
            "with engine.begin() as connection:",
            f"    connection.execute(update(posts).where(posts.c.id.in_(todo)).values({LENGTH}))",
        ): "one batch",
    },
    unnamed=(
        function(
            "with engine.connect() as connection:",
            f"    return connection.execute(select(posts.c.id).where({EMPTY})).all()",
        ),
        function(
            "with engine.connect() as connection:",
            f"    connection.execute(update(posts).where({EMPTY}).values({LENGTH}))",
        ),
        function(
            "with engine.begin() as connection:",
            f"    connection.execute(update(posts).where({EMPTY}).limit(size).values({LENGTH}))",
        ),
        function(
            f"todo = select(posts.c.id).where({EMPTY}).limit(size)",
            "while True:",
            "    with engine.begin() as connection:",
            "        change = update(posts).where(posts.c.id.in_(todo)).values(length=0)",
            "        if not connection.execute(change).rowcount:",
            "            return",
        ),
    ),
)
