from datetime import datetime
from typing import Annotated

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

# A part of the key that refers to a user or to a post, and goes with it.
UserKey = Annotated[
    int, mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
]
PostKey = Annotated[
    int, mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
]


class Like(Base):
    __tablename__ = "likes"

    post_id: Mapped[PostKey]
    user_id: Mapped[UserKey] = mapped_column(index=True)


class Retweet(Base):
    __tablename__ = "retweets"

    post_id: Mapped[PostKey]
    user_id: Mapped[UserKey] = mapped_column(index=True)
    timestamp: Mapped[datetime] = mapped_column(UTCDateTime, default=utc_now)


class Follow(Base):
    __tablename__ = "follows"

    follower_id: Mapped[UserKey]
    followee_id: Mapped[UserKey] = mapped_column(index=True)

    __table_args__ = (CheckConstraint("follower_id <> followee_id", name="not_oneself"),)
