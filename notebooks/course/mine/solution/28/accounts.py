from typing import Annotated

from fastapi import Depends, HTTPException
from fastapi.security import OAuth2PasswordBearer

from my_service import queries
from my_service.database import SessionDep
from my_service.models import User
from my_service.security import claims_of

bearer = OAuth2PasswordBearer(tokenUrl="token", auto_error=False)


def get_current_user(token: Annotated[str | None, Depends(bearer)], db: SessionDep) -> User:
    claims = claims_of(token or "")
    user = claims and db.scalars(queries.user(claims["sub"])).one_or_none()
    if not user:
        raise HTTPException(401, "This needs a valid token.", {"WWW-Authenticate": "Bearer"})
    return user
