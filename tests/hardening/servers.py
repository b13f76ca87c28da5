"""The service as a process of its own, with its log, for tests that need a real network."""

import asyncio
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

ROOT = Path(__file__).parents[2]
SECRET_KEY = "only-for-tests-0123456789-abcdefghij"
SECONDS = 30
Request = tuple[str, str, dict[str, Any]]


def wait_until(met: Callable[[], object]) -> None:
    """Return when the condition is met; fail when it is not within half a minute."""
    deadline = time.monotonic() + SECONDS
    while not met():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not met within {SECONDS} seconds")
        time.sleep(0.02)


def accepts(host: str, port: int) -> bool:
    with socket.socket() as connection:
        return connection.connect_ex((host, port)) == 0


@dataclass
class Server:
    process: "subprocess.Popen[bytes]"
    log: Path

    @property
    def url(self) -> str:
        """Where it listens, once it has said so."""
        running = re.compile(r"running on (http://[\d.:]+)")
        wait_until(lambda: self.process.poll() is not None or running.search(self.log.read_text()))
        found = running.search(self.log.read_text())
        assert found, self.log.read_text()
        address = httpx.URL(found[1])
        wait_until(lambda: accepts(address.host, address.port or 80))
        return found[1]

    def client(self) -> httpx.Client:
        return httpx.Client(base_url=self.url, timeout=60)


def environment(**settings: str) -> dict[str, str]:
    """The environment of a process that has these settings and no others of the service."""
    kept = {name: value for name, value in os.environ.items() if "MICROBLOG_" not in name}
    return kept | {f"MICROBLOG_{name.upper()}": value for name, value in settings.items()}


def run(*command: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    """A Python command that is expected to end by itself."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=environment(**settings),
        capture_output=True,
        text=True,
        timeout=60,
    )


@contextmanager
def serving(
    database_url: str, log: Path, *options: str, secret_key: str = SECRET_KEY
) -> Iterator[Server]:
    """`python -m microblog serve` on a free port, stopped at the end of the block."""
    settings = {"database_url": database_url, "secret_key": secret_key, "bcrypt_rounds": "4"}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "microblog", "serve", "--port", "0", *options],
            cwd=ROOT,
            env=environment(**settings),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Server(process, log)
    finally:
        process.terminate()
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def sign_up(client: httpx.Client | TestClient, username: str) -> dict[str, str]:
    """A new user; the headers that bear their token."""
    user = {"username": username, "password": f"password of {username}"}
    client.post("/users/", json={**user, "email": f"{username}@example.org"}).raise_for_status()
    token = client.post("/token", data=user).raise_for_status().json()["access_token"]
    return {"Authorization": f"Bearer {token}"}


def at_once(url: str, requests: list[Request]) -> Counter[int]:
    """Send all requests at the same time, each on its own connection; how often each status."""

    async def send_all() -> list[int]:
        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(base_url=url, timeout=120, limits=limits) as client:
            sent = (client.request(method, path, **more) for method, path, more in requests)
            return [answer.status_code for answer in await asyncio.gather(*sent)]

    return Counter(asyncio.run(send_all()))


@contextmanager
def serving_in_a_thread(app: FastAPI) -> Iterator[str]:
    """An application of this process behind a real server on a free port; yields its URL."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_config=None))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            wait_until(lambda: server.started or not thread.is_alive())
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(SECONDS)
