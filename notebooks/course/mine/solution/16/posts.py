from typing import Any

from my_service import queries
from my_service.paging import PageDep
from my_service.schemas import PostPublic


@router.get("/posts/", response_model=list[PostPublic])
def list_posts(page: PageDep) -> Any:
    return page.of(queries.newest_posts)
