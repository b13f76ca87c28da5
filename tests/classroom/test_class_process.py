"""A real class: it starts at the room's address, and leaves nothing behind however it ends."""

import os
import signal
import socket
from pathlib import Path

import httpx
import pytest

from classroom.class_process import served_class
from course.classroom.addresses import room_address

pytestmark = pytest.mark.slow


def join(address: str, code: str) -> str:
    answer = httpx.post(f"{address}/class/join", json={"code": code}, trust_env=False)
    return str(answer.raise_for_status().json()["token"])


@pytest.mark.skipif(os.name != "posix", reason="Windows sends no signals")
def test_nothing_stays_behind_after_ctrl_c(tmp_path: Path) -> None:
    """A wall is open, which must not hold the end up."""
    with served_class(tmp_path, "--host", "127.0.0.1") as served:
        join(served.address, served.code)
        assert list(tmp_path.rglob("class.db"))
        with httpx.stream("GET", f"{served.address}/class/wall/events", trust_env=False) as wall:
            lines = wall.iter_lines()
            assert next(lines).startswith("data:")
            assert served.end(signal.SIGINT) == 0
            assert '"ended":true' in "".join(lines)
        assert served.left_behind() == []
        assert served.log.read_text().endswith("The class is over, and its data is deleted.\n")


@pytest.mark.skipif(room_address() is None, reason="this computer is in no network")
def test_a_class_listens_at_the_rooms_address_and_the_loopback_alone(tmp_path: Path) -> None:
    with served_class(tmp_path) as served:
        url = httpx.URL(served.address)
        assert url.host == room_address()
        assert join(served.address, served.code)
        assert url.port
        assert join(f"http://127.0.0.1:{url.port}", served.code)
        with socket.socket() as elsewhere:
            assert elsewhere.connect_ex(("127.0.0.2", url.port)) != 0
        assert served.control("POST", "end").status_code == 204
        assert served.process.wait(30) == 0
        assert served.left_behind() == []
