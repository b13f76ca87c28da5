from learners import Learners

MODEL = """
from sqlalchemy import CheckConstraint, Column, Index, Integer, PrimaryKeyConstraint, String
from sqlalchemy.orm import DeclarativeBase, relationship

Base = new_base()


class Bookmark(Base):
    __tablename__ = "bookmarks"

    {columns}

    __table_args__ = ({rules})


answer = Bookmark
"""


def model(*columns: str, rules: str = "") -> str:
    return MODEL.format(columns="\n    ".join(columns), rules=rules)


ID = "id: Mapped[int] = mapped_column(primary_key=True)"
USER = 'user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))'
POST = 'post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))'
NOTE = "note: Mapped[str | None]"


def in_key(column: str) -> str:
    return column.removesuffix(")") + ", primary_key=True)"


LEARNERS = Learners(
    right=(
        model(USER, POST, NOTE, rules="PrimaryKeyConstraint(post_id, user_id),"),
        model(
            ID,
            USER,
            POST,
            "note: Mapped[str] = mapped_column(String(100), nullable=True)",
            rules='Index("one", "post_id", "user_id", unique=True),',
        ),
        model(
            in_key(USER),
            in_key(POST),
            'note: Mapped[str | None] = mapped_column(default=None, server_default="")',
        ),
        model(
            'user_id = Column(Integer, ForeignKey("users.id", ondelete="cascade"), '
            "primary_key=True)",
            'post_id = Column(Integer, ForeignKey("posts.id", ondelete="cascade"), '
            "primary_key=True)",
            "note = Column(String)",
        ),
        model(
            in_key(USER),
            in_key(POST),
            "note: Mapped[str | None] = mapped_column(String(280))",
            rules='CheckConstraint("length(note) <= 280"),',
        ),
    ),
    named={
        model(ID, USER, POST, NOTE, rules='Index("pair", user_id, post_id),'): "twice",
        model(
            in_key(USER).replace('ForeignKey("users.id", ondelete="CASCADE"), ', ""),
            in_key(POST).replace('ForeignKey("posts.id", ondelete="CASCADE"), ', ""),
            NOTE,
            "user: Mapped[object] = relationship(",
            '    lambda: Bookmark, primaryjoin="Bookmark.user_id == foreign(Bookmark.post_id)"',
            ")",
        ): "no references",
        model(
            in_key(USER).replace("CASCADE", "RESTRICT"),
            in_key(POST).replace("CASCADE", "RESTRICT"),
            NOTE,
        ): "no cascade",
        model(
            in_key(USER).replace("ondelete", "onupdate"),
            in_key(POST).replace("ondelete", "onupdate"),
            NOTE,
        ): "no cascade",
        model(
            ID,
            USER,
            POST,
            "note: Mapped[str] = mapped_column(String(100))",
            rules='UniqueConstraint("user_id", "post_id"),',
        ): "note required",
        model(
            ID,
            USER,
            POST,
            NOTE,
            rules='UniqueConstraint("user_id"), UniqueConstraint("user_id", "post_id"),',
        ): "one bookmark for each user",
    },
    unnamed=(
        model(in_key(USER), POST, NOTE),
        model(ID, USER, POST.removesuffix(")") + ", unique=True)", NOTE),
        model(in_key(USER).replace("users", "posts"), in_key(POST).replace("posts", "users"), NOTE),
        model(in_key(USER), in_key(POST).replace(', ondelete="CASCADE"', ""), NOTE),
        model(in_key(USER).replace(', ondelete="CASCADE"', ""), in_key(POST), NOTE),
        model(
            in_key(USER).replace("CASCADE", "SET NULL"),
            in_key(POST).replace("CASCADE", "SET NULL"),
            NOTE,
        ),
        model(
            ID,
            USER.replace("Mapped[int]", "Mapped[int | None]"),
            POST.replace("Mapped[int]", "Mapped[int | None]"),
            NOTE,
            rules='UniqueConstraint("user_id", "post_id"),',
        ),
        model(in_key(USER), in_key(POST), "note: Mapped[str | None]", ID),
        model(in_key(USER), "post_id: Mapped[int] = mapped_column(primary_key=True)", NOTE),
        model(in_key(USER), in_key(POST)),
        model(in_key(USER), in_key(POST), NOTE).replace(
            "Base = new_base()", "class Base(DeclarativeBase):\n    pass"
        ),
        model(in_key(USER), in_key(POST), NOTE).replace(
            "answer = Bookmark", "answer = Bookmark(user_id=1, post_id=2)"
        ),
    ),
)
