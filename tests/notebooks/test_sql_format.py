"""SQL as the kit shows it: laid out for reading, and still the SQL that runs."""

import re

import pytest
from sqlalchemy import bindparam, select
from sqlalchemy.schema import CreateTable

from course import sql
from course.display import DIALECTS
from course.pairs import PAIRS
from course.sql_format import WIDTH, format_sql, shorten_lists
from microblog import queries
from microblog.models import Base, Post

SELECTS = [
    pytest.param(
        str(pair.sqlalchemy(name).compile(dialect=dialect)), id=f"pair {pair.number} on {name}"
    )
    for pair in PAIRS
    if not pair.effect
    for name, dialect in DIALECTS.items()
]
TABLES = [
    pytest.param(str(CreateTable(table).compile(dialect=dialect)), id=f"{table.name} on {name}")
    for table in Base.metadata.sorted_tables
    for name, dialect in DIALECTS.items()
]
WRITES = [
    "INSERT INTO posts (content, owner_id) VALUES (?, ?) RETURNING id",
    "UPDATE posts SET content=? WHERE posts.id = ? RETURNING id",
    "INSERT INTO likes (user_id, post_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
    "SELECT 1; SELECT 2",
    "",
]


def without_blanks(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("text", [*SELECTS, *TABLES, *WRITES])
def test_a_statement_keeps_every_word(text: str) -> None:
    assert without_blanks(format_sql(text)) == without_blanks(text)


@pytest.mark.parametrize("text", SELECTS)
def test_no_line_is_wider_than_a_notebook_shows(text: str) -> None:
    assert max(map(len, format_sql(text).splitlines())) <= WIDTH + 4  # a word is never broken


def test_each_clause_has_a_line_and_sub_queries_are_indented() -> None:
    text = str(queries.posts_with_counts().compile(dialect=DIALECTS["sqlite"]))
    assert format_sql(text).splitlines()[:5] == [
        "SELECT page.id, page.content, page.timestamp, page.owner_id, users.username,",
        "  (SELECT count(*) AS count_1",
        "   FROM likes",
        "   WHERE likes.post_id = page.id) AS likes_count,",
        "  (SELECT count(*) AS count_2",
    ]


def test_a_window_stays_on_the_line_of_its_column() -> None:
    text = "SELECT id, rank() OVER (PARTITION BY owner_id ORDER BY id) AS place FROM posts"
    assert format_sql(text).splitlines() == [
        "SELECT id, rank() OVER (PARTITION BY owner_id ORDER BY id) AS place",
        "FROM posts",
    ]


def test_what_stands_in_quotes_is_left_alone() -> None:
    quoted = "'two  blanks\n\n  FROM here'"
    assert format_sql(f"SELECT {quoted} AS x FROM t") == f"SELECT {quoted} AS x\nFROM t"


def test_a_table_is_created_with_a_line_for_each_column() -> None:
    assert "\n\tcontent VARCHAR(280) NOT NULL,\n" in sql(Post).data


def test_a_statement_too_large_to_be_parsed_is_shown_as_it_is() -> None:
    text = f"SELECT {', '.join(map(str, range(20_000)))}"
    assert format_sql(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("IN (?, ?, ?)", "IN (?, ?, ?)"),
        (f"IN ({', '.join(['?'] * 500)})", "IN (?, ?, … 500 in all)"),
        (
            f"IN ({', '.join(f'%(id_{n})s::BIGINT' for n in range(12))})",
            "IN (%(id_0)s::BIGINT, %(id_1)s::BIGINT, … 12 in all)",
        ),
        (f"VALUES {', '.join(['(?, ?)'] * 1000)}", "VALUES (?, ?), (?, ?), … 1000 in all"),
    ],
)
def test_long_lists_are_cut(text: str, shown: str) -> None:
    assert shorten_lists(text) == shown


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_list_is_shown_as_the_database_receives_it(dialect: str) -> None:
    shown = sql(select(Post.id).where(Post.id.in_(range(500))), dialect).data
    assert "POSTCOMPILE" not in shown
    assert "… 500 in all)" in shown
    assert shown.endswith("-- id_1 = [0, 1, … 500 in all]\n```")


def test_a_list_given_later_is_shown_too() -> None:
    chosen = select(Post.id).where(Post.id.in_(bindparam("ids", expanding=True)))
    assert "IN (?, ?)\n-- ids = [7, 8]\n" in sql(chosen, ids=[7, 8]).data
    assert "IN (__[POSTCOMPILE_ids])" in sql(chosen).data


def test_a_long_window_is_broken_between_its_parts() -> None:
    window = "PARTITION BY posts.owner_id ORDER BY posts.timestamp NULLS LAST, posts.id"
    frame = "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"
    text = f"SELECT sum(length(posts.content)) OVER ({window} {frame}) AS total FROM posts"
    assert format_sql(text).splitlines() == [
        "SELECT sum(length(posts.content)) OVER (PARTITION BY posts.owner_id",
        "    ORDER BY posts.timestamp NULLS LAST, posts.id",
        "    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS total",
        "FROM posts",
    ]
