"""The server: a port that is free, uvicorn with the service's log, one process or several."""

import errno
import os
import socket
from contextlib import suppress
from copy import deepcopy
from typing import Any

import uvicorn
from uvicorn.supervisors import ChangeReload, Multiprocess


def logging_config() -> dict[str, Any]:
    """uvicorn's, with the service's own loggers beside it."""
    config = deepcopy(uvicorn.config.LOGGING_CONFIG)
    config["loggers"]["microblog"] = {"handlers": ["default"], "level": "INFO"}
    return config


def check_port(host: str, port: int) -> None:
    """End the process with one line where the server could not listen."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name == "posix":  # a port that was closed a moment ago is free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = f"cannot listen on {host}:{port} ({error.strerror})"
            raise SystemExit(f"microblog: {reason}. {advice(error, port)}") from None


def advice(error: OSError, port: int) -> str:
    """What to try when a server cannot listen on this port."""
    if error.errno in {errno.EADDRINUSE, errno.EACCES}:
        near = 8000 if port < 1024 else port + 1 if port < 65_535 else port - 1
        return f"Try another port: python -m microblog serve --port {near}"
    return "Does --host name an address of this computer?"


def server_config(
    host: str, port: int, workers: int, reload: bool, proxy: str | None
) -> uvicorn.Config:
    return uvicorn.Config(
        "microblog.main:app",
        host=host,
        port=port,
        workers=workers,
        reload=reload,
        access_log=False,  # microblog.middleware logs each request, with its id
        log_config=logging_config(),
        proxy_headers=proxy is not None,
        forwarded_allow_ips=proxy,
        timeout_graceful_shutdown=30,
    )


def run_server(config: uvicorn.Config) -> None:
    """Serve until SIGTERM or Ctrl+C; requests in flight are finished.

    uvicorn's own `run` does the same, but with a socket on which answers wait.
    """
    server = uvicorn.Server(config)
    with suppress(KeyboardInterrupt):
        if config.should_reload:
            sockets = [with_tcp_protocol(config.bind_socket())]
            ChangeReload(config, target=server.run, sockets=sockets).run()
        elif config.workers > 1:
            Multiprocess(config, sockets=[with_tcp_protocol(config.bind_socket())]).run()
        else:
            server.run()
            if not server.started:
                raise SystemExit(1)


def with_tcp_protocol(bound: socket.socket) -> socket.socket:
    """The same socket with its protocol named: without it asyncio does not set TCP_NODELAY, and
    the answer to each request waits some 40 ms for the client's acknowledgement."""
    return socket.socket(bound.family, bound.type, socket.IPPROTO_TCP, bound.detach())
