"""The first schema: users, posts, likes, retweets, follows."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def reference(name: str, table: str) -> sa.Column[int]:
    key = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, BIG, key, nullable=False)


def create_users() -> None:
    op.create_table(
        "users",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("username", sa.String(30), nullable=False),
        sa.Column("email", sa.String(254), nullable=False, unique=True),
        sa.Column("hashed_password", sa.String(128), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.CheckConstraint("length(username) BETWEEN 3 AND 30", name="username_length"),
        sqlite_autoincrement=True,
    )
    op.create_index("users_by_name", "users", [sa.text("lower(username)")], unique=True)
    op.create_index("users_by_time", "users", [sa.text("created_at DESC"), sa.text("id DESC")])


def create_posts() -> None:
    op.create_table(
        "posts",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("content", sa.String(280), nullable=False),
        sa.Column("timestamp", MOMENT, nullable=False),
        reference("owner_id", "users"),
        sa.CheckConstraint("length(content) BETWEEN 1 AND 280", name="content_length"),
        sqlite_autoincrement=True,
    )
    newest = [sa.text("timestamp DESC"), sa.text("id DESC")]
    op.create_index("posts_by_time", "posts", newest)
    op.create_index("posts_by_owner", "posts", ["owner_id", *newest])


def create_likes_and_retweets() -> None:
    op.create_table(
        "likes",
        reference("user_id", "users"),
        reference("post_id", "posts"),
        sa.PrimaryKeyConstraint("post_id", "user_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("likes_by_user", "likes", ["user_id", "post_id"])

    op.create_table(
        "retweets",
        reference("user_id", "users"),
        reference("post_id", "posts"),
        sa.Column("timestamp", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("post_id", "user_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("retweets_by_user", "retweets", ["user_id", "post_id", "timestamp"])


def create_follows() -> None:
    op.create_table(
        "follows",
        reference("follower_id", "users"),
        reference("followee_id", "users"),
        sa.PrimaryKeyConstraint("follower_id", "followee_id"),
        sa.CheckConstraint("follower_id <> followee_id", name="not_oneself"),
        sqlite_with_rowid=False,
    )
    op.create_index("follows_by_followee", "follows", ["followee_id", "follower_id"])


def upgrade() -> None:
    create_users()
    create_posts()
    create_likes_and_retweets()
    create_follows()


def downgrade() -> None:
    for table in ("follows", "retweets", "likes", "posts", "users"):
        op.drop_table(table)
