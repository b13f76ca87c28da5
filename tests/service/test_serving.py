"""`python -m microblog serve`: where it listens, and with how many processes."""

import asyncio
import errno
import os
import socket
from typing import Any

import pytest
import uvicorn

from microblog import commands, serving
from microblog.config import Settings
from microblog.serving import advice, check_port, run_server, server_config, with_tcp_protocol


def sends_at_once(listening: socket.socket) -> bool:
    """Whether asyncio sets TCP_NODELAY on a connection that this socket accepts."""

    async def accepted() -> bool:
        found: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        async def look(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = writer.get_extra_info("socket")
            found.set_result(bool(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))
            writer.close()

        async with await asyncio.start_server(look, sock=listening):
            _, writer = await asyncio.open_connection(*listening.getsockname())
            answer = await found
            writer.close()
            await writer.wait_closed()
        return answer

    return asyncio.run(accepted())


def bound() -> socket.socket:
    made = socket.socket()
    made.bind(("127.0.0.1", 0))
    return made


def test_an_answer_of_the_workers_waits_for_nothing() -> None:
    assert not sends_at_once(bound())
    assert sends_at_once(with_tcp_protocol(bound()))


def nodelay_of(sockets: list[socket.socket]) -> list[bool]:
    found = [bound.proto == socket.IPPROTO_TCP for bound in sockets]
    for bound in sockets:
        bound.close()
    return found


@pytest.mark.parametrize(
    ("supervisor", "workers", "reload"), [("ChangeReload", 1, True), ("Multiprocess", 2, False)]
)
def test_several_processes_are_given_a_socket_on_which_no_answer_waits(
    supervisor: str, workers: int, reload: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    class Supervisor:
        def __init__(
            self, config: uvicorn.Config, target: object = None, *, sockets: list[socket.socket]
        ) -> None:
            seen.extend(nodelay_of(sockets))

        def run(self) -> None:
            raise KeyboardInterrupt  # as Ctrl+C does

    monkeypatch.setattr(serving, supervisor, Supervisor)
    run_server(server_config("127.0.0.1", 0, workers, reload, None))
    assert seen == [True]


def test_one_process_serves_by_itself_and_stops_at_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(server: uvicorn.Server) -> None:
        server.started = True

    monkeypatch.setattr(uvicorn.Server, "run", run)
    run_server(server_config("127.0.0.1", 0, 1, False, None))


def test_a_server_that_did_not_start_ends_with_an_exit_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(uvicorn.Server, "run", lambda server: None)
    with pytest.raises(SystemExit) as ended:
        run_server(server_config("127.0.0.1", 0, 1, False, None))
    assert ended.value.code == 1


@pytest.mark.parametrize(("proxy", "trusted"), [(None, False), ("10.0.0.7", True)])
def test_headers_of_a_proxy_are_trusted_only_when_one_is_named(
    proxy: str | None, trusted: bool
) -> None:
    config = server_config("127.0.0.1", 8000, 1, False, proxy)
    assert config.proxy_headers is trusted
    assert not trusted or config.forwarded_allow_ips == proxy


def test_a_taken_port_is_refused_and_the_next_one_suggested() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as refused:
            check_port("127.0.0.1", port)
    message = str(refused.value)
    assert message.startswith(f"microblog: cannot listen on 127.0.0.1:{port} (")
    assert message.endswith(advice(OSError(errno.EADDRINUSE, ""), port))


@pytest.mark.parametrize(
    ("number", "port", "answer"),
    [
        (errno.EADDRINUSE, 8000, "Try another port: python -m microblog serve --port 8001"),
        (errno.EADDRINUSE, 65_535, "Try another port: python -m microblog serve --port 65534"),
        (errno.EACCES, 80, "Try another port: python -m microblog serve --port 8000"),
        (errno.EADDRNOTAVAIL, 8000, "Does --host name an address of this computer?"),
    ],
)
def test_the_advice_fits_the_reason(number: int, port: int, answer: str) -> None:
    assert advice(OSError(number, os.strerror(number)), port) == answer


@pytest.mark.parametrize("host", ["192.0.2.1", "nowhere.invalid", "2001:db8::1"])
def test_an_address_of_another_computer_is_refused(host: str) -> None:
    with pytest.raises(SystemExit, match="Does --host name an address of this computer"):
        check_port(host, 0)


def test_a_port_is_probed_for_reuse_on_posix_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows the option would let two programs share one port."""
    options: list[Any] = []

    class Probe(socket.socket):
        def setsockopt(self, *arguments: Any) -> None:
            options.append(arguments)

    monkeypatch.setattr(socket, "socket", Probe)
    for name, expected in (("posix", 1), ("nt", 0)):
        options.clear()
        with monkeypatch.context() as system:
            system.setattr(os, "name", name)
            check_port("127.0.0.1", 0)
        assert len(options) == expected


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_all_workers_sign_with_the_key_of_the_command(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MICROBLOG_SECRET_KEY", "")
    keys = []
    monkeypatch.setattr(
        commands, "run_server", lambda config: keys.append(os.environ["MICROBLOG_SECRET_KEY"])
    )
    settings = Settings(database_url=database_url)
    commands.serve(settings, "127.0.0.1", 0, 2, False, None)
    assert keys == [settings.secret_key.get_secret_value()]
    assert keys != [""]
