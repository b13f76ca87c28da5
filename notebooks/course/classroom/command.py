"""`python -m course class`."""

import argparse
import signal
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from types import FrameType

import segno
import uvicorn

from course.classroom import addresses
from course.classroom.application import class_app, class_settings
from course.classroom.room import Room

SEEN_BY_ALL = "{host} is a public address: people far outside of this room may reach the class."
ALONE = (
    "This computer is in no network, so only its own notebooks can join. When it is in one, "
    "start again, or name its address there: --host 192.168.1.20"
)
WORDS = """
A class on one service. Ctrl+C ends it and deletes everything.

  learners type   from course import join
                  {join_line}

  projector       {address}/class/wall#{code}
                  {address}/class/board
  you alone       {address}/class/instructor#{secret}
"""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("class", help="serve a class on this computer's address")
    parser.add_argument("--host", help="the address of this computer that the room can reach")
    parser.add_argument("--port", type=int, default=8000, help="8000, unless you name another")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    host = asked.host or addresses.room_address() or "127.0.0.1"
    if problem := addresses.problem_of(host):
        return complain(problem)
    try:
        sockets = addresses.listening(sorted({host, "127.0.0.1"}), asked.port)
    except (OSError, OverflowError) as error:
        return complain(f"Cannot listen on {host}:{asked.port} ({error}). {advice(asked)}")
    room = Room(address=f"http://{host}:{sockets[0].getsockname()[1]}")
    if addresses.is_public(host):
        complain(SEEN_BY_ALL.format(host=host))
    if host == "127.0.0.1" and not asked.host:
        complain(ALONE)
    with tempfile.TemporaryDirectory(prefix="microblog-class-", ignore_cleanup_errors=True) as made:
        server = ClassServer(room, Path(made))
        introduce(room)
        with suppress(KeyboardInterrupt):  # uvicorn raises it again when it has stopped
            server.run(sockets)
    sys.stdout.write("The class is over, and its data is deleted.\n")
    return 0


class ClassServer(uvicorn.Server):
    """Ends the class, and then itself, by the instructor's page, Ctrl+C or a closed terminal."""

    def __init__(self, room: Room, folder: Path) -> None:
        app = class_app(room, class_settings(f"sqlite:///{(folder / 'class.db').as_posix()}"))
        super().__init__(
            uvicorn.Config(
                app,
                log_level="warning",
                access_log=False,
                proxy_headers=False,
                timeout_graceful_shutdown=5,
            )
        )
        self.room = room
        room.at_the_end = self.leave
        for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self.handle_exit)

    def leave(self) -> None:
        self.should_exit = True

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)  # first: a second signal would stop it at once
        self.room.end()


def introduce(room: Room) -> None:
    about = {"address": room.address, "code": room.code, "secret": room.secret}
    sys.stdout.write(WORDS.format(join_line=room.join_line, **about) + "\n")
    if sys.stdout.isatty():
        segno.make(room.start_page, error="m").terminal(compact=True)
    sys.stdout.flush()


def advice(asked: argparse.Namespace) -> str:
    if asked.host:
        return "Is --host an address of this computer, and is --port free?"
    return f"Try another port: --port {asked.port + 1 if asked.port < 65_535 else 8000}"


def complain(text: str) -> int:
    sys.stderr.write(f"{text}\n")
    return 1
