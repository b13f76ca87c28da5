"""Can the course write, listen, show itself, and tell the time on this computer?"""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
import time
import webbrowser
from pathlib import Path

from course.doctor.environment import INSTALL, ROOT, Seen

LEAST_FREE = 200  # MB: the sample data, copied for each notebook
HOUR = 3600


def why_not_writable(folder: Path) -> str:
    """Why no file can be made in this folder, or, where it is not there, in the nearest above."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            return ""
    except OSError as error:
        return f"{folder} cannot be written: {error.strerror}"


def temporary_folder() -> Seen:
    mend = "name a folder of yours in the variable TMPDIR, then start again"
    try:
        folder = Path(tempfile.gettempdir())
    except FileNotFoundError as error:  # it has tried all the usual ones
        return "fault", str(error), mend
    problem = why_not_writable(folder)
    return ("fault", problem, mend) if problem else ("ok", f"{folder} can be written")


def progress_folder() -> Seen:
    try:
        from course.exercises.progress_file import file
    except ImportError as error:
        return "fault", f"cannot be found: {error}", INSTALL
    problem = why_not_writable(file().parent)
    if not problem:
        return "ok", f"solved exercises are noted in {file().parent}"
    mend = "name a folder of yours in the variable MICROBLOG_COURSE_HOME, then start again"
    return "fault", f"solved exercises cannot be noted: {problem}", mend


def notebooks_folder(folder: Path = ROOT / "notebooks") -> Seen:
    problem = why_not_writable(folder)
    if not problem:
        return "ok", f"{folder} can be written"
    mend = "to save your changes, copy the whole checkout to a folder of yours"
    return "note", f"notebooks run, and your changes are not saved: {problem}", mend


def disk() -> Seen:
    folder = tempfile.gettempdir()
    free = shutil.disk_usage(folder).free // 10**6
    if free >= LEAST_FREE:
        return "ok", f"{free:,} MB are free for temporary files"
    mend = f"free some space for {folder}, or name another folder in the variable TMPDIR"
    return "fault", f"{free:,} MB are free for temporary files, {LEAST_FREE} are needed", mend


def loopback() -> Seen:
    """A server and its client on a port of the system's choice, as every notebook starts one."""
    try:
        with socket.socket() as server:
            server.bind(("127.0.0.1", 0))
            server.listen()
            with socket.create_connection(server.getsockname(), timeout=5):
                return "ok", "a server on 127.0.0.1 gets a free port and can be called"
    except OSError as error:
        mend = "let Python listen on 127.0.0.1: look into the firewall or the sandbox it runs in"
        return "fault", f"no server can be called on 127.0.0.1: {error}", mend


def port_of_the_service(port: int = 8000) -> Seen:
    with socket.socket() as server:
        if os.name != "nt":  # there it would take a port from its owner
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            server.bind(("127.0.0.1", port))
        except OSError:
            seen = f"another program has {port}: notebooks do not mind, `make serve` does"
            return "note", seen, f"python -m microblog serve --port {port + 1}"
    return "ok", "free for `make serve`"


def browser() -> Seen:
    try:
        webbrowser.get()
    except webbrowser.Error:
        mend = "open the address that `make lab` prints, in any browser that reaches this computer"
        return "note", "none was found on this computer", mend
    return "ok", "found"


def clock() -> Seen:
    """Tokens carry the time: a clock that was set back makes new ones look stale or too young."""
    now = time.time()
    shown = f"{time.strftime('%Y-%m-%d %H:%M', time.gmtime(now))} UTC"
    zone = f"{time.tzname[time.localtime(now).tm_isdst > 0]} ({time.strftime('%z')})"
    newest = max(path.stat().st_mtime for path in (ROOT / "requirements.lock", Path(__file__)))
    if now > newest - HOUR:
        return "ok", f"{shown}; your time zone is {zone}"
    mend = "set the clock of this computer; Linux: sudo timedatectl set-ntp true"
    return "fault", f"{shown} is before the course's own files were written", mend
