from typing import Annotated, Any

from fastapi import Depends, HTTPException
from fastapi.security import OAuth2PasswordBearer

from my_service import queries
from my_service.database import SessionDep
from my_service.models import User
from my_service.schemas import UserPrivate
from my_service.security import claims_of

bearer = OAuth2PasswordBearer(tokenUrl="token")


def get_current_user(token: Annotated[str, Depends(bearer)], db: SessionDep) -> User:
    claims = claims_of(token)
    user = claims and db.scalars(queries.user(claims["sub"])).one_or_none()
    if not user:
        raise HTTPException(401, "This token is not valid.", {"WWW-Authenticate": "Bearer"})
    return user


CurrentUser = Annotated[User, Depends(get_current_user)]


@router.get("/users/me", response_model=UserPrivate)
def read_me(me: CurrentUser) -> Any:
    return me
