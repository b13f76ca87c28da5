"""A model whose key is a pair of references to the same table."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.models import accepting, deleting, modelling, refusing
from microblog.models import User

KEY = """mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )"""


def mute(muter_id: int | None, muted_id: int | None) -> dict[str, int | None]:
    return {"muter_id": muter_id, "muted_id": muted_id}


def model(muter: str, muted: str, more: str = "") -> str:
    """The code of a model with these two columns."""
    return f"""
class Mute(new_base()):
    __tablename__ = "mutes"
{more}
    muter_id: Mapped[int] = {muter}
    muted_id: Mapped[int] = {muted}
"""


EXERCISE = Exercise(
    title="Mutes",
    minutes=4,
    objective="make a pair of references the key of a table",
    task="""A user can mute another one: once, or not at all. Nobody can mute a user who doesn't
exist, and when one of the two is deleted, the mute goes too. Fill in the gaps of the model.
(`new_base()` makes a base class that has the tables `users` and `posts` already.)""",
    starter="""class Mute(new_base()):
    __tablename__ = "mutes"

    muter_id: Mapped[int] = mapped_column(ForeignKey(____, ondelete=____), ____)
    muted_id: Mapped[int] = mapped_column(____, ____)


answer = Mute""",
    hints=(
        "Both columns are written like those of `Like` above. To which table does each refer?",
        'Both refer to `"users.id"`. What makes two columns one key together?',
        '`mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)`, twice.',
    ),
    imports="""
from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from course import new_base
""",
    answers=(
        model(KEY, KEY),
        model(
            'mapped_column(ForeignKey("users.id", ondelete="CASCADE"))',
            'mapped_column(ForeignKey("users.id", ondelete="CASCADE"))',
            """
    __table_args__ = (UniqueConstraint("muter_id", "muted_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)""",
        ),
    ),
    mistakes=(
        Mistake(
            "one mute for each user",
            model(KEY, 'mapped_column(ForeignKey("users.id", ondelete="CASCADE"))'),
            "A user can mute only one other user, because `muter_id` alone has to be unique. Only "
            "the pair should be.",
        ),
        Mistake(
            "muted once",
            model('mapped_column(ForeignKey("users.id", ondelete="CASCADE"))', KEY),
            "A user can be muted by only one other user, because `muted_id` alone has to be "
            "unique. Only the pair should be.",
        ),
        Mistake(
            "twice",
            model(
                'mapped_column(ForeignKey("users.id", ondelete="CASCADE"))',
                'mapped_column(ForeignKey("users.id", ondelete="CASCADE"))',
                "\n    id: Mapped[int] = mapped_column(primary_key=True)",
            ),
            "The same user mutes the same other user twice. A number of its own doesn't prevent "
            "that: the pair has to be unique.",
        ),
        Mistake(
            "no references",
            model("mapped_column(primary_key=True)", "mapped_column(primary_key=True)"),
            "Neither column refers to `users`, so mutes by nobody and of nobody are accepted.",
        ),
        Mistake(
            "a post",
            model(KEY, KEY.replace("users.id", "posts.id")),
            "`muted_id` accepts the id of a post, and not that of every user. A user mutes a user, "
            "so both columns refer to `users.id`.",
        ),
        Mistake(
            "no cascade",
            model(
                'mapped_column(ForeignKey("users.id"), primary_key=True)',
                'mapped_column(ForeignKey("users.id"), primary_key=True)',
            ),
            "A user with a mute can't be deleted any more. The foreign key has to say what happens "
            "ON DELETE.",
        ),
    ),
    judge=modelling(
        "mutes",
        ("muter_id", "muted_id"),
        ("User 3 mutes user 1.", accepting(mute(3, 1))),
        ("User 3 mutes users 1 and 2.", accepting(mute(3, 1), mute(3, 2))),
        ("Users 3 and 2 mute user 1.", accepting(mute(3, 1), mute(2, 1))),
        ("Users 3 and 1 mute each other.", accepting(mute(3, 1), mute(1, 3))),
        ("User 1 mutes user 3; posts have only the ids 1 and 2.", accepting(mute(1, 3))),
        ("User 3 mutes user 1 twice.", refusing(mute(3, 1), mute(3, 1))),
        ("User 99, who doesn't exist, mutes user 1.", refusing(mute(99, 1))),
        ("User 3 mutes user 99, who doesn't exist.", refusing(mute(3, 99))),
        ("User 3 mutes nobody (NULL).", refusing(mute(3, None))),
        (
            "User 3 mutes 1 and 2, and 2 mutes 1. Then user 3 is deleted.",
            deleting(User, 3, mute(3, 1), mute(3, 2), mute(2, 1)),
        ),
        (
            "User 3 mutes 1 and 2, and 2 mutes 1. Then user 1 is deleted.",
            deleting(User, 1, mute(3, 1), mute(3, 2), mute(2, 1)),
        ),
    ),
    praise="Each pair once, in each direction, and only between users who exist.",
)
