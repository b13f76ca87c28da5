"""Answers that are a Pydantic schema, judged by what it accepts, refuses and shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from course.exercises.exercise import Judge, Wrong


@dataclass(frozen=True)
class Validating:
    """One input, whether it is valid, and for a valid one what it becomes."""

    given: dict[str, Any]
    valid: bool
    says: str
    becomes: dict[str, Any] | None = None


def schema_of(inputs: Sequence[Validating]) -> Judge:
    def judge(answer: Any) -> None:
        if not (isinstance(answer, type) and issubclass(answer, BaseModel)):
            raise Wrong("Answer with the class itself, a subclass of BaseModel.")
        for each in inputs:
            try:
                made = answer.model_validate(each.given).model_dump()
            except ValidationError as error:
                if each.valid:
                    given = str(each.given)
                    given = given[:100] + "…" * (len(given) > 100)
                    raise Wrong(f"{each.says}\n{first_complaint(error)}\nGiven: {given}") from None
                continue
            if not each.valid or each.becomes not in (None, made):
                raise Wrong(f"{each.says}\n{each.given} became {made}")

    return judge


def first_complaint(error: ValidationError) -> str:
    """The first fault, with the field that it is about."""
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    return f"Pydantic says of {field!r}: {first['msg']}" if field else first["msg"]
