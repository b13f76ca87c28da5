from learners import Learners

MODEL = """
from sqlalchemy import Index, Integer, Text
from sqlalchemy.orm import validates

Base = new_base()


class Tag(Base):
    __tablename__ = "tags"

    {columns}

    __table_args__ = ({rules})


answer = Tag
"""


def model(*columns: str, rules: str = "") -> str:
    return MODEL.format(columns="\n    ".join(columns), rules=rules)


ID = "id: Mapped[int] = mapped_column(primary_key=True)"
NAME = "name: Mapped[str] = mapped_column(String(50), unique=True)"
LENGTH = 'CheckConstraint("length(name) BETWEEN 1 AND 50"),'

LEARNERS = Learners(
    right=(
        model(
            "id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)",
            "name: Mapped[str] = mapped_column(String(50), unique=True, nullable=False)",
            rules=LENGTH,
        ),
        model(
            ID,
            "name: Mapped[str] = mapped_column(Text)",
            rules="""
        Index("tags_by_name", "name", unique=True),
        CheckConstraint("length(name) >= 1"),
        CheckConstraint("length(name) <= 50"),
    """,
        ),
        model(
            ID,
            "name: Mapped[str] = mapped_column(",
            "    String(50), CheckConstraint(\"name != '' AND length(name) <= 50\"), unique=True",
            ")",
        ),
        model(
            ID,
            NAME,
            rules=LENGTH + ' {"sqlite_autoincrement": True},',
        ),
        """
from sqlalchemy.orm import DeclarativeBase


class Own(DeclarativeBase):
    pass


class Tag(Own):
    __tablename__ = "tags"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(50), unique=True)
    colour: Mapped[str | None]

    __table_args__ = (CheckConstraint("length(name) between 1 and 50"),)
""",
        """
from sqlalchemy import Column, Integer

Base = new_base()


class Tag(Base):
    __tablename__ = "tags"

    id = Column(Integer, primary_key=True)
    name = Column(String(50), CheckConstraint("length(name) > 0"), unique=True, nullable=False)

    __table_args__ = (CheckConstraint("NOT length(name) > 50"),)
""",
    ),
    named={
        model(ID, "name: Mapped[str]", rules=LENGTH): "not unique",
        model(ID, "name: Mapped[str] = mapped_column(unique=False)", rules=LENGTH): "not unique",
        model(
            ID, "name: Mapped[str] = mapped_column(unique=True, nullable=True)", rules=LENGTH
        ): "may be missing",
        model(ID, "name: Mapped[str] = mapped_column(unique=True)"): "any length",
        model(
            ID,
            NAME,
            '@validates("name")',
            "def check_length(self, key, name):",
            "    assert 1 <= len(name) <= 50",
            "    return name",
        ): "any length",
        model(ID, NAME, rules='CheckConstraint("length(name) < 51"),'): "empty allowed",
        model(ID, NAME, rules='CheckConstraint("length(name) BETWEEN 0 AND 50"),'): "empty allowed",
        model(
            "id: Mapped[str] = mapped_column(primary_key=True)", NAME, rules=LENGTH
        ): "key without numbers",
        model(
            "id: Mapped[int]", NAME.replace("unique", "primary_key"), rules=LENGTH
        ): "key without numbers",
    },
    unnamed=(
        model(ID, "name: Mapped[str]"),
        model(ID, NAME, rules='CheckConstraint("length(name) > 0"),'),
        model(ID, NAME, rules='CheckConstraint("length(name) BETWEEN 1 AND 49"),'),
        model(ID, NAME, rules='CheckConstraint("length(name) > 1 AND length(name) <= 50"),'),
        model(ID, NAME, rules='CheckConstraint("len(name) BETWEEN 1 AND 50"),'),
        model(ID, NAME, rules='CheckConstraint("length(nom) BETWEEN 1 AND 50"),'),
        model(ID, NAME, rules='CheckConstraint("octet_length(name) BETWEEN 1 AND 50"),'),
        model(ID, NAME.replace("name:", "title:"), rules=LENGTH.replace("name", "title")),
        model(ID, NAME, rules=LENGTH).replace('"tags"', '"tag"'),
        model(ID, NAME, rules=LENGTH).replace("answer = Tag", 'answer = Tag(name="eclipse")'),
        model(ID, NAME, rules=LENGTH).replace("answer = Tag", "answer = Tag.__table__"),
        model(ID, NAME, rules=LENGTH).replace("answer = Tag", 'answer = "Tag"'),
        model(ID, NAME, rules=LENGTH).replace("answer = Tag", "answer = Base"),
    ),
)
