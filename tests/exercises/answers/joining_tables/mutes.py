from learners import Learners

USER = 'mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)'
FREE = 'mapped_column(ForeignKey("users.id", ondelete="CASCADE"))'


def mute(muter: str, muted: str, more: str = "") -> str:
    return f"""
class Mute(new_base()):
    __tablename__ = "mutes"

    muter_id: Mapped[int] = {muter}
    muted_id: Mapped[int] = {muted}
{more}
"""


LEARNERS = Learners(
    right=(
        mute(USER, USER, "\n    since: Mapped[str | None]"),
        f"""
Base = new_base()


class Mute(Base):
    __tablename__ = "mutes"

    muted_id: Mapped[int] = {USER}
    muter_id: Mapped[int] = {USER}
""",
        "from sqlalchemy import PrimaryKeyConstraint\n"
        + mute(FREE, FREE, '    __table_args__ = (PrimaryKeyConstraint("muted_id", "muter_id"),)'),
        mute(
            USER,
            FREE.replace("))", "), primary_key=True)"),
            '    __table_args__ = (UniqueConstraint("muter_id", "muted_id"),)',
        ),
    ),
    named={
        mute(FREE, FREE, "    number: Mapped[int] = mapped_column(primary_key=True)"): "twice",
        mute(
            'mapped_column(ForeignKey("users.id", ondelete="RESTRICT"), primary_key=True)',
            'mapped_column(ForeignKey("users.id", ondelete="RESTRICT"), primary_key=True)',
        ): "no cascade",
        mute(USER, FREE, "    note: Mapped[str | None]"): "one mute for each user",
    },
    unnamed=(
        mute(USER, USER).replace('"mutes"', '"mute"'),
        mute(USER, USER).replace("muted_id", "other_id"),
        mute(USER, "mapped_column(primary_key=True)"),
        mute(USER, 'mapped_column(ForeignKey("users.id"), primary_key=True)'),
        mute('mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)', USER),
        mute(USER, USER).replace("users.id", "users"),
        "answer = 'Mute'",
        "answer = new_base()",
    ),
)
