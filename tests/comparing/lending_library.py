"""The models of another project, a lending library, and questions about it in both languages."""

from datetime import date

import pandas as pd
from sqlalchemy import CheckConstraint, Date, ForeignKey, String, UniqueConstraint, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, aliased, mapped_column, relationship

from course.comparing.frames import Frames
from course.comparing.statements import Statement


class Base(DeclarativeBase):
    pass


class Book(Base):
    __tablename__ = "books"

    isbn: Mapped[str] = mapped_column(String(13), primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    pages: Mapped[int | None]
    sequel_to: Mapped[str | None] = mapped_column(ForeignKey("books.isbn"))

    __table_args__ = (CheckConstraint("length(isbn) IN (10, 13)"), CheckConstraint("pages > 0"))


class Member(Base):
    __tablename__ = "members"

    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    card: Mapped[str] = mapped_column(String(12), unique=True)
    joined: Mapped[date] = mapped_column(Date)

    loans: Mapped[list["Loan"]] = relationship(back_populates="member")


class Loan(Base):
    __tablename__ = "loans"

    id: Mapped[int] = mapped_column(primary_key=True)
    isbn: Mapped[str] = mapped_column(ForeignKey("books.isbn"))
    member_number: Mapped[int] = mapped_column(ForeignKey("members.number"))
    lent: Mapped[date]
    returned: Mapped[date | None]

    member: Mapped[Member] = relationship(back_populates="loans")

    __table_args__ = (CheckConstraint("returned >= lent"), UniqueConstraint("isbn", "lent"))


def loans_per_member(frames: Frames) -> pd.DataFrame:
    both = frames.members.merge(
        frames.loans, left_on="number", right_on="member_number", how="left"
    )
    return both.groupby(["number", "name"])["id"].count().reset_index(name="loans")


def loans_per_member_in_sql() -> Statement:
    loans = func.count(Loan.id).label("loans")
    rows = select(Member.number, Member.name, loans).outerjoin(Member.loans)
    return rows.group_by(Member.number, Member.name)


def only_members_with_loans_in_sql() -> Statement:
    loans = func.count(Loan.id).label("loans")
    rows = select(Member.number, Member.name, loans).join(Member.loans)
    return rows.group_by(Member.number, Member.name)


def lent_out(frames: Frames) -> pd.DataFrame:
    loans = frames.loans
    out = loans[loans["returned"].isna() & (loans["lent"] < pd.Timestamp("2026-08-12"))]
    return out.sort_values(["lent", "id"])[["id", "lent"]]


def lent_out_in_sql() -> Statement:
    rows = select(Loan.id, Loan.lent).where(Loan.returned.is_(None), Loan.lent < date(2026, 8, 12))
    return rows.order_by(Loan.lent, Loan.id)


def lent_out_and_that_day_in_sql() -> Statement:
    rows = select(Loan.id, Loan.lent)
    rows = rows.where(Loan.returned.is_(None), Loan.lent <= date(2026, 8, 12))
    return rows.order_by(Loan.lent, Loan.id)


def lent_out_by_id_in_sql() -> Statement:
    return lent_out_in_sql().order_by(None).order_by(Loan.id)


def sequels(frames: Frames) -> pd.DataFrame:
    first = frames.books[["isbn", "title"]].add_prefix("first_")
    both = frames.books.merge(first, left_on="sequel_to", right_on="first_isbn")
    return both[["title", "first_title"]]


def sequels_in_sql() -> Statement:
    first = aliased(Book)
    rows = select(Book.title, first.title.label("first_title"))
    return rows.join(first, first.isbn == Book.sequel_to)


def prequels_in_sql() -> Statement:
    first = aliased(Book)
    rows = select(first.title, Book.title.label("first_title"))
    return rows.join(first, first.isbn == Book.sequel_to)


def latest_loan(frames: Frames) -> pd.DataFrame:
    loans = frames.loans.sort_values(["lent", "id"])
    return loans.groupby("member_number").tail(1)[["member_number", "id"]]


def latest_loan_in_sql() -> Statement:
    by_day = (Loan.lent.desc(), Loan.id.desc())
    place = func.row_number().over(partition_by=Loan.member_number, order_by=by_day)
    loans = select(Loan.member_number, Loan.id, place.label("place")).cte("loans_by_day")
    return select(loans.c.member_number, loans.c.id).where(loans.c.place == 1)


def latest_loans_of_that_day_in_sql() -> Statement:
    place = func.rank().over(partition_by=Loan.member_number, order_by=Loan.lent.desc())
    loans = select(Loan.member_number, Loan.id, place.label("place")).cte("loans_by_day")
    return select(loans.c.member_number, loans.c.id).where(loans.c.place == 1)


def short_books(frames: Frames) -> pd.DataFrame:
    return frames.books[frames.books["pages"].fillna(0) <= 300][["isbn"]]


def short_books_in_sql() -> Statement:
    return select(Book.isbn).where(func.coalesce(Book.pages, 0) <= 300)


def short_books_of_known_length_in_sql() -> Statement:
    return select(Book.isbn).where(Book.pages <= 300)


SAME = [
    (loans_per_member, loans_per_member_in_sql),
    (lent_out, lent_out_in_sql),
    (sequels, sequels_in_sql),
    (latest_loan, latest_loan_in_sql),
    (short_books, short_books_in_sql),
]
DIFFERENT = [
    (loans_per_member, only_members_with_loans_in_sql),
    (lent_out, lent_out_and_that_day_in_sql),
    (lent_out, lent_out_by_id_in_sql),
    (sequels, prequels_in_sql),
    (latest_loan, latest_loans_of_that_day_in_sql),
    (short_books, short_books_of_known_length_in_sql),
]
