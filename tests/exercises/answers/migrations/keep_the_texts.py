from learners import Learners

LEARNERS = Learners(
    right=(
        """
def upgrade(op):
    with op.batch_alter_table("posts") as posts:
        posts.alter_column("content", new_column_name="body")
""",
        """
def upgrade(op):
    op.execute("ALTER TABLE posts RENAME COLUMN content TO body")
""",
        """
def upgrade(op):
    op.add_column("posts", sa.Column("body", sa.String(280)))
    op.execute(sa.text("UPDATE posts SET body = content WHERE content IS NOT NULL"))
    with op.batch_alter_table("posts") as posts:
        posts.drop_column("content")
""",
        """
def upgrade(op):
    rows = op.get_bind().execute(sa.text("SELECT id, content FROM posts")).all()
    op.add_column("posts", sa.Column("body", sa.String(280)))
    for number, content in rows:
        change = sa.text("UPDATE posts SET body = :body WHERE id = :id")
        op.get_bind().execute(change, {"body": content, "id": number})
    op.drop_column("posts", "content")
""",
    ),
    named={
        """
def upgrade(op):
    op.drop_column("posts", "content")
    op.add_column("posts", sa.Column("body", sa.String(280)))
""": "as it was written",
        """
def upgrade(op):
    op.add_column("posts", sa.Column("body", sa.String(280)))
    op.get_bind().execute(sa.text("UPDATE posts SET body = content"))
""": "the old one stays",
    },
    unnamed=(
        """
def upgrade(op):
    op.add_column("posts", sa.Column("body", sa.String(280)))
    op.execute("UPDATE posts SET body = 'content'")
    op.drop_column("posts", "content")
""",
        """
def upgrade(op):
    op.alter_column("posts", "content", new_column_name="text")
""",
        """
def upgrade(op):
    op.drop_column("posts", "content")
    op.execute("UPDATE posts SET body = content")
""",
        "answer = 'body'",
    ),
)
