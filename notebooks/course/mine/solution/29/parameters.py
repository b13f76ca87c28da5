"""What a client may send: nothing that was not asked for, and no number out of range."""

import re
from datetime import UTC, datetime
from typing import Annotated

from fastapi import HTTPException, Path, Request
from pydantic import BeforeValidator


def digits_only(text: object) -> object:
    if isinstance(text, str) and not re.fullmatch("[0-9]+", text):
        raise ValueError("must be digits only")
    return text


def in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("is not within the years 1 to 9999 in UTC") from None


LARGEST_ID = 2**63 - 1
PostId = Annotated[int, Path(ge=1, le=LARGEST_ID), BeforeValidator(digits_only)]


def refuse_unknown_parameters(request: Request) -> None:
    route = request.scope["route"]
    documented = request.app.openapi()["paths"][route.path_format][request.method.lower()]
    known = {each["name"] for each in documented.get("parameters", ()) if each["in"] == "query"}
    if set(request.query_params) - known:
        raise HTTPException(422, f"The parameters here are: {', '.join(sorted(known)) or 'none'}.")
