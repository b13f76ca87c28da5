from my_service.database import SessionDep
from my_service.models import User
from my_service.writes import remove


@router.delete("/users/me", status_code=204)
def delete_me(me: CurrentUser, db: SessionDep) -> None:
    remove(db, User, id=me.id)
