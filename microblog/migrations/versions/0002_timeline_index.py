"""An index that finds the newest retweets of a user; people are paged by id, not by time."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("retweets_by_user", "retweets")
    newest_first: list[str | sa.TextClause] = ["user_id", sa.text("timestamp DESC"), "post_id"]
    op.create_index("retweets_by_user", "retweets", newest_first)
    op.drop_index("users_by_time", "users")


def downgrade() -> None:
    op.create_index("users_by_time", "users", [sa.text("created_at DESC"), sa.text("id DESC")])
    op.drop_index("retweets_by_user", "retweets")
    op.create_index("retweets_by_user", "retweets", ["user_id", "post_id", "timestamp"])
