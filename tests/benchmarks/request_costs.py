"""What a request costs the server, as a share of what FastAPI's least request costs."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle

import servers
from clocks import Contestant, compete, process_clock
from databases import System, copied_database, loaded_database
from report import Row, at_most, share
from users import ordinary_users


def requests(
    server: servers.Server, method: str, path: str, usernames: list[str], body: str | None = None
) -> Contestant:
    """Sends one request after the other, in the name of one user after the other."""
    client = servers.Client(server)
    headers = cycle([servers.headers_of(name) for name in usernames] or [{}])

    def send() -> None:
        status = client.request(method, path, next(headers), body)
        if status not in (200, 201):
            raise SystemExit(f"{method} {path} was answered {status}:\n{server.log.read_text()}")

    return Contestant(send, process_clock(server.process_id))


def request_costs(system: System, smallest: int, largest: int) -> Iterator[Row]:
    body = json.dumps({"content": "Clear sky over Burgos tonight, and no moon. Look up!"})
    with ExitStack() as stack:
        start = stack.enter_context
        copy = start(servers.microblog(start(copied_database(system, smallest))))
        small = start(servers.microblog(system.url(loaded_database(system, smallest))))
        large = start(servers.microblog(system.url(loaded_database(system, largest))))
        few, many = (ordinary_users(system, posts, count=10) for posts in (smallest, largest))
        cost = compete(
            {
                "hello": requests(start(servers.hello()), "GET", "/", []),
                "counts": requests(large, "GET", "/posts/with_counts/", []),
                "timeline": requests(large, "GET", "/timeline/", many),
                "small timeline": requests(small, "GET", "/timeline/", few),
                "post": requests(copy, "POST", "/posts/", few, body),
            },
            rounds=40,
        )
    for what, key, goal in (
        ("GET /posts/with_counts/", "counts", 0.18 if system.name == "SQLite" else 0.13),
        ("GET /timeline/ with a token", "timeline", 0.10),
        ("POST /posts/, durable", "post", 0.09),
    ):
        part = cost["hello"].cpu / cost[key].cpu
        detail = f"({1000 * cost['hello'].cpu:.2f} of {1000 * cost[key].cpu:.2f} ms)"
        yield share(f"{what}, hello's share", system.name, goal, part, detail)
    ratio = cost["timeline"].cpu / cost["small timeline"].cpu
    yield at_most(f"GET /timeline/, {largest:,} ÷ {smallest:,} posts", system.name, 1.5, ratio)
