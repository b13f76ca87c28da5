"""Step 27: a list of any length with the same few statements."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from course.contract.check import check
from course.contract.checks.people import follows
from course.contract.checks.reading import counts_a_page, ids, limit
from course.contract.checks.timeline import timeline
from course.contract.checks.writing import writes_a_post
from course.contract.service import Service


@contextmanager
def statements() -> Iterator[list[str]]:
    """The statements that SQLAlchemy executes in this process during the block."""
    executed: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        executed.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield executed
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@check(step=27, needs=(limit, counts_a_page, writes_a_post))
def same_posts_whatever_the_length(service: Service) -> None:
    """A long page begins with the posts of a short one."""
    service.written()
    for path in ("/posts/", "/posts/with_counts/"):
        short = ids(service.get(path, params={"limit": 5}).rows())
        answer = service.get(path, params={"limit": 100})
        found = ids(answer.rows())
        answer.need(found[:5] == short, f"Posts {short} should come first, not {found[:5]}.")
        answer.need(len(found) == len(set(found)), "A post comes twice in one page.")


@check(step=27, needs=(limit, counts_a_page, timeline, follows), in_process=True)
def few_statements(service: Service) -> None:
    """A list takes the same number of statements whatever its length."""
    service.written()
    cy, ana = service.person("cy"), service.person("ana")
    own = f"/users/{ana.username}/posts/"
    for path in ("/posts/", "/posts/with_counts/", own, "/timeline/"):
        counts = {}
        for asked in (2, 20):
            with statements() as executed:
                answer = service.get(path, cy, params={"limit": asked})
            counts[len(answer.rows())] = len(executed)
        (few, short), (many, long) = sorted(counts.items())
        wrong = f"{few} rows took {short} statements, and {many} rows took {long}."
        answer.need(long <= short, wrong)
