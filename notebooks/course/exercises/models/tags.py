"""A model with a key and rules for one column."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.models import accepting, modelling, refusing


def tag(name: str | None) -> dict[str, str | None]:
    return {"name": name}


EXERCISE = Exercise(
    title="Tags",
    minutes=6,
    objective="make values unique, and check a condition",
    task="""Write a model `Tag` for the table `tags`, with two columns: a key `id` that the database
fills in, and a `name` that may not be missing, may not occur twice, and has 1 to 50 characters, on
SQLite too.""",
    starter="""# class Tag(new_base()): …

answer = ...  # then: Tag""",
    hints=(
        "Begin with the three lines that every model here has: `class`, `__tablename__` and `id`. "
        "Then look for a rule of each kind: which column of `User` is unique, and which rule of "
        "`Post` limits a length?",
        "`unique=True` goes into `mapped_column`. `String(50)` alone doesn't limit the length on "
        "SQLite: what does `Post` have besides `String(280)`?",
        "Besides `id`: `name: Mapped[str] = mapped_column(String(50), unique=True)` and "
        '`__table_args__ = (CheckConstraint("length(name) BETWEEN 1 AND 50"),)`.',
    ),
    imports="""
from sqlalchemy import BigInteger, CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from course import new_base
""",
    answers=(
        """
class Tag(new_base()):
    __tablename__ = "tags"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(50), unique=True)

    __table_args__ = (CheckConstraint("length(name) BETWEEN 1 AND 50", name="name_length"),)
""",
        """
class Tag(new_base()):
    __tablename__ = "tags"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]

    __table_args__ = (
        UniqueConstraint("name"),
        CheckConstraint("length(name) > 0 AND length(name) < 51"),
    )
""",
    ),
    mistakes=(
        Mistake(
            "not unique",
            """
class Tag(new_base()):
    __tablename__ = "tags"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(50))

    __table_args__ = (CheckConstraint("length(name) BETWEEN 1 AND 50"),)
""",
            "The same name gets in twice. Which option keeps a column unique?",
        ),
        Mistake(
            "may be missing",
            """
class Tag(new_base()):
    __tablename__ = "tags"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None] = mapped_column(String(50), unique=True)

    __table_args__ = (CheckConstraint("length(name) BETWEEN 1 AND 50"),)
""",
            "A tag without a name gets in. A column may contain NULL if its type is "
            "`Mapped[str | None]`, or if it says `nullable=True`; a CHECK doesn't refuse NULL.",
        ),
        Mistake(
            "any length",
            """
class Tag(new_base()):
    __tablename__ = "tags"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(50), unique=True)
""",
            "Names of any length get in, even an empty one. SQLite doesn't enforce the 50 in "
            "`String(50)`; a CheckConstraint does it on every database.",
        ),
        Mistake(
            "empty allowed",
            """
class Tag(new_base()):
    __tablename__ = "tags"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(50), unique=True)

    __table_args__ = (CheckConstraint("length(name) <= 50"),)
""",
            "An empty name gets in: it isn't missing, and it isn't too long. The name should have "
            "at least 1 character.",
        ),
        Mistake(
            "key without numbers",
            """
class Tag(new_base()):
    __tablename__ = "tags"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    name: Mapped[str] = mapped_column(String(50), unique=True)

    __table_args__ = (CheckConstraint("length(name) BETWEEN 1 AND 50"),)
""",
            "A tag without an id is refused: `id` doesn't number itself. SQLite numbers a column "
            "only if it is the whole primary key, and of the type INTEGER.",
        ),
    ),
    judge=modelling(
        "tags",
        ("id", "name"),
        ("The tag 'eclipse', without an id.", accepting(tag("eclipse"))),
        ("The tags 'eclipse' and 'café'.", accepting(tag("eclipse"), tag("café"))),
        ("The tag 'eclipse' twice.", refusing(tag("eclipse"), tag("eclipse"))),
        ("A tag without a name (NULL).", refusing(tag(None))),
        ("A tag whose name is an empty text.", refusing(tag(""))),
        ("A name of 1 character.", accepting(tag("x"))),
        ("A name of 50 characters.", accepting(tag("x" * 50))),
        ("A name of 50 times the character é.", accepting(tag("é" * 50))),
        ("A name of 51 characters.", refusing(tag("x" * 51))),
    ),
    praise="'eclipse' got in once. A missing name, an empty one and 51 characters stayed out.",
)
