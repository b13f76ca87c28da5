"""What a request costs the server, as a share of what FastAPI's least request costs."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle

import servers
from clocks import Contestant, compete, milliseconds, process_clock
from databases import System, copied_database, loaded_database
from report import Row, at_most, share
from users import heaviest_follower, names_by_followers, ordinary_users


def requests(
    server: servers.Server,
    method: str,
    path: str,
    users: list[servers.Headers],
    body: str | None = None,
) -> Contestant:
    """Sends one request after the other, in the name of one user after the other."""
    client = servers.Client(server)
    headers = cycle(users or [{}])

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
        heaviest = heaviest_follower(system, largest)
        ordinary, star = names_by_followers(system, largest)
        cost = compete(
            {
                "hello": requests(start(servers.hello()), "GET", "/", []),
                "counts": requests(large, "GET", "/posts/with_counts/", []),
                "timeline": requests(large, "GET", "/timeline/", many),
                "heaviest timeline": requests(large, "GET", "/timeline/", heaviest),
                "followers": requests(large, "GET", f"/users/{ordinary}/followers/", []),
                "star's followers": requests(large, "GET", f"/users/{star}/followers/", []),
                "small timeline": requests(small, "GET", "/timeline/", few),
                "post": requests(copy, "POST", "/posts/", few, body),
            },
            rounds=40,
        )
    on_sqlite = system.name == "SQLite"
    for what, key, goal in (
        ("GET /posts/with_counts/", "counts", 0.20 if on_sqlite else 0.16),
        ("GET /timeline/ with a token", "timeline", 0.10 if on_sqlite else 0.12),
        ("POST /posts/, durable", "post", 0.10 if on_sqlite else 0.09),
    ):
        part = cost["hello"].cpu / cost[key].cpu
        detail = f"({1000 * cost['hello'].cpu:.2f} of {1000 * cost[key].cpu:.2f} ms)"
        yield share(f"{what}, hello's share", system.name, goal, part, detail)
    for what, slow, fast, most in (
        (f"GET /timeline/, {largest:,} ÷ {smallest:,} posts", "timeline", "small timeline", 1.5),
        ("the heaviest follower's ÷ an ordinary timeline", "heaviest timeline", "timeline", 20),
        ("followers of a star ÷ of an ordinary user", "star's followers", "followers", 3),
    ):
        detail = milliseconds(cost[slow].median, cost[fast].median)
        yield at_most(what, system.name, most, cost[slow].cpu / cost[fast].cpu, detail)
