"""Many clients at once: what they are answered, and whether the log complains."""

import asyncio
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import servers
from databases import System, copied_database, loaded_database
from report import Row, verdict
from users import ordinary_users

WRITERS, POSTS_EACH = 16, 20
READERS, PAGES_EACH = 400, 3
COMPLAINTS = ("locked", "Traceback", "ERROR")


def outcome(what: str, system: System, expected: int, answers: Counter[str], log: str) -> Row:
    complaints = {word: log.count(word) for word in COMPLAINTS if word in log}
    fine = answers.keys() == {str(expected)} and not complaints
    counts = [f"{count} × {status}" for status, count in sorted(answers.items())]
    counts += [f"log: {count} × {word}" for word, count in complaints.items()]
    return Row(what, system.name, f"only {expected}", ", ".join(counts), verdict(fine))


def writers(system: System, posts: int, workers: int) -> Row:
    """Each writer posts as fast as the answers come."""
    users = ordinary_users(system, posts, WRITERS)
    start = threading.Barrier(WRITERS)
    with copied_database(system, posts) as url, servers.microblog(url, workers) as server:

        def write(headers: servers.Headers) -> Counter[str]:
            client = servers.Client(server)
            body = '{"content": "Written in a crowd."}'
            start.wait()
            return Counter(attempt(client, headers, body) for _ in range(POSTS_EACH))

        with ThreadPoolExecutor(WRITERS) as pool:
            answers = sum(pool.map(write, users), Counter[str]())
        log = server.log.read_text()
    processes = "1 process" if workers == 1 else f"{workers} processes"
    return outcome(f"{WRITERS} writers, {processes}", system, 201, answers, log)


def attempt(client: servers.Client, headers: servers.Headers, body: str) -> str:
    """The status of the answer, or the name of what went wrong instead of one."""
    try:
        return str(client.request("POST", "/posts/", headers, body))
    except OSError as error:
        return type(error).__name__


def readers(system: System, posts: int) -> Row:
    """All of them wait for the first page of their timeline at the same time."""
    users = ordinary_users(system, posts, READERS)
    with servers.microblog(system.url(loaded_database(system, posts))) as server:
        answers = asyncio.run(read_together(server, users))
        log = server.log.read_text()
    return outcome(f"{READERS} readers with tokens at once", system, 200, answers, log)


async def read_together(server: servers.Server, users: list[servers.Headers]) -> Counter[str]:
    # A new connection for each page: this client may be too busy to use an idle one in time.
    limits = httpx.Limits(max_connections=READERS, max_keepalive_connections=0)
    url = f"http://{server.host}:{server.port}/timeline/"
    async with httpx.AsyncClient(limits=limits, timeout=120) as client:

        async def read(headers: servers.Headers) -> Counter[str]:
            answers = Counter[str]()
            for _ in range(PAGES_EACH):
                try:
                    answers[str((await client.get(url, headers=headers)).status_code)] += 1
                except httpx.TransportError as error:
                    answers[type(error).__name__] += 1
            return answers

        return sum(await asyncio.gather(*map(read, users)), Counter[str]())


def crowds(system: System, posts: int) -> Iterator[Row]:
    yield writers(system, posts, workers=1)
    yield writers(system, posts, workers=4)
    yield readers(system, posts)
