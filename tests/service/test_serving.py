"""`python -m microblog serve`: what its workers share."""

import asyncio
import socket

from microblog.__main__ import prompt


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
    assert sends_at_once(prompt(bound()))
