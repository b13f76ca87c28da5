"""A real server inside a notebook, on a free port, stopped surely."""

import os
import socket
import threading
import time
from types import TracebackType
from urllib.request import getproxies_environment
from weakref import WeakKeyDictionary

import httpx
import uvicorn
from fastapi import FastAPI

APPS: WeakKeyDictionary[httpx.Client, FastAPI] = WeakKeyDictionary()  # which app a client calls


def call_this_machine_directly() -> None:
    """Keep a proxy out of the cells that call the server by other means, such as `urlopen`."""
    if getproxies_environment():
        for name in ("NO_PROXY", "no_proxy"):
            known = os.environ.get(name, "").split(",")
            needed = [host for host in ("127.0.0.1", "localhost") if host not in known]
            os.environ[name] = ",".join(filter(None, [*known, *needed]))


class running:  # noqa: N801 - reads as a sentence: with running(app) as api
    """Serve `app` on a free port of this machine, and give an httpx client that calls it.

    `with running(app) as api:` stops the server at the end of the block. For a server that
    several cells use, write `service = running(app)`, `api = service.start()` and, in the last
    cell, `service.stop()`. Stopping twice does no harm.
    """

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._thread: threading.Thread | None = None

    def start(self) -> httpx.Client:
        self.stop()
        bound = socket.socket(proto=socket.IPPROTO_TCP)  # then asyncio sends at once
        bound.bind(("127.0.0.1", 0))
        config = uvicorn.Config(self._app, log_level="error", timeout_graceful_shutdown=5)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, args=([bound],), name="microblog server", daemon=True
        )
        self._thread.start()
        while not self._server.started:
            if not self._thread.is_alive():
                bound.close()
                raise RuntimeError("The server did not start; its message stands above.")
            time.sleep(0.01)
        self._socket = bound
        address = f"http://127.0.0.1:{bound.getsockname()[1]}"
        call_this_machine_directly()
        self.api = httpx.Client(base_url=address, trust_env=False)
        APPS[self.api] = self._app
        return self.api

    def stop(self) -> None:
        if self._thread is None:
            return
        self.api.close()
        self._server.should_exit = True
        self._thread.join(timeout=1)
        for held in list(self._server.server_state.connections):  # by a browser that reads no more
            held.loop.call_soon_threadsafe(held.transport.abort)
        self._thread.join()
        self._socket.close()
        self._thread = None

    def __enter__(self) -> httpx.Client:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
