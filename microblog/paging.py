"""A page as HTTP sees it: its parameters, its rows as JSON, and the link to the next page."""

from typing import Annotated, Any, ClassVar

from fastapi import Query, Request
from pydantic import BaseModel, Field

from microblog.lists import END_OF_TIME
from microblog.responses import Schema, json_response
from microblog.rules import LARGEST_INTEGER
from microblog.schemas import Id, Moment

MOST_ROWS = 2**62  # more than any table can hold


class PageParams(BaseModel):
    """Which rows of a list the client asks for."""

    limit: int = Field(20, ge=1, le=100)
    offset: Id = Field(0, ge=0, le=LARGEST_INTEGER)

    def values(self) -> dict[str, Any]:
        """For the statement: one row more than asked for shows whether there is a next page."""
        offset = min(self.offset, MOST_ROWS)  # a statement may add to it, within 64 bits
        return self.model_dump() | {"limit": self.limit + 1, "offset": offset}

    def key_after(self, row: dict[str, Any]) -> dict[str, str]:
        """The parameters by which the next page begins after `row`."""
        return {"before_id": str(row["id"])}


class UserPageParams(PageParams):
    before_id: Id = Field(
        default_factory=lambda: LARGEST_INTEGER,
        ge=0,
        le=LARGEST_INTEGER,
        description="only users with a smaller id",
    )


class PostPageParams(PageParams):
    time_column: ClassVar[str] = "timestamp"

    before: Moment = Field(
        default_factory=lambda: END_OF_TIME, description="only rows older than this moment"
    )
    before_id: Id = Field(
        0, ge=0, le=LARGEST_INTEGER, description="and of this moment, only rows with a smaller id"
    )

    def key_after(self, row: dict[str, Any]) -> dict[str, str]:
        return {"before": row[self.time_column].isoformat()} | super().key_after(row)


class TimelinePageParams(PostPageParams):
    time_column = "shown_at"


UserPage = Annotated[UserPageParams, Query()]
PostPage = Annotated[PostPageParams, Query()]
TimelinePage = Annotated[TimelinePageParams, Query()]


def page_response(
    request: Request, page: PageParams, schema: type[Schema], rows: list[dict[str, Any]]
) -> Schema:
    """The rows of a page, and a `Link` to the next one when there is a row too many."""
    shown, headers = rows[: page.limit], {}
    if len(rows) > page.limit:
        url = request.url.remove_query_params("offset")
        url = url.include_query_params(**page.key_after(shown[-1]))
        headers["Link"] = f'<{url}>; rel="next"'
    return json_response(schema, shown, headers=headers)
