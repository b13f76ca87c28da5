from typing import Any

from my_service import queries
from my_service.accounts import CurrentUser
from my_service.database import SessionDep
from my_service.paging import Limit
from my_service.schemas import Suggestion


@router.get("/users/me/suggestions/", response_model=list[Suggestion])
def list_suggestions(me: CurrentUser, db: SessionDep, limit: Limit = 5) -> Any:
    return [row._asdict() for row in db.execute(queries.suggestions(me.id, limit))]
