"""python -m microblog load FOLDER | serve | migrate"""

import argparse
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import deepcopy
from pathlib import Path
from typing import Any

import uvicorn
from sqlalchemy import Engine
from uvicorn.supervisors import ChangeReload, Multiprocess

from microblog import migrations, sample_data
from microblog.config import Settings, get_settings
from microblog.database import make_engine


def logging_config() -> dict[str, Any]:
    """uvicorn's, with the service's own loggers beside it."""
    config = deepcopy(uvicorn.config.LOGGING_CONFIG)
    config["loggers"]["microblog"] = {"handlers": ["default"], "level": "INFO"}
    return config


@contextmanager
def database(settings: Settings) -> Iterator[Engine]:
    engine = make_engine(settings.database_url)
    try:
        yield engine
    finally:
        engine.dispose()


def load(settings: Settings, folder: Path) -> None:
    with database(settings) as engine:
        migrations.prepare(engine)
        gained = sample_data.load(engine, folder, progress=sys.stderr.isatty())
        rows = ", ".join(f"{count:,} {table}" for table, count in gained.items())
        sys.stdout.write(f"Loaded into {engine.url}: {rows}.\n")


def migrate(settings: Settings) -> None:
    with database(settings) as engine:
        migrations.migrate(engine)
        sys.stdout.write(f"{engine.url} is up to date.\n")


def need_free_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name == "posix":  # a port that was closed a moment ago is free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise SystemExit(
                f"microblog: cannot listen on {host}:{port} ({error}). "
                "Another port: python -m microblog serve --port 8001"
            ) from None


def serve(settings: Settings, asked: argparse.Namespace) -> None:
    """Serve until SIGTERM or Ctrl+C; requests in flight are finished."""
    with database(settings) as engine:
        migrations.prepare(engine)
    need_free_port(asked.host, asked.port)
    # Workers are processes of their own: they must all sign with the same key.
    os.environ["MICROBLOG_SECRET_KEY"] = settings.secret_key.get_secret_value()
    config = uvicorn.Config(
        "microblog.main:app",
        host=asked.host,
        port=asked.port,
        workers=asked.workers,
        reload=asked.reload,
        access_log=False,  # microblog.middleware logs each request, with its id
        log_config=logging_config(),
        proxy_headers=asked.proxy is not None,
        forwarded_allow_ips=asked.proxy,
        timeout_graceful_shutdown=30,
    )
    with suppress(KeyboardInterrupt):
        run(config)


def run(config: uvicorn.Config) -> None:
    """As uvicorn does it by itself, but with a socket on which no answer waits."""
    server = uvicorn.Server(config)
    if config.should_reload:
        ChangeReload(config, target=server.run, sockets=[prompt(config.bind_socket())]).run()
    elif config.workers > 1:
        Multiprocess(config, sockets=[prompt(config.bind_socket())]).run()
    else:
        server.run()
        if not server.started:
            raise SystemExit(1)


def prompt(bound: socket.socket) -> socket.socket:
    """The same socket with its protocol named: without it asyncio does not set TCP_NODELAY, and
    the answer to each request waits some 40 ms for the client's acknowledgement."""
    return socket.socket(bound.family, bound.type, socket.IPPROTO_TCP, bound.detach())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m microblog")
    commands = parser.add_subparsers(dest="command", required=True)
    loading = commands.add_parser("load", help="load a folder of CSV files into the database")
    loading.add_argument("folder", type=Path)
    serving = commands.add_parser("serve", help="start the service")
    serving.add_argument("--host", default="127.0.0.1")
    serving.add_argument("--port", type=int, default=8000)
    serving.add_argument("--workers", type=int, default=1)
    serving.add_argument("--reload", action="store_true", help="restart when the code changes")
    serving.add_argument("--proxy", metavar="ADDRESS", help="believe this proxy's X-Forwarded-For")
    commands.add_parser("migrate", help="bring an older database to this version")
    asked = parser.parse_args()
    settings = get_settings()
    try:
        if asked.command == "load":
            load(settings, asked.folder)
        elif asked.command == "serve":
            serve(settings, asked)
        else:
            migrate(settings)
    except (migrations.DatabaseNotReady, sample_data.BrokenFile) as problem:
        raise SystemExit(f"microblog: {problem}") from None


if __name__ == "__main__":
    main()
