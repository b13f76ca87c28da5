"""The tables as classes: a class for each table, an attribute for each column."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    TypeDecorator,
    func,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class UTCDateTime(TypeDecorator[datetime]):
    """A moment in UTC that keeps its time zone on both databases; SQLite alone drops it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError(f"{value} has no time zone; try datetime.now(UTC)")
        return value and value.astimezone(UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        if dialect.name != "sqlite":
            return super().result_processor(dialect, coltype)
        return lambda text: text and datetime.fromisoformat(f"{text}+00:00")


def utc_now() -> datetime:
    return datetime.now(UTC)


BigInt = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows in INTEGER only


class Base(DeclarativeBase):
    """What all models share: the list of tables, `Base.metadata`."""


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(BigInt, primary_key=True)
    username: Mapped[str] = mapped_column(String(30))
    email: Mapped[str] = mapped_column(String(254), unique=True)
    hashed_password: Mapped[str] = mapped_column(String(128))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=utc_now)

    posts: Mapped[list["Post"]] = relationship(back_populates="owner", passive_deletes=True)
    following: Mapped[list["User"]] = relationship(
        secondary="follows",
        primaryjoin="User.id == Follow.follower_id",
        secondaryjoin="User.id == Follow.followee_id",
        viewonly=True,
    )
    followers: Mapped[list["User"]] = relationship(
        secondary="follows",
        primaryjoin="User.id == Follow.followee_id",
        secondaryjoin="User.id == Follow.follower_id",
        viewonly=True,
    )

    __table_args__ = (
        CheckConstraint("length(username) BETWEEN 3 AND 30", name="username_length"),
        Index("users_by_name", func.lower(username), unique=True),
        {"sqlite_autoincrement": True},  # the id of a deleted user is never given again
    )


class Post(Base):
    __tablename__ = "posts"

    id: Mapped[int] = mapped_column(BigInt, primary_key=True)
    content: Mapped[str] = mapped_column(String(280))
    timestamp: Mapped[datetime] = mapped_column(UTCDateTime, default=utc_now)
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))

    owner: Mapped[User] = relationship(back_populates="posts")
    likers: Mapped[list[User]] = relationship(secondary="likes", viewonly=True)
    retweeters: Mapped[list[User]] = relationship(secondary="retweets", viewonly=True)

    __table_args__ = (
        CheckConstraint("length(content) BETWEEN 1 AND 280", name="content_length"),
        Index("posts_by_time", timestamp.desc(), id.desc()),
        Index("posts_by_owner", owner_id, timestamp.desc(), id.desc()),
        {"sqlite_autoincrement": True},
    )


class Like(Base):
    __tablename__ = "likes"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))

    __table_args__ = (
        PrimaryKeyConstraint(post_id, user_id),  # in this order: likes are counted by post
        Index("likes_by_user", user_id, post_id),
        {"sqlite_with_rowid": False},
    )


class Retweet(Base):
    __tablename__ = "retweets"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))
    timestamp: Mapped[datetime] = mapped_column(UTCDateTime, default=utc_now)

    __table_args__ = (
        PrimaryKeyConstraint(post_id, user_id),
        Index("retweets_by_user", user_id, timestamp.desc(), post_id),
        {"sqlite_with_rowid": False},
    )


class Follow(Base):
    __tablename__ = "follows"

    follower_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    followee_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))

    __table_args__ = (
        PrimaryKeyConstraint(follower_id, followee_id),
        Index("follows_by_followee", followee_id, follower_id),
        CheckConstraint("follower_id <> followee_id", name="not_oneself"),
        {"sqlite_with_rowid": False},
    )
