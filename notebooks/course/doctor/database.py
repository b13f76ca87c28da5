"""Does a database lie here that the service would refuse?"""

from __future__ import annotations

from pathlib import Path

from course.doctor.environment import INSTALL, PYTHON, Seen


def local_database(path: Path = Path("microblog.db")) -> Seen:
    """Looks into the file that the service uses when none is named; changes nothing in it."""
    path = path.resolve()
    if not path.exists():
        return "ok", f"no microblog.db yet in {path.parent}"
    try:
        from microblog.migrations import DatabaseNotReady
    except ImportError as error:
        return "fault", f"{path} cannot be looked into: {error}", INSTALL
    elsewhere = f'move "{path}" away, or name another database in MICROBLOG_DATABASE_URL'
    try:
        found, newest = revisions(path)
    except DatabaseNotReady as refusal:
        return "fault", str(refusal).split(" Nothing was changed.")[0], elsewhere
    if found not in (None, newest):
        mend = f'cp "{path}" "{path}.backup" && {PYTHON} -m microblog migrate'
        return "fault", f"the tables of {path} are of an older version", mend
    return "ok", f"{path} fits this version"


def revisions(path: Path) -> tuple[str | None, str | None]:
    """The migration that the file is at, and the newest one."""
    from alembic.script import ScriptDirectory
    from sqlalchemy import create_engine
    from sqlalchemy.exc import DatabaseError

    from microblog.migrations import DatabaseNotReady, alembic_config, current_revision

    engine = create_engine(f"sqlite:///{path.as_uri()}?mode=ro&uri=true")
    try:
        with engine.connect() as connection:
            scripts = ScriptDirectory.from_config(alembic_config(connection))
            return current_revision(connection, scripts), scripts.get_current_head()
    except DatabaseError as error:
        raise DatabaseNotReady(f"{path} cannot be read: {error.orig}.") from error
    finally:
        engine.dispose()
