from learners import Learners


def adding(column: str, more: str = "") -> str:
    return f"""
def upgrade(op):
    op.add_column("posts", Column("language", {column})){more}
"""


LEARNERS = Learners(
    right=(
        adding('String(length=2), server_default="en", nullable=False'),
        adding('String(2), nullable=False, server_default="en"', "\n    return None"),
        """
def upgrade(op):
    with op.batch_alter_table("posts") as table:
        table.add_column(Column("language", String(2), nullable=False, server_default="en"))
""",
        """
def upgrade(op):
    op.execute("ALTER TABLE posts ADD COLUMN language VARCHAR(2) NOT NULL DEFAULT 'en'")
""",
    ),
    named={
        """
def upgrade(op):
    op.execute("DELETE FROM posts")
    op.add_column("posts", Column("language", String(2), nullable=False, server_default="en"))
""": "rows lost",
        adding('String(2), nullable=False, default="en"'): "no default",
        adding("String(2), nullable=True"): "NULL for the old ones",
        adding("String(2)", "\n    op.execute(\"UPDATE posts SET language = 'en'\")"): (
            "NULL allowed"
        ),
    },
    unnamed=(
        """
def upgrade(op):
    op.add_column("posts", Column("lang", String(2), nullable=False, server_default="en"))
""",
        adding('String(2), nullable=False, server_default="EN"'),
        adding('String(2), nullable=False, server_default=""'),
        """
def upgrade(op):
    op.add_column("users", Column("language", String(2), nullable=False, server_default="en"))
""",
        "answer = 'en'",
    ),
)
