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

from tqdm import tqdm

from microblog import migrations, sample_data
from microblog.database import make_engine

tqdm.monitor_interval = 0  # a progress bar leaves no thread behind in the kernel
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
