"""Large files, and loads that others disturb: as slow as they are rare."""

import subprocess
import sys
import threading
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from service.loading.small_files import ALL_GAINED, FILES, HASH, NOON, NOTHING, rows_in
from sqlalchemy import Engine, delete

from microblog.database import insert_if_absent, make_session_factory, transaction
from microblog.loading import load
from microblog.models import Like, User

pytestmark = pytest.mark.slow

END_ABRUPTLY = """
import os, sys
from pathlib import Path
from microblog.database import make_engine
from microblog.loading import check, folder

def values_of(file, batch):
    if file.path.name == sys.argv[3]:
        os._exit(9)
    return check.values_of(file, batch)

folder.values_of = values_of
folder.load(make_engine(sys.argv[1]), Path(sys.argv[2]))
"""


def write_crowd(folder: Path, users: int, posts: int) -> None:
    """Users who all like all posts."""
    people = "".join(
        f"{user},user_{user},user_{user}@example.org,{HASH},{NOON}\n"
        for user in range(1, users + 1)
    )
    texts = "".join(f"{post},a post,{NOON},1\n" for post in range(1, posts + 1))
    likes = "".join(
        f"{user},{post}\n" for post in range(1, posts + 1) for user in range(1, users + 1)
    )
    for name, rows in (("users", people), ("posts", texts), ("likes", likes)):
        header = FILES[name].splitlines()[0]
        (folder / f"{name}.csv").write_text(f"{header}\n{rows}", "utf-8")


def peak_memory(engine: Engine, folder: Path) -> int:
    """The most bytes that Python's objects took during a load."""
    tracemalloc.start()
    try:
        load(engine, folder)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_rows(engine: Engine, folder: Path) -> None:
    first, second = [], []
    for posts in (150, 900):
        write_crowd(folder, users=200, posts=posts)
        with engine.begin() as connection:
            connection.execute(delete(User))
        first.append(peak_memory(engine, folder))
        second.append(peak_memory(engine, folder))
    assert first[1] < 1.2 * first[0]
    assert second[1] < 1.2 * second[0], "the second load compares by a staging table"


@pytest.mark.parametrize("name", ["users.csv", "posts.csv", "likes.csv", "retweets.csv"])
def test_a_load_that_ends_abruptly_leaves_nothing(
    engine: Engine, database_url: str, folder: Path, name: str
) -> None:
    command = [sys.executable, "-c", END_ABRUPTLY, database_url, str(folder), name]
    assert subprocess.run(command, check=False).returncode == 9
    assert rows_in(engine) == NOTHING
    assert load(engine, folder) == ALL_GAINED


def test_a_load_and_thirty_who_write_at_the_same_time(engine: Engine, folder: Path) -> None:
    write_crowd(folder, users=30, posts=30)
    likes = (folder / "likes.csv").read_text("utf-8")
    (folder / "likes.csv").write_text(FILES["likes"].splitlines()[0], "utf-8")
    load(engine, folder)
    (folder / "likes.csv").write_text(likes, "utf-8")
    make_session, start = make_session_factory(engine), threading.Barrier(31)

    def like_all(user: int) -> None:
        start.wait()
        for post in range(1, 31):
            with make_session() as session, transaction(session):
                insert_if_absent(session, Like, user_id=user, post_id=post)

    with ThreadPoolExecutor(30) as pool:
        writers = [pool.submit(like_all, user) for user in range(1, 31)]
        start.wait()
        loaded = load(engine, folder)["likes"]
        for writer in writers:
            writer.result()
    assert loaded.gained + loaded.existing == 900
    assert len(rows_in(engine)["likes"]) == 900
