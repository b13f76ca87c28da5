from learners import Learners

LEARNERS = Learners(
    right=(
        """
def back_up(source, target):
    connection = sqlite3.connect(source)
    connection.execute(f"VACUUM INTO '{target}'")
    connection.close()
""",
        """
def back_up(source, target):
    first, second = sqlite3.connect(source), sqlite3.connect(target)
    first.backup(second, pages=1)
    second.close()
    first.close()
""",
        """
from sqlalchemy import create_engine, text


def back_up(source, target):
    engine = create_engine(f"sqlite:///{source}", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("VACUUM INTO :target"), {"target": str(target)})
    engine.dispose()
""",
        """
def back_up(source, target):
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        copy.executescript("\\n".join(live.iterdump()))
""",
    ),
    named={
        """
def back_up(source, target):
    target.write_bytes(source.read_bytes())
""": "the file alone",
        """
def back_up(source, target):
    for ending in ("", "-wal"):
        shutil.copy(str(source) + ending, str(target) + ending)
""": "two files",
    },
    unnamed=(
        """
def back_up(source, target):
    shutil.move(source, target)
""",
        """
def back_up(source, target):
    with closing(sqlite3.connect(target)) as copy:
        copy.execute("CREATE TABLE posts (id INTEGER PRIMARY KEY, content TEXT NOT NULL UNIQUE)")
        copy.commit()
""",
        """
def back_up(source, target):
    with closing(sqlite3.connect(target)) as copy:
        copy.execute("PRAGMA journal_mode = WAL")
""",
        "answer = 'VACUUM INTO'",
    ),
)
