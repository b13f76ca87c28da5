"""Servers as processes of their own, and a client that costs little."""

import http.client
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from databases import ROOT

from microblog.config import Settings
from microblog.security import create_access_token

SECRET_KEY = "only-for-benchmarks-0123456789-abcdefghij"
SECONDS_TO_START = 60
Headers = dict[str, str]
LONGEST_IDLE = 2  # seconds; the server closes a connection that was idle for 5


@dataclass
class Server:
    process_id: int
    host: str
    port: int
    log: Path


@contextmanager
def running(*command: str, **settings: str) -> Iterator[Server]:
    """A Python command that serves; it is stopped at the end of the block."""
    kept = {name: value for name, value in os.environ.items() if "MICROBLOG_" not in name}
    environment = kept | {f"MICROBLOG_{name.upper()}": value for name, value in settings.items()}
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, *command], cwd=ROOT, env=environment, stdout=output, stderr=output
            )
        try:
            host, port = address(process, log)
            yield Server(process.pid, host, port, log)
        finally:
            process.terminate()
            process.wait()


def address(process: "subprocess.Popen[bytes]", log: Path) -> tuple[str, int]:
    """Where a server listens, once it has said so."""
    end = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < end:
        text = log.read_text()
        running = re.search(r"running on http://([\d.]+):(\d+)", text)
        if running and "startup complete" in text:
            return running[1], int(running[2])
        time.sleep(0.05)
    raise SystemExit(f"A server did not start:\n{log.read_text()}")


def hello() -> AbstractContextManager[Server]:
    return running(str(Path(__file__).with_name("hello.py")))


def microblog(database_url: str, workers: int = 1) -> AbstractContextManager[Server]:
    options = ["serve", "--port", "0", "--workers", str(workers)]
    return running("-m", "microblog", *options, database_url=database_url, secret_key=SECRET_KEY)


def headers_of(username: str, hashed_password: str) -> Headers:
    """The headers that bear a token of this user."""
    settings = Settings(secret_key=SECRET_KEY, access_token_expire_minutes=600)
    token = create_access_token(username, hashed_password, settings)
    return {"Authorization": f"Bearer {token}"}


class Client:
    """One connection, one request at a time."""

    def __init__(self, server: Server) -> None:
        self.connection = http.client.HTTPConnection(server.host, server.port, timeout=60)
        self.last_used = time.monotonic()

    def request(self, method: str, path: str, headers: Headers, body: str | None = None) -> int:
        """Send a request, read the answer and return its status code."""
        if time.monotonic() - self.last_used > LONGEST_IDLE:
            self.connection.close()  # the next request opens it again
        json = {"Content-Type": "application/json"} if body else {}
        self.connection.request(method, path, body, headers | json)
        response = self.connection.getresponse()
        response.read()
        self.last_used = time.monotonic()
        return response.status
