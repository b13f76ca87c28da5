"""What a load does to the database: new rows arrive, those that are there stay."""

import csv
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from service.loading.small_files import ALL_EXISTING, ALL_GAINED, FILES, HASH, NOON, TABLES, rows_in
from sqlalchemy import Engine, update
from sqlalchemy.orm import Session

from microblog import queries
from microblog.loading import BrokenFile, Loaded, load
from microblog.models import Base, Follow, Like, Post, Retweet, User

Add = Callable[[Iterable[Base]], None]
DATA = Path(__file__).parents[3] / "data"


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


def eva() -> User:
    return User(username="Eva", email="eva@example.org", hashed_password=HASH)


@pytest.mark.slow
def test_the_shipped_files_arrive_value_by_value_and_once(engine: Engine) -> None:
    files = {table: rows_of_file(DATA, table) for table in TABLES}
    counts = {table: len(rows) for table, rows in files.items()}
    assert min(counts.values()) >= 500
    assert load(engine, DATA) == {table: Loaded(count) for table, count in counts.items()}
    assert rows_in(engine) == files
    second = load(engine, DATA)
    assert second == {table: Loaded(0, existing=count) for table, count in counts.items()}
    assert rows_in(engine) == files


def test_quotes_newlines_and_time_zones_arrive(engine: Engine, folder: Path) -> None:
    assert load(engine, folder) == ALL_GAINED
    posts = rows_in(engine)["posts"]
    assert [post["content"] for post in posts] == ["over\nthree\nlines", 'a "quoted" comma, 🦉']
    assert posts[1]["timestamp"].isoformat() == "2026-08-12T12:00:00.123456+00:00"


def test_values_are_stored_in_the_form_that_the_api_stores(engine: Engine, folder: Path) -> None:
    user = f"3,Eva,EVA@Example.ORG,{HASH},2026-08-12T12:00:00.123456789Z\n"
    (folder / "users.csv").write_text(FILES["users"] + user, "utf-8")
    (folder / "posts.csv").write_text(f"{FILES['posts']}3,  x ,{NOON},3\n", "utf-8")
    load(engine, folder)
    rows = rows_in(engine)
    assert rows["users"][2]["email"] == "eva@example.org"
    assert rows["users"][2]["created_at"].isoformat() == "2026-08-12T12:00:00.123456+00:00"
    assert rows["posts"][2]["content"] == "x"


@pytest.mark.parametrize("delimiter", [";", "\t"], ids=["semicolons", "tabs"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_table_saved_by_another_program_is_recognized(
    engine: Engine, folder: Path, delimiter: str, newline: str, mark: str
) -> None:
    for name in ("users", "likes", "retweets", "follows"):
        text = FILES[name].replace(",", delimiter).replace("\n", newline)
        (folder / f"{name}.csv").write_text(mark + text, "utf-8", newline="")
    assert load(engine, folder) == ALL_GAINED


def test_a_file_may_have_other_columns_in_another_order(engine: Engine, folder: Path) -> None:
    (folder / "likes.csv").write_text("why,post_id,user_id\nit is good,2,1\n", "utf-8")
    assert load(engine, folder)["likes"] == Loaded(1)
    assert rows_in(engine)["likes"] == [{"user_id": 1, "post_id": 2}]


def test_files_without_rows_are_loaded(engine: Engine, folder: Path) -> None:
    for name, text in FILES.items():
        (folder / f"{name}.csv").write_text(text.splitlines()[0], "utf-8")
    assert load(engine, folder) == dict.fromkeys(TABLES, Loaded(0))


def test_what_users_added_stays(engine: Engine, folder: Path, add: Add) -> None:
    load(engine, folder)
    add([eva()])
    add([Post(content="of Eva", owner_id=3), Like(user_id=3, post_id=1)])
    add([Retweet(user_id=3, post_id=1), Follow(follower_id=3, followee_id=1)])
    before = rows_in(engine)
    assert load(engine, folder) == ALL_EXISTING
    assert rows_in(engine) == before


def test_what_users_deleted_comes_back(engine: Engine, folder: Path) -> None:
    load(engine, folder)
    with engine.begin() as connection:
        connection.execute(Base.metadata.tables["users"].delete().where(User.id == 1))
    one, both = Loaded(1, existing=1), Loaded(2)
    loaded = load(engine, folder)
    assert loaded == {"users": one, "posts": one, "likes": both, "retweets": both, "follows": both}


def test_rows_that_differ_from_the_files_are_counted_and_stay(engine: Engine, folder: Path) -> None:
    load(engine, folder)
    with engine.begin() as connection:
        connection.execute(update(User).where(User.id == 1).values(username="Anna"))
        connection.execute(update(Post).where(Post.id == 2).values(content="changed"))
    before = rows_in(engine)
    loaded = load(engine, folder)
    assert loaded == {
        **ALL_EXISTING,
        "users": Loaded(0, existing=2, differing=1),
        "posts": Loaded(0, existing=2, differing=1),
    }
    assert rows_in(engine) == before


def test_rows_may_refer_to_what_only_the_database_has(
    engine: Engine, folder: Path, add: Add
) -> None:
    load(engine, folder)
    add([eva()])
    (folder / "likes.csv").write_text("user_id,post_id\n3,1\n", "utf-8")
    assert load(engine, folder)["likes"] == Loaded(1)


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
    add([eva()])
    add([Post(content="of Eva", owner_id=21)])
    rows = rows_in(engine)
    assert [user["id"] for user in rows["users"]] == [1, 20, 21]
    assert [post["id"] for post in rows["posts"]] == [1, 70, 71]
    load(engine, folder)
    add([Post(content="of Eva, later", owner_id=21)])
    assert rows_in(engine)["posts"][-1]["id"] == 72


@pytest.mark.parametrize(
    ("taken", "message"),
    [
        (
            {"username": "bEN", "email": "other@example.org"},
            "line 3, column username: 'Ben' belongs to another user of the database",
        ),
        (
            {"username": "Leo", "email": "ana@example.org"},
            "line 2, column email: 'ana@example.org' belongs to another user of the database",
        ),
    ],
)
def test_a_name_or_address_that_another_user_has_is_named(
    engine: Engine, folder: Path, add: Add, taken: dict[str, str], message: str
) -> None:
    add([User(id=9, hashed_password=HASH, **taken)])
    before = rows_in(engine)
    with pytest.raises(BrokenFile) as broken:
        load(engine, folder)
    assert str(broken.value) == f"users.csv, {message}"
    assert rows_in(engine) == before


def test_a_failed_load_leaves_no_lock_behind(engine: Engine, folder: Path) -> None:
    (folder / "retweets.csv").write_text(FILES["retweets"] + "x\n", "utf-8")
    with pytest.raises(BrokenFile):
        load(engine, folder)
    (folder / "retweets.csv").write_text(FILES["retweets"], "utf-8")
    assert load(engine, folder) == ALL_GAINED


def test_loaded_posts_are_read_like_any_other(engine: Engine, folder: Path) -> None:
    load(engine, folder)
    with Session(engine) as session:
        found = session.execute(queries.posts_with_counts(), {"limit": 5}).mappings().all()
    assert [(post["username"], post["likes_count"]) for post in found] == [("Ben", 1), ("Ana", 1)]
