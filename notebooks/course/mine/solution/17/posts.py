from typing import Any

from my_service import queries
from my_service.paging import PageDep
from my_service.schemas import PostWithCounts


@router.get("/posts/with_counts/", response_model=list[PostWithCounts])
def list_posts_with_counts(page: PageDep) -> Any:
    return page.of(queries.posts_with_counts)
