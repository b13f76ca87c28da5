"""Answers that are a function which reads page after page, while new posts come in."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from course.judges.data import EVENING
from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial

MOMENT = EVENING + timedelta(hours=2)
NEW = EVENING + timedelta(hours=12)
LATEST = EVENING + timedelta(days=999)


class Row(NamedTuple):
    timestamp: datetime
    id: int


class Reader:
    """Gives pages, newest first; a new post comes in after each of the first two."""

    def __init__(self, rows: Sequence[Row], size: int) -> None:
        self.rows, self.size, self.pages = sorted(rows, reverse=True), size, 0

    def __call__(
        self, *, before: datetime = LATEST, before_id: int = 0, offset: int = 0
    ) -> list[Row]:
        self.pages += 1
        if self.pages > 20:
            raise Wrong("Your function asked for 20 pages. There aren't so many: does it move on?")
        key = before, before_id
        page = [row for row in self.rows if row < key][offset:][: self.size]
        if self.pages < 3:
            self.rows.insert(0, Row(NEW + timedelta(minutes=self.pages), 100 + self.pages))
        return page


def reading(size: int, *posts: tuple[int, float]) -> Trial:
    """A call of `answer(read_page, moment)`, with posts as ids and hours after 18:00."""
    rows = [Row(EVENING + timedelta(hours=hours), number) for number, hours in posts]
    listed = [
        f"{number} ({moment.day} Aug {moment:%H:%M})"
        for moment, number in sorted(rows, reverse=True)
    ]
    shown = f"Since 12 Aug 20:00, in pages of {size}, with the posts {', '.join(listed)}"

    def run(answer: Any) -> Observed:
        reader = Reader(rows, size)
        returned = answer(reader, MOMENT)
        return {"returns": returned, "pages read": reader.pages}

    return Trial(shown if posts else "When there are no posts at all", run)
