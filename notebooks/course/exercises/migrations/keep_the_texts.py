"""A migration that renames a column, tried on tables with rows."""

from collections.abc import Sequence
from typing import Any

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying

MADE = "CREATE TABLE posts (id INTEGER PRIMARY KEY, content VARCHAR(280), likes INTEGER)"
INTO = text("INSERT INTO posts (id, content, likes) VALUES (:id, :content, :likes)")


def migrating(shown: str, texts: Sequence[str | None]) -> Trial:
    def run(answer: Any) -> Observed:
        engine = create_engine("sqlite://")
        with engine.begin() as connection:
            connection.exec_driver_sql(MADE)
            for number, content in enumerate(texts, start=1):
                row = {"id": 10 - number, "content": content, "likes": number}
                connection.execute(INTO, row)
            answer(Operations(MigrationContext.configure(connection)))
            columns = sorted(each["name"] for each in inspect(connection).get_columns("posts"))
            rows = connection.exec_driver_sql("SELECT * FROM posts ORDER BY id").mappings()
            found = [{name: row[name] for name in columns} for row in rows]
        engine.dispose()
        return {"columns": columns, "rows": found}

    return Trial(shown, run)


EXERCISE = Exercise(
    title="Keep the texts",
    minutes=6,
    objective="complete a migration that was written for you",
    task="""The column `content` of `posts` is called `body` from now on. Alembic wrote:

```python
def upgrade(op):
    op.add_column("posts", sa.Column("body", sa.String(280)))
    op.drop_column("posts", "content")
```

Write it so that all texts are kept, on SQLite. (Here the function gets `op` as its argument, so
that it can be called.)""",
    starter="""def upgrade(op):
    # your code here
    ...


answer = upgrade""",
    hints=(
        "Run the two lines in your head for a post with the text *Hi*. At which moment is the text "
        "lost?",
        "Either copy the texts from one column into the other, between the two lines, with "
        "`op.execute`. Or don't make a new column at all.",
        '`op.alter_column("posts", "content", new_column_name="body")` renames it, inside or '
        "outside of batch mode.",
    ),
    imports="import sqlalchemy as sa",
    answers=(
        """
def upgrade(op):
    op.alter_column("posts", "content", new_column_name="body")
""",
        """
def upgrade(op):
    op.add_column("posts", sa.Column("body", sa.String(280)))
    op.execute("UPDATE posts SET body = content")
    op.drop_column("posts", "content")
""",
    ),
    mistakes=(
        Mistake(
            "as it was written",
            """
def upgrade(op):
    op.add_column("posts", sa.Column("body", sa.String(280)))
    op.drop_column("posts", "content")
""",
            "The column is there, and empty: every text was dropped with the old column.",
        ),
        Mistake(
            "the old one stays",
            """
def upgrade(op):
    op.add_column("posts", sa.Column("body", sa.String(280)))
    op.execute("UPDATE posts SET body = content")
""",
            "All texts are in `body`, and in `content` as well. Drop the old column once its texts "
            "are copied.",
        ),
        Mistake(
            "only added",
            """
def upgrade(op):
    op.add_column("posts", sa.Column("body", sa.String(280)))
""",
            "There are two columns now, and the new one is empty.",
        ),
        Mistake(
            "an empty text",
            """
def upgrade(op):
    op.add_column("posts", sa.Column("body", sa.String(280)))
    op.execute("UPDATE posts SET body = coalesce(content, '')")
    op.drop_column("posts", "content")
""",
            "A post without a text has an empty one now. A migration keeps NULL as NULL, unless "
            "the change is about that.",
        ),
        Mistake(
            "a new table",
            """
def upgrade(op):
    op.drop_table("posts")
    op.create_table(
        "posts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("body", sa.String(280)),
        sa.Column("likes", sa.Integer),
    )
""",
            "The columns are right, but all rows are gone.",
        ),
    ),
    judge=Trying(
        [
            migrating("A table with one post.", ["Hi"]),
            migrating("Three posts, one of them without a text.", ["It's 'here'", None, "Ünïcode"]),
            migrating("An empty table.", []),
        ]
    ),
    praise="The texts are where they were, under another name.",
)
