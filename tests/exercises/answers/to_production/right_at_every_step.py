from learners import Learners

IMPORTS = """import pandas as pd
from sqlalchemy import case, func, select, text, update
from sqlalchemy.orm import Session


"""


def function(*lines: str) -> str:
    body = "\n    ".join(lines)
    return f"{IMPORTS}def words(engine, posts):\n    {body}\n\n\nanswer = words\n"


ALL = "select(posts.c.id, posts.c.content, posts.c.words).order_by(posts.c.id)"

LEARNERS = Learners(
    right=(
        function(
            "spaces = func.length(posts.c.content) - "
            "func.length(func.replace(posts.c.content, ' ', ''))",
            "number = case((posts.c.words.is_(None), spaces + 1), else_=posts.c.words)",
            "with Session(engine) as session:",
            "    found = session.execute(select(posts.c.id, number).order_by(posts.c.id))",
            "    return [(row[0], row[1]) for row in found]",
        ),
        function(
            f"frame = pd.read_sql({ALL}, engine)",
            "counted = frame['content'].str.split().str.len()",
            "number = frame['words'].fillna(counted).astype(int)",
            "return list(zip(frame['id'], number))",
        ),
        function(
            "result = []",
            "with engine.connect() as connection:",
            f"    for row in connection.execute({ALL}):",
            "        number = row.words",
            "        if number is None:",
            "            number = len(row.content.split(' '))",
            "        result.append((row.id, number))",
            "return result",
        ),
        function(
            "with engine.connect() as connection:",
            f"    rows = connection.execute({ALL}).all()",
            "return sorted((row.id, row.words or row.content.count(' ') + 1) for row in rows)",
        ),
    ),
    named={
        function(
            f"frame = pd.read_sql({ALL}, engine)",
            "return [(a, None if pd.isna(b) else int(b)) for a, b in "
            "zip(frame['id'], frame['words'])]",
        ): "still empty",
        function(
            "with engine.connect() as connection:",
            f"    rows = connection.execute({ALL}).all()",
            "return [(row.id, row.words) for row in rows if row.words]",
        ): "left out",
        function(
            "with engine.connect() as connection:",
            f"    rows = connection.execute({ALL}).all()",
            "return [(row.id, len(row.content.split())) for row in rows]",
        ): "counted anew",
        function(
            "with engine.connect() as connection:",
            f"    rows = connection.execute({ALL}).all()",
            "return [(row.id, row.words or 0) for row in rows]",
        ): "zero for unknown",
    },
    unnamed=(
        function(
            "with engine.connect() as connection:",
            f"    rows = connection.execute({ALL}).all()",
            "return [(row.id, row.words or row.content.count(' ')) for row in rows]",
        ),
        function(
            "with engine.connect() as connection:",
            f"    rows = connection.execute({ALL}).all()",
            "return [(row.id, row.words or row.content.count(' ') + 1) for row in rows][::-1]",
        ),
        function(
            "with engine.connect() as connection:",
            "    return connection.execute(select(posts.c.id)).all()",
        ),
    ),
)
