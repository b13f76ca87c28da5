"""A copy of a SQLite file that others have open."""

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying

MADE = "CREATE TABLE posts (id INTEGER PRIMARY KEY, content TEXT NOT NULL UNIQUE)"


def backing_up(shown: str, committed: int, uncommitted: int = 0) -> Trial:
    """A copy while another connection holds rows that it has, or hasn't, committed."""

    def run(answer: Any) -> Observed:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder, ExitStack() as stack:
            source, target = Path(folder, "live.db"), Path(folder, "backup", "copy.db")
            target.parent.mkdir()
            other = stack.enter_context(closing(sqlite3.connect(source, isolation_level=None)))
            other.execute("PRAGMA journal_mode = WAL")
            other.execute(MADE)
            add(other, 0, 1)
            other.execute("PRAGMA wal_checkpoint")
            add(other, 1, committed)
            if uncommitted:
                other.execute("BEGIN")
                add(other, 1 + committed, uncommitted)
            answer(source, target)
            return what_is_in(target)

    return Trial(shown, run)


def add(connection: sqlite3.Connection, first: int, count: int) -> None:
    rows = [(number, f"Post {number}") for number in range(first, first + count)]
    connection.executemany("INSERT INTO posts VALUES (?, ?)", rows)


def what_is_in(target: Path) -> Observed:
    files = sorted(each.name for each in target.parent.iterdir())
    if not target.exists():
        return {"files": files}
    with closing(sqlite3.connect(target)) as copy:
        tables = copy.execute("SELECT sql FROM sqlite_master WHERE name = 'posts'").fetchall()
        rows = copy.execute("SELECT id, content FROM posts ORDER BY id") if tables else []
        made = [" ".join(sql.split()) == MADE for (sql,) in tables]
        return {"rows": list(rows), "table": "as it was" if made == [True] else "another"} | {
            "files": files
        }


EXERCISE = Exercise(
    title="Back it up",
    minutes=6,
    objective="copy a database while others write to it",
    task="""Write `back_up(source, target)`, where both are paths of SQLite files, and `target`
doesn't exist yet. Other connections have `source` open, and one of them may be in the middle of a
transaction. Afterwards `target` is one file with the same table, and all rows that are committed.
Take `sqlite3` alone, or SQLAlchemy.""",
    starter="""def back_up(source, target):
    # your code here
    ...


answer = back_up""",
    hints=(
        "Who knows which rows are committed, and where they are: the file system or SQLite?",
        "Open `source` as a database. Which statement writes a fresh copy into a new file?",
        "`with closing(sqlite3.connect(source)) as connection:` and in it "
        '`connection.execute("VACUUM INTO ?", [str(target)])`.',
    ),
    imports="""import shutil
import sqlite3
from contextlib import closing
from pathlib import Path""",
    answers=(
        """
def back_up(source, target):
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("VACUUM INTO ?", [str(target)])
""",
        """
def back_up(source, target):
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
""",
    ),
    mistakes=(
        Mistake(
            "the file alone",
            """
def back_up(source, target):
    shutil.copyfile(source, target)
""",
            "The newest rows are missing: they are still in the file whose name ends in `-wal`. "
            "Let SQLite make the copy.",
        ),
        Mistake(
            "two files",
            """
def back_up(source, target):
    shutil.copyfile(source, target)
    shutil.copyfile(f"{source}-wal", f"{target}-wal")
""",
            "Your backup consists of two files, copied one after the other. The rows are there "
            "because nobody made a checkpoint in between; on a busy day somebody will.",
        ),
        Mistake(
            "rows without their table",
            """
def back_up(source, target):
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("ATTACH ? AS copy", [str(target)])
        connection.execute("CREATE TABLE copy.posts AS SELECT * FROM main.posts")
        connection.commit()
""",
            "The rows are there, but the table is another one: `CREATE TABLE … AS` copies values, "
            "and neither the key nor the constraints.",
        ),
    ),
    judge=Trying(
        [
            backing_up("Post 0, a checkpoint, and three more posts, all committed.", 3),
            backing_up("Two posts since a checkpoint, and one that isn't committed yet.", 2, 1),
            backing_up("Nothing new since the checkpoint.", 0),
        ]
    ),
    praise="One file, one moment, and all that was committed by then.",
)
