"""How fast the service is, as ratios measured in one run.

    python tests/benchmarks [--largest POSTS] [--million]

Nothing fails when a goal is missed. Databases and sample data are kept in the system's folder
for temporary files and used again by the next run.
"""

import argparse
import logging
import sys
import time
from collections.abc import Iterator

from crowds import crowds
from databases import CACHE, System, say, systems
from loading import loading, million
from page_queries import bare_driver, deep_page, growth, page_first
from report import Row, table
from request_costs import request_costs
from statement_counts import statement_counts

SMALLEST, MIDDLE = 1_000, 100_000  # posts

LEGEND = """
Ratios and shares are of CPU time. Those who are compared take many short turns; the tenth of the
turns that the machine's other work disturbed least counts. Compare ratios with another run's,
never milliseconds.

queries     One connection, no HTTP. CPU time of the client and, with PostgreSQL, of the server's
            process for the connection. In parentheses: the median time on the wall.
statements  What the engine sends for one request.
requests    CPU time of the server process, one request at a time; in parentheses, per request.
            hello is an async route that answers a constant, served in the same way as the service.
            The users of /timeline/ follow as many people as the median user.
            Durable: SQLite with synchronous=FULL, PostgreSQL with its default settings.
crowds      What the clients were answered, and complaints in the server's log.
loading     CPU time as with queries; the driver gets rows from csv.reader that nothing checks,
            and takes them by executemany or COPY in one transaction. In parentheses: on the wall.
"""


def measure(system: System, largest: int) -> Iterator[Row]:
    say(f"measuring queries on {system.name}")
    yield growth(system, SMALLEST, largest)
    yield page_first(system, MIDDLE)
    yield from bare_driver(system, MIDDLE)
    yield from deep_page(system, largest)
    say(f"measuring requests on {system.name}")
    yield from statement_counts(system, SMALLEST)
    yield from request_costs(system, SMALLEST, largest)
    say(f"sending crowds to {system.name}")
    yield from crowds(system, MIDDLE)
    say(f"loading rows into {system.name}")
    yield loading(system, MIDDLE)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python tests/benchmarks")
    parser.add_argument("--largest", type=int, default=MIDDLE, help="posts (default: %(default)s)")
    parser.add_argument("--million", action="store_true", help="also load a million posts")
    arguments = parser.parse_args()
    logging.disable(logging.INFO)
    started = time.monotonic()
    with systems() as found:
        rows = [row for system in found for row in measure(system, arguments.largest)]
        if arguments.million:
            rows += [row for system in found for row in million(system)]
    sys.stdout.write(f"{table(rows)}\n{LEGEND}")
    minutes = (time.monotonic() - started) / 60
    say(f"that took {minutes:.1f} minutes; {CACHE} is kept for the next run")


if __name__ == "__main__":
    main()
