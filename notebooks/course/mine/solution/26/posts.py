from typing import Any

from my_service import queries
from my_service.accounts import CurrentUser
from my_service.paging import PageDep
from my_service.schemas import PostPublic


@router.get("/timeline/", response_model=list[PostPublic])
def list_timeline(me: CurrentUser, page: PageDep) -> Any:
    return page.of(queries.timeline, me.id, time="shown_at")
