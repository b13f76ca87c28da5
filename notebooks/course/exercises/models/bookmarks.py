"""A model whose rows refer to two others, and go when one of these goes."""

from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.models import accepting, deleting, modelling, refusing
from microblog.models import Post, User


def bookmark(user_id: int | None, post_id: int | None, **rest: Any) -> dict[str, Any]:
    return {"user_id": user_id, "post_id": post_id, **rest}


EXERCISE = Exercise(
    title="Bookmarks",
    minutes=8,
    objective="refer to other tables, and say what happens when their rows are deleted",
    task="""Users bookmark posts. Write a model `Bookmark` for the table `bookmarks` with
`user_id`, `post_id` and a `note` that may be missing. The table refuses a second bookmark of the
same post by the same user, and any bookmark whose user or post doesn't exist. When the user or the
post is deleted, the bookmark is deleted too.""",
    starter="""# class Bookmark(new_base()): …  # its base has the tables users and posts

answer = ...  # then: Bookmark""",
    hints=(
        "What distinguishes one bookmark from all others? That can be its key.",
        "Two columns with `primary_key=True` make one key of two columns. The reference is a "
        "`ForeignKey`. Which option does the one of `Post.owner_id` have besides its column?",
        'Both ids are written as `mapped_column(ForeignKey("users.id", ondelete="CASCADE"), '
        "primary_key=True)`, the second with `posts.id`; then `note: Mapped[str | None]`.",
    ),
    imports="""
from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from course import new_base
""",
    answers=(
        """
class Bookmark(new_base()):
    __tablename__ = "bookmarks"

    user_id: Mapped[int] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    post_id: Mapped[int] = mapped_column(
        ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True
    )
    note: Mapped[str | None]
""",
        """
class Bookmark(new_base()):
    __tablename__ = "bookmarks"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))
    note: Mapped[str | None]

    __table_args__ = (UniqueConstraint("user_id", "post_id"),)
""",
    ),
    mistakes=(
        Mistake(
            "twice",
            """
class Bookmark(new_base()):
    __tablename__ = "bookmarks"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))
    note: Mapped[str | None]
""",
            "The same user bookmarks the same post twice. A number as key doesn't prevent that: "
            "the pair of user_id and post_id has to be unique.",
        ),
        Mistake(
            "no references",
            """
class Bookmark(new_base()):
    __tablename__ = "bookmarks"

    user_id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(primary_key=True)
    note: Mapped[str | None]
""",
            "Neither column refers to another table, so bookmarks of nobody and of nothing get "
            "in. Which option of mapped_column() makes a reference?",
        ),
        Mistake(
            "no cascade",
            """
class Bookmark(new_base()):
    __tablename__ = "bookmarks"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"), primary_key=True)
    note: Mapped[str | None]
""",
            "A user or a post that was bookmarked can't be deleted any more. The foreign keys "
            "have to say that the bookmark is deleted then.",
        ),
        Mistake(
            "note required",
            """
class Bookmark(new_base()):
    __tablename__ = "bookmarks"

    user_id: Mapped[int] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    post_id: Mapped[int] = mapped_column(
        ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True
    )
    note: Mapped[str]
""",
            "A bookmark without a note is refused. The note may be missing.",
        ),
        Mistake(
            "one bookmark for each user",
            """
class Bookmark(new_base()):
    __tablename__ = "bookmarks"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), unique=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))
    note: Mapped[str | None]
""",
            "A user can have only one bookmark, because user_id alone is unique. Only the pair of "
            "user_id and post_id should be.",
        ),
    ),
    judge=modelling(
        "bookmarks",
        ("user_id", "post_id", "note"),
        ("User 3 bookmarks post 1, with a note.", accepting(bookmark(3, 1, note="Later"))),
        ("User 3 bookmarks post 1, without a note.", accepting(bookmark(3, 1))),
        ("User 3 bookmarks posts 1 and 2.", accepting(bookmark(3, 1), bookmark(3, 2))),
        ("Users 3 and 2 bookmark post 1.", accepting(bookmark(3, 1), bookmark(2, 1))),
        (
            "User 3 bookmarks post 1 twice, with two different notes.",
            refusing(bookmark(3, 1, note="Later"), bookmark(3, 1, note="Sooner")),
        ),
        ("A bookmark of post 1 by user 99, who doesn't exist.", refusing(bookmark(99, 1))),
        ("A bookmark of post 99, which doesn't exist.", refusing(bookmark(3, 99))),
        ("A bookmark without a user (NULL).", refusing(bookmark(None, 1))),
        ("A bookmark without a post (NULL).", refusing(bookmark(3, None))),
        (
            "The bookmarks (user 3, post 1), (3, 2) and (2, 1). Then user 3 is deleted.",
            deleting(User, 3, bookmark(3, 1), bookmark(3, 2), bookmark(2, 1)),
        ),
        (
            "The bookmarks (user 3, post 1), (3, 2) and (2, 1). Then post 1 is deleted.",
            deleting(Post, 1, bookmark(3, 1), bookmark(3, 2), bookmark(2, 1)),
        ),
    ),
    praise="Once for each pair, only of what exists, and gone with it.",
)
