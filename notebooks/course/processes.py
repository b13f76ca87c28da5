"""The service as processes of its own, as in production: with a log, and a signal that stops it."""

import atexit
import os
import re
import secrets
import subprocess
import sys
import time
from itertools import count
from types import TracebackType

import httpx

from course.folders import temporary_folder
from course.server import call_this_machine_directly

SECONDS = 30  # to start or to stop
_numbers = count(1)


class serving:  # noqa: N801 - reads as a sentence: with serving(database_url=url) as api
    """`python -m microblog serve` with these settings, and an httpx client that calls it.

    `with serving(database_url=url, workers=2) as api:` stops the processes at the end of the
    block. For processes that several cells use, write `service = serving(…)`, `api =
    service.start()` and, in the last cell, `service.stop()`. Stopping twice does no harm.
    """

    def __init__(self, workers: int = 1, **settings: str) -> None:
        self._settings = {"secret_key": secrets.token_urlsafe(32), "bcrypt_rounds": "4"} | settings
        self._workers = workers
        self._process: subprocess.Popen[bytes] | None = None
        self._log = temporary_folder() / f"service-{next(_numbers)}.log"

    def start(self) -> httpx.Client:
        self.stop()
        command = [sys.executable, "-m", "microblog", "serve", "--port", "0"]
        with self._log.open("wb") as output:
            self._process = subprocess.Popen(
                [*command, "--workers", str(self._workers)],
                env=environment(**self._settings),
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        atexit.register(self.stop)
        address = self._address()
        call_this_machine_directly()
        self.api = httpx.Client(base_url=address, trust_env=False, timeout=60)
        return self.api

    def _address(self) -> str:
        """Where the service listens, once each of its processes has said that it's ready."""
        give_up = time.monotonic() + SECONDS
        while self.is_running and time.monotonic() < give_up:
            where = re.search(r"running on (http://\S+)", self.log)
            if where and self.log.count("Application startup complete.") == self._workers:
                return where[1]
            time.sleep(0.02)
        self.stop()
        raise RuntimeError(f"The service did not start:\n{self.log}")

    @property
    def log(self) -> str:
        """What the processes wrote so far."""
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def ask_to_stop(self) -> None:
        """Send the signal that a system sends before it shuts down (SIGTERM), and go on."""
        if self._process:
            self._process.terminate()

    def stop(self) -> None:
        """Ask the processes to stop, and wait until they are gone."""
        if self._process is None:
            return
        self.ask_to_stop()
        try:
            self._process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None
        atexit.unregister(self.stop)

    def __enter__(self) -> httpx.Client:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.api.close()
        self.stop()


def environment(**settings: str) -> dict[str, str]:
    """This program's environment, with these settings of the service and no others."""
    kept = {name: value for name, value in os.environ.items() if "MICROBLOG_" not in name}
    return kept | {f"MICROBLOG_{name.upper()}": value for name, value in settings.items()}
