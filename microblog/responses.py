"""Answers that are checked and written as JSON in the endpoint's own thread."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, cast

from fastapi import Response
from pydantic import TypeAdapter

Schema = TypeVar("Schema")


@cache
def adapter_for(schema: Any) -> TypeAdapter[Any]:
    return TypeAdapter(schema)


def json_response(
    schema: type[Schema],
    content: object,
    status_code: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Schema:
    """`content`, checked by the schema, as a response.

    FastAPI sends a Response as it is; anything else it checks in one more thread, which takes
    longer than the check. Typed as what the client receives: that is what FastAPI documents.
    """
    adapter = adapter_for(schema)  # type: ignore[arg-type]  # classes can be hashed
    body = adapter.dump_json(adapter.validate_python(content, from_attributes=True))
    response = Response(body, status_code, headers, media_type="application/json")
    return cast(Schema, response)
