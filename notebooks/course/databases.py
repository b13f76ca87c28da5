"""Databases for a notebook: a new file each time, gone when the kernel stops."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache, wraps
from itertools import count
from pathlib import Path
from typing import ParamSpec

from sqlalchemy import text
from tqdm import tqdm

from course.folders import cache_folder, temporary_folder
from microblog import loading, migrations
from microblog.database import make_engine

tqdm.monitor_interval = 0  # or a thread watches its bars until the kernel stops
DATA = Path(__file__).parents[2] / "data"
P = ParamSpec("P")
_numbers = count(1)


def empty_database() -> str:
    """The URL of a new SQLite file without tables, for `make_engine`."""
    return f"sqlite:///{(temporary_folder() / f'{next(_numbers)}.db').as_posix()}"


def kept_database(make: Callable[P, str]) -> Callable[P, str]:
    """Call a function that makes a database once for each set of arguments, and again when the
    file is gone: the temporary folder may be cleaned while a kernel lives."""
    urls: dict[object, str] = {}

    @wraps(make)
    def url_of(*arguments: P.args, **named: P.kwargs) -> str:
        key = (arguments, tuple(named.items()))
        if not Path(urls.get(key, "").removeprefix("sqlite:///")).is_file():
            urls[key] = make(*arguments, **named)
        return urls[key]

    return url_of


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
    migrations.ensure_current(engine)
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


def _loaded_file() -> Path:
    """The sample data as one SQLite file, loaded once for each version of data and schema."""
    if not (path := _checked_file()).exists():
        _checked_file.cache_clear()
        path = _checked_file()
    return path


@cache
def _checked_file() -> Path:
    """A file from the cache that is as it was written, else a new one.

    The name of a file in the cache ends in the digest of its content.
    """
    beginning = f"sample-{_version()}"
    with suppress(OSError):
        for path in cache_folder().glob(f"{beginning}-*.db"):
            if path.stem == f"{beginning}-{_digest(path)}":
                return path
    new = temporary_folder() / f"{beginning}.db"
    _load(new)
    cached = cache_folder() / f"{beginning}-{_digest(new)}.db"
    try:
        cached.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(new, part := cached.with_suffix(f".{os.getpid()}"))
        part.replace(cached)
    except OSError:
        return new  # the cache cannot be written: the next kernel loads the data again
    new.unlink()
    return cached


def _load(path: Path) -> None:
    path.unlink(missing_ok=True)
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    migrations.ensure_current(engine)
    loading.load(engine, DATA)
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def _version() -> str:
    digest = hashlib.sha256()
    sources = [*DATA.glob("*.csv"), *Path(migrations.__file__).parent.rglob("*.py")]
    for source in sorted(sources):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]
