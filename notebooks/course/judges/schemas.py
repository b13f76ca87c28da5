"""Answers that are a Pydantic schema: what it accepts, what it refuses, and what it shows."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ValidationError

from course.judges.judge import Wrong
from course.judges.messages import first_complaint
from course.judges.trials import Observed, Trial, Trying
from course.judges.values import kind_of


class Refused(str):
    """A refusal: equal to any other, whatever its words are."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Refused)

    def __hash__(self) -> int:
        return hash(Refused)

    def __repr__(self) -> str:
        return str(self)


def validating(*inputs: tuple[str, Any], **options: Any) -> Trying:
    """A schema that is given each input; the text before it says what it is."""

    def trial(shown: str, given: Any) -> Trial:
        def run(answer: type[BaseModel]) -> Observed:
            return {"returns": outcome(lambda: answer.model_validate(given, **options))}

        return Trial(shown, run)

    return Trying([trial(shown, given) for shown, given in inputs], kind=a_schema)


def outcome(validate: Callable[[], BaseModel]) -> Any:
    """The fields of the object that was made, or the refusal."""
    try:
        return validate().model_dump(warnings=False)
    except ValidationError as error:
        return Refused(f"refused. {first_complaint(error)}")


def a_schema(answer: Any) -> type[BaseModel]:
    """A subclass of `BaseModel`; `Wrong` for anything else."""
    if isinstance(answer, BaseModel):
        raise Wrong(
            f"This is one object of your schema. Answer with the class itself: answer = "
            f"{type(answer).__name__}"
        )
    if not isinstance(answer, type):
        raise Wrong(f"This is {kind_of(answer)}. Answer with the class itself, by its name.")
    if not issubclass(answer, BaseModel):
        raise Wrong("Your class isn't a schema. Does it descend from BaseModel?")
    return answer
