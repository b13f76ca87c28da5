from typing import Annotated

from fastapi import Query
from pydantic import AfterValidator, AwareDatetime, BeforeValidator

from my_service.parameters import LARGEST_ID, digits_only, in_utc

Limit = Annotated[int, Query(ge=1, le=100), BeforeValidator(digits_only)]
Number = Annotated[int, Query(ge=0, le=LARGEST_ID), BeforeValidator(digits_only)]
Moment = Annotated[AwareDatetime, AfterValidator(in_utc)]
