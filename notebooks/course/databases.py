"""Databases for a notebook: a new file each time, gone when the kernel stops."""

import atexit
import hashlib
import os
import shutil
import sqlite3
import tempfile
from functools import cache
from itertools import count
from pathlib import Path

from sqlalchemy import text

from microblog import migrations, sample_data
from microblog.database import make_engine

DATA = Path(__file__).parents[2] / "data"
_folder = Path(tempfile.mkdtemp(prefix="microblog-"))
_numbers = count(1)
atexit.register(shutil.rmtree, _folder, ignore_errors=True)


def empty_database() -> str:
    """The URL of a new SQLite file without tables, for `make_engine`."""
    return f"sqlite:///{(_folder / f'{next(_numbers)}.db').as_posix()}"


def sample_database() -> str:
    """The URL of a new SQLite file that holds the sample data, for `make_engine` or `Settings`.

    Each call copies the same prepared file, so what a cell changes never reaches another one.
    """
    url = empty_database()
    shutil.copyfile(_loaded_file(), url.removeprefix("sqlite:///"))
    return url


INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
MANY_ROWS = (
    """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :users)
    INSERT INTO users (id, username, email, hashed_password, created_at)
    SELECT i, 'user_' || i, 'user_' || i || '@example.org', 'none',
        datetime('2026-05-01', (i * 44640 / :users) || ' minutes') || '.000000'
    FROM n""",
    """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :posts)
    INSERT INTO posts (id, content, timestamp, owner_id)
    SELECT i, 'Post ' || i,
        datetime('2026-06-01', (i * 132480 / :posts) || ' minutes') || '.000000',
        i * 7919 % :users + 1
    FROM n""",
    """WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99)
    INSERT INTO likes (user_id, post_id)
    SELECT (id * 31 + i * 7) % :users + 1, id
    FROM posts CROSS JOIN n WHERE i < 100 / (1 + id * 7919 % 100)""",
    """WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19)
    INSERT INTO retweets (user_id, post_id, timestamp)
    SELECT (id * 37 + i * 7) % :users + 1, id, timestamp
    FROM posts CROSS JOIN n WHERE i < 20 / (1 + id * 7919 % 100)""",
)


def database_of(posts: int) -> str:
    """The URL of a new SQLite file with that many posts, a thousand or more, for `make_engine`.

    SQLite makes the rows itself, always the same: a user for every ten posts, nearly five likes
    for each post (most have one, one in a hundred has a hundred), and a retweet for two in five.
    """
    engine = make_engine(url := empty_database())
    migrations.prepare(engine)
    with engine.begin() as connection:
        indexes = connection.execute(text(INDEXES)).all()
        for name, _ in indexes:  # sorting once, at the end, is cheaper than keeping in order
            connection.execute(text(f"DROP INDEX {name}"))
        for statement in MANY_ROWS:
            connection.execute(text(statement), {"posts": posts, "users": posts // 10})
        for _, creation in indexes:
            connection.execute(text(creation))
    engine.dispose()
    return url


@cache
def _loaded_file() -> Path:
    """The sample data as one SQLite file, loaded once for each version of data and schema."""
    path = Path(tempfile.gettempdir()) / f"microblog-course-{_version()}.db"
    if not path.exists():
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            new = Path(folder) / "sample.db"
            engine = make_engine(f"sqlite:///{new.as_posix()}")
            migrations.prepare(engine)
            sample_data.load(engine, DATA)
            engine.dispose()
            with sqlite3.connect(new) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()
            shutil.copyfile(new, part := path.with_suffix(f".{os.getpid()}"))
            part.replace(path)
    return path


def _version() -> str:
    digest = hashlib.sha256()
    sources = [*DATA.glob("*.csv"), *Path(migrations.__file__).parent.rglob("*.py")]
    for source in sorted(sources):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]
