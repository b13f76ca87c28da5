"""A migration that adds a column to a table with rows."""

from collections.abc import Callable
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine, inspect, text

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying

POSTS = "CREATE TABLE posts (id INTEGER PRIMARY KEY, content VARCHAR(280) NOT NULL)"


def migrating(shown: str, *contents: str) -> Trial:
    """The migration on a table with these posts, and what the table is like afterwards."""

    def run(upgrade: Callable[[Any], Any]) -> Observed:
        engine = create_engine("sqlite://")
        with engine.begin() as connection:
            connection.execute(text(POSTS))
            for content in contents:
                connection.execute(text("INSERT INTO posts (content) VALUES (:c)"), {"c": content})
            upgrade(Operations(MigrationContext.configure(connection)))
            columns = {each["name"]: each for each in inspect(connection).get_columns("posts")}
            rows = connection.execute(text("SELECT * FROM posts ORDER BY id")).mappings().all()
        engine.dispose()
        language = columns.get("language")
        return {
            "columns": sorted(columns),
            "language may be NULL": language and language["nullable"],
            "rows": [(row["content"], row.get("language")) for row in rows],
        }

    return Trial(shown, run)


def adding(column: str, more: str = "") -> str:
    return f"""
def upgrade(op):
    op.add_column("posts", Column("language", {column})){more}
"""


EXERCISE = Exercise(
    title="A new column",
    minutes=5,
    objective="test a migration on tables that hold rows",
    task="""Write `upgrade(op)`: it adds the column `language`, `String(2)`, to the table `posts`.
It mustn't be NULL, and the posts that are there already get `"en"`. `op` is Alembic's, as in the
notebook. The check runs it on an empty table and on one with rows.""",
    starter="""def upgrade(op):
    # your code here
    ...


answer = ...  # then: upgrade""",
    hints=(
        "What should the database write into the new column of a row that exists?",
        "A default that Python computes is no help, since no Python runs for the old rows. The "
        "database needs a default of its own: look for it among the arguments of `Column`.",
        '`Column("language", String(2), nullable=False, server_default="en")`',
    ),
    imports="from sqlalchemy import Column, Integer, String",
    answers=(
        adding('String(2), nullable=False, server_default="en"'),
        """
def upgrade(op):
    op.add_column("posts", Column("language", String(2), nullable=True))
    op.execute("UPDATE posts SET language = 'en'")
    with op.batch_alter_table("posts") as batch:
        batch.alter_column("language", existing_type=String(2), nullable=False)
""",
    ),
    mistakes=(
        Mistake(
            "no default",
            adding("String(2), nullable=False"),
            "On an empty table it works, and on one with rows it fails: the database has to know "
            "what to write into the new column of a row that exists.",
        ),
        Mistake(
            "NULL for the old ones",
            adding("String(2)"),
            "The posts of before get NULL in the new column, and so may new ones.",
        ),
        Mistake(
            "NULL allowed",
            adding('String(2), server_default="en"'),
            "The posts have their language. But the column may still be NULL.",
        ),
        Mistake(
            "rows lost",
            """
def upgrade(op):
    op.drop_table("posts")
    op.create_table(
        "posts",
        Column("id", Integer, primary_key=True),
        Column("content", String(280), nullable=False),
        Column("language", String(2), nullable=False),
    )
""",
            "The table has its new column, and its rows are gone.",
        ),
    ),
    judge=Trying(
        [
            migrating("On an empty table."),
            migrating("On a table with a post.", "Clear sky."),
            migrating("On a table with three posts.", "Fog.", "", "Fog."),
        ]
    ),
    praise="Old rows and new ones have a language, whatever the table held.",
)
