from typing import Any

from fastapi import APIRouter, Depends, HTTPException

from my_service import queries
from my_service.database import SessionDep
from my_service.parameters import refuse_unknown_parameters

router = APIRouter(tags=["people"], dependencies=[Depends(refuse_unknown_parameters)])


def get_person(username: str, db: SessionDep) -> Any:
    known = queries.can_be_a_name(username)
    person = db.execute(queries.profile(username)).one_or_none() if known else None
    if person is None:
        raise HTTPException(404, "There is no user of that name.")
    return person
