from typing import Annotated, Any

from fastapi import Query
from pydantic import AwareDatetime
from sqlalchemy import literal, tuple_

from my_service.models import BigInt, UTCDateTime

Moment = AwareDatetime


class Page:
    """A page of posts goes on after a time and an id."""

    def __init__(
        self,
        answer: AnswerDep,
        limit: Limit = 20,
        offset: Number = 0,
        before: Annotated[Moment | None, Query()] = None,
        before_id: Number = 0,
    ) -> None:
        self.answer, self.limit, self.offset = answer, limit, offset
        self.before, self.before_id = before, before_id

    def of(
        self, query: Callable[..., Select], *arguments: Any, time: str = "timestamp"
    ) -> list[dict[str, Any]]:
        statement = query(*arguments, offset=self.offset)
        columns = statement.selected_columns
        if self.before is not None:
            last_seen = tuple_(literal(self.before, UTCDateTime), literal(self.before_id, BigInt))
            statement = statement.where(tuple_(columns[time], columns["id"]) < last_seen)
        return self.answer.of(
            statement, self.limit, lambda last: {"before": last[time], "before_id": last["id"]}
        )
