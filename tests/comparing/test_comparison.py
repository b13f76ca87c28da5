"""What `compare` says, refuses, shows and leaves behind."""

import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from comparing.lending_library import Book, Loan, Member
from comparing.web_shop import Order, Product
from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    Integer,
    MetaData,
    Table,
    bindparam,
    cast,
    create_engine,
    delete,
    func,
    insert,
    inspect,
    literal,
    select,
    text,
    union,
    update,
)

from course import compare
from course.comparing.frames import Frames, dtype_of
from course.comparing.schema import Schema
from course.pairs.frames import DTYPES
from microblog.models import Base, Post, User

ON_SQLITE: Any = {"on": ["sqlite://"], "databases": 60}


def every_member(frames: Frames) -> pd.DataFrame:
    return frames.members[["number", "name"]]


def test_equal_says_on_what() -> None:
    comparison = compare(every_member, select(Member.number, Member.name), on=["sqlite://"])
    assert comparison
    assert comparison.equal
    assert repr(comparison).startswith("Equal on 300 databases, on SQLite.\n\nEqual on what was")


def test_a_difference_shows_the_smallest_data_and_both_answers() -> None:
    wrong = select(Member.number, Member.name).where(Member.name != "Okay")
    comparison = compare(every_member, wrong, **ON_SQLITE)
    assert not comparison
    assert {name: len(frame) for name, frame in comparison.data.items()} == {"members": 1}
    assert comparison.data["members"]["name"].tolist() == ["Okay"]
    assert comparison.pandas is not None
    assert comparison.sql is not None
    assert (len(comparison.pandas), len(comparison.sql)) == (1, 0)
    told = repr(comparison)
    assert "The marked rows are on one side only." in told
    assert re.search(r"in pandas:\n +number name\n≠ +\d+ Okay", told)
    assert "in SQL, on SQLite:\nnumber name\n(no rows)" in told
    assert told.endswith("These columns make no difference: members.card, members.joined.")


def test_the_same_seed_gives_the_same_answer() -> None:
    wrong = select(Member.number, Member.name).where(Member.number < 3)
    once, again = (compare(every_member, wrong, seed=4, **ON_SQLITE) for _ in range(2))
    assert not once
    assert repr(once) == repr(again)


def test_the_arguments_may_come_in_either_order() -> None:
    statement: Any = select(Member.number, Member.name)
    function: Any = every_member
    assert compare(statement, function, **ON_SQLITE)


def test_nulls_are_generated_where_asked() -> None:
    def without_ana(frames: Frames) -> pd.DataFrame:
        return frames.members[frames.members["name"] != "ana"][["number"]]

    statement = select(Member.number).where(Member.name != "ana")
    assert compare(without_ana, statement, **ON_SQLITE)
    comparison = compare(without_ana, statement, nulls=True, **ON_SQLITE)
    assert not comparison
    assert comparison.data["members"]["name"].isna().tolist() == [True]


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("SELECT 1", "The statement is text"),
        (text("SELECT 1"), "The statement is text"),
        (insert(Member), "The statement writes"),
        (update(Member).values(name="x").returning(Member.number), "The statement writes"),
        (delete(Member), "The statement writes"),
        (
            select(delete(Loan).returning(Loan.id).cte("gone").c.id),
            "A part of the statement writes",
        ),
        (select(literal(1)), "reads no table"),
        (select(text("*")).select_from(text("members")), "reads no table"),
        (pd.DataFrame(), "The statement is a DataFrame"),
        (None, "The statement is None"),
        (Member, "The statement is a class"),
        (select(Member).where(Member.number == bindparam("it")), r"\.params\(it=…\)"),
    ],
)
def test_what_is_no_select_is_refused_in_words(statement: Any, says: str) -> None:
    with pytest.raises(TypeError, match=says):
        compare(every_member, statement, **ON_SQLITE)


def test_a_statement_runs_with_the_values_of_its_parameters() -> None:
    def first(frames: Frames) -> pd.DataFrame:
        return frames.members[frames.members["number"] == 1][["number"]]

    statement = select(Member.number).where(Member.number == bindparam("it"))
    assert compare(first, statement.params(it=1), **ON_SQLITE)


@pytest.mark.parametrize(
    ("function", "says"),
    [
        (pd.DataFrame(), "a DataFrame, a result. Give the function that makes it"),
        (pd.Series([1]), "a Series, a result"),
        ("members", "a str. Give a function of frames"),
    ],
)
def test_what_is_no_function_is_refused_in_words(function: Any, says: str) -> None:
    with pytest.raises(TypeError, match=says):
        compare(function, select(Member), **ON_SQLITE)


@pytest.mark.parametrize(
    ("result", "says"),
    [
        (lambda frames: None, "returned None"),
        (lambda frames: len(frames.members), "returned an int"),
        (lambda frames: frames.members["name"], "returned a Series"),
        (lambda frames: frames.persons, "no table called 'persons'; there are members"),
        (lambda frames: frames.members["age"], "KeyError: 'age'"),
    ],
)
def test_a_function_that_fails_is_shown_with_its_error(result: Any, says: str) -> None:
    comparison = compare(result, select(Member.name), **ON_SQLITE)
    assert not comparison
    assert says in repr(comparison)
    assert "The function failed." in comparison.headline


def test_an_error_is_shown_on_the_smallest_data_that_raises_it() -> None:
    def first_letters(frames: Frames) -> pd.DataFrame:
        return pd.DataFrame({"letter": [name[0] for name in frames.members["name"]]})

    letter = func.substr(Member.name, 1, 1).label("letter")
    comparison = compare(first_letters, select(letter), **ON_SQLITE)
    assert comparison.data["members"]["name"].tolist() == [""]
    assert "IndexError: string index out of range" in repr(comparison)
    assert '[name[0] for name in frames.members["name"]]' in repr(comparison)


def test_an_error_of_the_database_is_told_in_its_own_words() -> None:
    comparison = compare(every_member, select(func.strpos(Member.name, "a")), **ON_SQLITE)
    assert "The statement failed." in comparison.headline
    assert "OperationalError: no such function: strpos" in repr(comparison)


def test_a_recursion_without_end_is_stopped() -> None:
    chain = select(Member.number.label("number")).cte("chain", recursive=True)
    endless = select(chain.union_all(select(chain.c.number)).c.number)
    comparison = compare(lambda frames: frames.members[["number"]], endless, **ON_SQLITE)
    assert "doesn't come to an end" in repr(comparison)


def test_names_of_columns_must_agree_and_an_index_is_not_compared() -> None:
    def by_name(frames: Frames) -> pd.DataFrame:
        return frames.members.groupby("name").agg(members=("number", "count"))

    statement = select(Member.name, func.count().label("members")).group_by(Member.name)
    comparison = compare(by_name, statement, **ON_SQLITE)
    assert "different names" in comparison.headline
    assert "reset_index()" in repr(comparison)


def test_a_bool_is_no_number() -> None:
    def long_names(frames: Frames) -> pd.DataFrame:
        return pd.DataFrame({"is_long": frames.members["name"].str.len() > 5})

    as_number = cast(func.length(Member.name) > 5, Integer).label("is_long")
    assert "bool in pandas and number in SQL" in repr(
        compare(long_names, select(as_number), **ON_SQLITE)
    )


def by_name(*keys: str) -> Callable[[Frames], pd.DataFrame]:
    return lambda frames: frames.members.sort_values(list(keys))[["number", "name"]]


def test_rows_that_tie_may_come_in_any_order_and_that_is_said() -> None:
    statement = select(Member.number, Member.name).order_by(func.length(Member.name))

    def by_length(frames: Frames) -> pd.DataFrame:
        members = frames.members.sort_values("number", ascending=False)
        members = members.sort_values("name", key=lambda name: name.str.len(), kind="stable")
        return members[["number", "name"]]

    comparison = compare(by_length, statement, **ON_SQLITE)
    assert comparison
    assert "leaves ties open" in repr(comparison)


@pytest.mark.parametrize("key", ["name", Member.name.desc(), text("2 DESC")])
def test_the_order_counts_where_the_statement_orders(key: Any) -> None:
    statement = select(Member.number, Member.name)
    assert compare(by_name("number"), statement, **ON_SQLITE)
    comparison = compare(by_name("number"), statement.order_by(key), **ON_SQLITE)
    assert comparison.headline == "Different. The rows are the same, in different orders."


def test_the_order_of_a_union_counts_too() -> None:
    both = union(select(Member.name.label("word")), select(Book.title))

    def words(frames: Frames) -> pd.DataFrame:
        every: pd.Series[str] = pd.concat([frames.members["name"], frames.books["title"]])
        return every.drop_duplicates().to_frame("word").sort_values("word", ascending=False)

    assert compare(words, both.order_by(text("word DESC")), **ON_SQLITE)
    assert not compare(words, both.order_by("word"), **ON_SQLITE)


def test_a_table_that_the_statement_forgets_is_generated_too() -> None:
    def members_with_loans(frames: Frames) -> pd.DataFrame:
        has_loans = frames.members["number"].isin(frames.loans["member_number"])
        return frames.members[has_loans][["number"]]

    comparison = compare(members_with_loans, select(Member.number), **ON_SQLITE)
    assert not comparison
    assert set(comparison.data) == {"books", "loans", "members"}


def test_an_answer_that_never_has_rows_is_told() -> None:
    def nobody(frames: Frames) -> pd.DataFrame:
        return frames.members[frames.members["number"] < 0][["number"]]

    comparison = compare(nobody, select(Member.number).where(Member.number < 0), **ON_SQLITE)
    assert "Neither side ever found a row" in repr(comparison)


def test_a_table_whose_rows_are_all_refused_is_told() -> None:
    strict = Table("strict", MetaData(), Column("id", Integer, CheckConstraint("1 = 0")))
    comparison = compare(lambda frames: frames.strict, select(strict), **ON_SQLITE)
    assert "No row could be made for strict" in repr(comparison)


def test_the_frames_have_the_dtypes_of_the_pairs() -> None:
    schema = Schema(Base.metadata.sorted_tables, nulls=True)
    dtypes = {
        name: {column.name: dtype_of(column, schema.is_nullable(column)) for column in copy.columns}
        for name, copy in schema.copies.items()
    }
    assert dtypes == DTYPES


def test_moments_keep_their_zone_on_both_databases() -> None:
    def moments(frames: Frames) -> pd.DataFrame:
        assert str(frames.orders["placed_at"].dtype) == "datetime64[us, UTC]"
        return frames.orders[["placed_at"]]

    assert compare(moments, select(Order.placed_at), **ON_SQLITE)
    naive = Table(
        "notes", MetaData(), Column("id", Integer, primary_key=True), Column("at", DateTime)
    )
    assert compare(lambda frames: frames.notes[["at"]], select(naive.c.at), **ON_SQLITE)


def test_literals_of_the_function_are_tried_too() -> None:
    def all_but_one(frames: Frames) -> pd.DataFrame:
        return frames.members[frames.members["name"] != "Hjørdis Ødegård"][["number"]]

    assert not compare(all_but_one, select(Member.number), **ON_SQLITE)


def test_more_rows_than_the_limit_are_tried() -> None:
    def all_prices(frames: Frames) -> pd.DataFrame:
        return frames["items"].sort_values(["price", "sku"])[["sku"]]

    limited = select(Product.sku).order_by(Product.price, Product.sku).limit(15)
    comparison = compare(all_prices, limited, **ON_SQLITE)
    assert len(comparison.data["items"]) == 16


def test_html_is_safe_offline_and_fit_for_the_dark() -> None:
    marked = select(Member.number, Member.name).where(Member.name != "<b>&")
    shown = compare(every_member, marked, **ON_SQLITE)._repr_mimebundle_()["text/html"]
    assert "&lt;b&gt;&amp;</td>" in shown
    assert "<td>≠</td>" in shown
    assert not re.findall(r"background|http|src=|href=|<b>", shown)


def test_postgresql_is_left_as_it_was(new_postgres_database: Callable[[str], str]) -> None:
    url = new_postgres_database("template0")
    statement = select(Order.id, Order.status)
    assert compare(
        lambda frames: frames.orders[["id", "status"]], statement, databases=30, on=[url]
    )
    engine = create_engine(url)
    assert inspect(engine).get_schema_names() == ["information_schema", "public"]
    assert inspect(engine).get_table_names() == []
    assert inspect(engine).get_enums() == []  # type: ignore[attr-defined]
    engine.dispose()


def test_postgresql_is_tried_where_the_environment_names_a_server(
    new_postgres_database: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    statement = select(Member.number, Member.name)
    monkeypatch.delenv("MICROBLOG_TEST_DATABASE_URL", raising=False)
    alone = compare(every_member, statement, databases=5)
    assert alone.headline == "Equal on 5 databases, on SQLite."
    monkeypatch.setenv("MICROBLOG_TEST_DATABASE_URL", new_postgres_database("template0"))
    both = compare(every_member, statement, databases=5)
    assert both.headline == "Equal on 5 databases, on SQLite and PostgreSQL."


def test_only_databases_that_it_can_use_are_taken() -> None:
    with pytest.raises(ValueError, match="not on mysql"):
        compare(every_member, select(Member.number), on=["mysql://localhost/x"])


def test_the_service_s_own_tables_work_with_their_constraints() -> None:
    def posts(frames: Frames) -> pd.DataFrame:
        both = frames.posts.merge(frames.users, left_on="owner_id", right_on="id")
        return both[["id_x", "username"]].rename(columns={"id_x": "id"})

    assert compare(posts, select(Post.id, User.username).join(Post.owner), **ON_SQLITE)
    assert not compare(posts, select(Post.id, User.username).join(User, User.id == Post.id))
