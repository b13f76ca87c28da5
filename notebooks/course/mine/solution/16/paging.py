"""Which rows of a list to answer, and the link to the next ones."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Depends, Query, Request, Response
from sqlalchemy import Select

from my_service.database import SessionDep

Limit = Annotated[int, Query(ge=1, le=100)]
Number = Annotated[int, Query(ge=0)]


class Answer:
    """Rows as dicts, and the link to the rows after the last one of them."""

    def __init__(self, db: SessionDep, request: Request, response: Response) -> None:
        self.db, self.request, self.response = db, request, response

    def of(
        self, statement: Select, limit: int, after: Callable[[dict[str, Any]], dict[str, Any]]
    ) -> list[dict[str, Any]]:
        rows = [row._asdict() for row in self.db.execute(statement.limit(limit + 1))]
        if len(rows) > limit:
            asked = self.request.url.remove_query_params("offset")
            url = asked.include_query_params(**after(rows[limit - 1]))
            self.response.headers["Link"] = f'<{url}>; rel="next"'
        return rows[:limit]


AnswerDep = Annotated[Answer, Depends()]


class Page:
    def __init__(self, answer: AnswerDep, limit: Limit = 20, offset: Number = 0) -> None:
        self.answer, self.limit, self.offset = answer, limit, offset

    def of(self, query: Callable[..., Select], *arguments: Any) -> list[dict[str, Any]]:
        statement = query(*arguments, offset=self.offset)
        next_offset = self.offset + self.limit
        return self.answer.of(statement, self.limit, lambda _last: {"offset": next_offset})


PageDep = Annotated[Page, Depends()]
