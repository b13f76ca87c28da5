"""A class as a process of its own, as `make class` starts it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from course_lab import wait_until

SECONDS = 30
LINES = re.compile(r'join\("(http://[\d.:]+)", "(\w+)"\).*/instructor#(\S+)', re.S)


@dataclass
class ServedClass:
    """What the terminal shows, and the folder in which the class keeps its own."""

    process: "subprocess.Popen[bytes]"
    log: Path
    temporary: Path

    def __post_init__(self) -> None:
        wait_until(self.has_spoken, "the class started")
        found = LINES.search(self.log.read_text())
        assert found, self.log.read_text()
        self.address, self.code, self.secret = found.groups()
        wait_until(self.answers, "the class answered")

    def has_spoken(self) -> bool:
        return self.process.poll() is not None or bool(LINES.search(self.log.read_text()))

    def answers(self) -> bool:
        try:
            return httpx.get(f"{self.address}/health", trust_env=False).is_success
        except httpx.TransportError:
            return False

    def control(self, method: str, what: str) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.secret}", "Origin": self.address}
        url = f"{self.address}/class/instructor/{what}"
        return httpx.request(method, url, headers=headers, timeout=60, trust_env=False)

    def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        return self.process.wait(SECONDS)

    def left_behind(self) -> list[Path]:
        return list(self.temporary.iterdir())


@contextmanager
def served_class(folder: Path, *options: str) -> Iterator[ServedClass]:
    temporary, log = folder / "temporary", folder / "class.log"
    temporary.mkdir()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "course", "class", "--port", "0", *options],
            env=os.environ | {"TMPDIR": str(temporary), "TEMP": str(temporary)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield ServedClass(process, log, temporary)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
