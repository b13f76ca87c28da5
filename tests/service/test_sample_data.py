"""Loading CSV files: every value arrives, or nothing does and the message says where and why."""

import csv
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, make_url, select
from sqlalchemy.orm import Session

from microblog import queries
from microblog.models import Base, Follow, Like, Post, Retweet, User
from microblog.sample_data import BrokenFile, load

Add = Callable[[Iterable[Base]], None]
DATA = Path(__file__).parents[2] / "data"
TABLES = [table.name for table in Base.metadata.sorted_tables]
NOON = "2026-08-12T12:00:00+00:00"
LARGEST = 2**63 - 1

FILES = {
    "users": f"""\
id,username,email,hashed_password,created_at
1,Ana,ana@x.org,x,{NOON}
2,Ben,ben@x.org,x,{NOON}
""",
    "posts": f"""\
id,content,timestamp,owner_id
1,"over
three
lines",{NOON},1
2,"a ""quoted"" comma, 🦉",2026-08-12T14:00:00.123456+02:00,2
""",
    "likes": "user_id,post_id\n1,2\n2,1\n",
    "retweets": f"user_id,post_id,timestamp\n1,2,{NOON}\n2,1,{NOON}\n",
    "follows": "follower_id,followee_id\n1,2\n2,1\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of five small files, all of them right."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return folder


def rows_in(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, in the order of their keys."""
    with engine.connect() as connection:
        return {
            table.name: [
                dict(row)
                for row in connection.execute(
                    select(table).order_by(*table.primary_key.columns)
                ).mappings()
            ]
            for table in Base.metadata.sorted_tables
        }


NOTHING: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}


def value_of(name: str, text: str) -> Any:
    if name in {"timestamp", "created_at"}:
        return datetime.fromisoformat(text)
    return int(text) if name == "id" or name.endswith("_id") else text


def rows_of_file(folder: Path, table: str) -> list[dict[str, Any]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            {name: value_of(name, text) for name, text in record.items()}
            for record in csv.DictReader(file)
        ]
    key = [column.name for column in Base.metadata.tables[table].primary_key]
    return sorted(rows, key=lambda row: [row[name] for name in key])


def test_the_shipped_files_arrive_value_by_value_and_once(engine: Engine) -> None:
    files = {table: rows_of_file(DATA, table) for table in TABLES}
    counts = {table: len(rows) for table, rows in files.items()}
    assert min(counts.values()) >= 500
    assert load(engine, DATA) == counts
    assert rows_in(engine) == files
    assert load(engine, DATA) == dict.fromkeys(TABLES, 0)
    assert rows_in(engine) == files


def test_quotes_newlines_and_time_zones_arrive(engine: Engine, folder: Path) -> None:
    assert load(engine, folder) == dict.fromkeys(TABLES, 2)
    posts = rows_in(engine)["posts"]
    assert [post["content"] for post in posts] == ["over\nthree\nlines", 'a "quoted" comma, 🦉']
    assert posts[1]["timestamp"].isoformat() == "2026-08-12T12:00:00.123456+00:00"


def test_what_users_added_stays(engine: Engine, folder: Path, add: Add) -> None:
    load(engine, folder)
    add([User(username="Eva", email="eva@example.org", hashed_password="")])
    add([Post(content="of Eva", owner_id=3), Like(user_id=3, post_id=1)])
    add([Retweet(user_id=3, post_id=1), Follow(follower_id=3, followee_id=1)])
    before = rows_in(engine)
    assert load(engine, folder) == dict.fromkeys(TABLES, 0)
    assert rows_in(engine) == before


def test_what_users_deleted_comes_back(engine: Engine, folder: Path) -> None:
    load(engine, folder)
    with engine.begin() as connection:
        connection.execute(Base.metadata.tables["users"].delete().where(User.id == 1))
    gained = load(engine, folder)
    assert gained == {"users": 1, "posts": 1, "likes": 2, "retweets": 2, "follows": 2}


def test_new_rows_are_numbered_after_the_largest_loaded_id(
    engine: Engine, folder: Path, add: Add
) -> None:
    for table in ("users", "posts"):
        path = folder / f"{table}.csv"
        rename = {"users": ("\n2,Ben", "\n20,Ben"), "posts": ("\n2,", "\n70,")}[table]
        path.write_text(path.read_text("utf-8").replace(*rename).replace(",2\n", ",20\n"), "utf-8")
    for table, line in (("likes", "20,70"), ("follows", "1,20"), ("retweets", f"1,70,{NOON}")):
        header = FILES[table].splitlines()[0]
        (folder / f"{table}.csv").write_text(f"{header}\n{line}\n", "utf-8")
    load(engine, folder)
    add([User(username="Eva", email="eva@example.org", hashed_password="")])
    add([Post(content="of Eva", owner_id=21)])
    rows = rows_in(engine)
    assert [user["id"] for user in rows["users"]] == [1, 20, 21]
    assert [post["id"] for post in rows["posts"]] == [1, 70, 71]
    load(engine, folder)
    add([Post(content="of Eva, later", owner_id=21)])
    assert rows_in(engine)["posts"][-1]["id"] == 72


def test_a_file_may_have_other_columns_in_another_order(engine: Engine, folder: Path) -> None:
    (folder / "likes.csv").write_text("\ufeffwhy,post_id,user_id\nit is good,2,1\n", "utf-8")
    assert load(engine, folder)["likes"] == 1
    assert rows_in(engine)["likes"] == [{"user_id": 1, "post_id": 2}]


NO_NUMBER = f"is not a whole number from 1 to {LARGEST}"
NO_TIME = "is not a time such as 2026-08-12T18:31:00+00:00"
NO_TEXT = "is empty, not UTF-8, or holds the character NUL"
NO_NAME = "is not 3 to 30 letters, digits and underscores"
TOO_EARLY = "0001-01-01T00:00:00+05:00"  # in UTC, before the first year

# The file, a line added to it, and what is said behind the name of the file and the line.
BROKEN: list[tuple[str, str | bytes, str]] = [
    ("likes", "x,1", f", column user_id: 'x' {NO_NUMBER}"),
    ("likes", "1,0", f", column post_id: '0' {NO_NUMBER}"),
    ("likes", "1,1.0", f", column post_id: '1.0' {NO_NUMBER}"),
    ("likes", f"1,{2**63}", f", column post_id: '{2**63}' {NO_NUMBER}"),
    ("likes", f"1,{'9' * 5000}", f", column post_id: '{'9' * 40}' {NO_NUMBER}"),
    ("likes", "3,1", ", column user_id: 3 is no id in users.csv"),
    ("likes", "1,3", ", column post_id: 3 is no id in posts.csv"),
    ("likes", "2", ", column post_id: has no value"),
    ("likes", "2,2,5,6", ", column post_id: is followed by more values than columns: ['5', '6']"),
    ("likes", "2,1", ", column user_id, post_id: (2, 1) stands in the file already"),
    ("posts", f"2,x,{NOON},1", ", column id: 2 stands in the file already"),
    ("posts", f"3,x,{NOON},7", ", column owner_id: 7 is no id in users.csv"),
    ("posts", "3,x,yesterday,1", f", column timestamp: 'yesterday' {NO_TIME}"),
    ("posts", f"3,x,{TOO_EARLY},1", f", column timestamp: '{TOO_EARLY}' {NO_TIME}"),
    (
        "posts",
        "3,x,2026-08-12T12:00:00,1",
        ", column timestamp: '2026-08-12T12:00:00' is a time without a zone; "
        "for UTC write +00:00 behind it",
    ),
    ("posts", f"3,{'x' * 281},{NOON},1", ", column content: is longer than 280 characters"),
    ("posts", f"3,  ,{NOON},1", f", column content: '  ' {NO_TEXT}"),
    ("posts", f"3,a\0b,{NOON},1", f", column content: 'a\\x00b' {NO_TEXT}"),
    ("posts", f"3,café,{NOON},1".encode("latin-1"), f", column content: 'caf\\udce9' {NO_TEXT}"),
    ("posts", f'3,"never closed,{NOON},1', ": unexpected end of data"),
    ("posts", f'3,"a"b,{NOON},1', ": ',' expected after '\"'"),
    ("users", f"3,aNA,c@x.org,x,{NOON}", ", column username: 'ana' stands in the file already"),
    (
        "users",
        f"3,Eva,ANA@x.org,x,{NOON}",
        ", column email: 'ana@x.org' stands in the file already",
    ),
    ("users", f"3,ab,c@x.org,x,{NOON}", f", column username: 'ab' {NO_NAME}"),
    ("users", f"3,{'a' * 31},c@x.org,x,{NOON}", f", column username: '{'a' * 31}' {NO_NAME}"),
    ("users", f"3,Eva,{'c' * 255},x,{NOON}", ", column email: is longer than 254 characters"),
    ("follows", "1,7", ", column followee_id: 7 is no id in users.csv"),
    ("follows", "1,1", ", column followee_id: nobody follows themselves"),
]


def test_a_broken_row_is_named_and_nothing_is_loaded(engine: Engine, folder: Path) -> None:
    for table, line, what in BROKEN:
        path = folder / f"{table}.csv"
        added = line if isinstance(line, bytes) else line.encode()
        path.write_bytes(FILES[table].encode() + added + b"\n")
        number = FILES[table].count("\n") + 1
        with pytest.raises(BrokenFile) as broken:
            load(engine, folder)
        assert str(broken.value) == f"{table}.csv, line {number}{what}"
        assert rows_in(engine) == NOTHING
        path.write_text(FILES[table], "utf-8")


def test_a_file_that_is_missing_or_lacks_a_column_is_named(engine: Engine, folder: Path) -> None:
    """The last file to be read, so that the others are in the transaction by then."""
    path = folder / "retweets.csv"
    for text, message in (
        (None, "retweets.csv cannot be read: No such file or directory"),
        ("", "retweets.csv, line 1, column user_id: is missing"),
        ("user_id,timestamp\n", "retweets.csv, line 1, column post_id: is missing"),
        (FILES["retweets"].replace(",", ";"), "retweets.csv, line 1, column user_id: is missing"),
    ):
        path.unlink() if text is None else path.write_text(text, "utf-8")
        with pytest.raises(BrokenFile) as broken:
            load(engine, folder)
        assert str(broken.value) == message
        assert rows_in(engine) == NOTHING


def test_a_name_or_address_that_another_user_has_is_named(
    engine: Engine, folder: Path, add: Add
) -> None:
    add([User(id=9, username="bEN", email="other@example.org", hashed_password="secret")])
    before = rows_in(engine)
    with pytest.raises(BrokenFile) as broken:
        load(engine, folder)
    assert str(broken.value) == (
        "users.csv, line 3, column username: another user of the database has that name"
    )
    assert rows_in(engine) == before
    with engine.begin() as connection:
        renamed = Base.metadata.tables["users"].update()
        connection.execute(renamed.values(username="Leo", email="ana@x.org"))
    with pytest.raises(BrokenFile) as broken:
        load(engine, folder)
    assert str(broken.value) == (
        "users.csv, line 2, column email: another user of the database has that address"
    )


def test_a_failed_load_leaves_no_lock_behind(engine: Engine, folder: Path) -> None:
    (folder / "retweets.csv").unlink()
    with pytest.raises(BrokenFile):
        load(engine, folder)
    (folder / "retweets.csv").write_text(FILES["retweets"], "utf-8")
    assert load(engine, folder) == dict.fromkeys(TABLES, 2)


def run_command(database_url: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """python -m microblog, as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "microblog", *arguments],
        env={**os.environ, "MICROBLOG_DATABASE_URL": database_url},
        capture_output=True,
        text=True,
    )


def test_the_command_loads_a_folder_into_an_empty_database(
    empty_database_url: str, folder: Path
) -> None:
    done = run_command(empty_database_url, "load", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Loaded into {make_url(empty_database_url)}")
    assert done.stdout.endswith(": 2 users, 2 follows, 2 posts, 2 likes, 2 retweets.\n")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_command_ends_with_the_message_of_a_broken_file(
    database_url: str, folder: Path
) -> None:
    (folder / "likes.csv").write_text("user_id,post_id\nx,1\n", "utf-8")
    done = run_command(database_url, "load", str(folder))
    assert (done.returncode, done.stdout) == (1, "")
    message = f"likes.csv, line 2, column user_id: 'x' {NO_NUMBER}"
    assert done.stderr == f"microblog: {message}\n"


def test_loaded_posts_are_read_like_any_other(engine: Engine, folder: Path) -> None:
    load(engine, folder)
    with Session(engine) as session:
        found = session.execute(queries.posts_with_counts(), {"limit": 5}).mappings().all()
    assert [(post["username"], post["likes_count"]) for post in found] == [("Ben", 1), ("Ana", 1)]
