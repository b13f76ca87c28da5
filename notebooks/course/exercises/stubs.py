"""Answers that nobody has touched yet: three dots, wherever the starter has them."""

import dis
from types import FunctionType
from typing import Any

NO_STEPS = {"RESUME", "NOP"}


def is_untouched(answer: Any) -> bool:
    """Whether the answer is `...`, holds `...`, or is a function or a class with nothing in it."""
    if answer is ...:
        return True
    if isinstance(answer, dict):
        return any(is_untouched(each) for each in answer.values())
    if isinstance(answer, list | tuple | set):
        return any(each is ... for each in answer)
    if isinstance(answer, FunctionType):
        return does_nothing(answer)
    return isinstance(answer, type) and is_empty(answer)


def does_nothing(function: FunctionType) -> bool:
    """Whether its body is `...`, `pass`, a docstring or `return None`."""
    steps = [step for step in dis.get_instructions(function) if step.opname not in NO_STEPS]
    return all(step.opname.startswith(("LOAD", "RETURN")) and step.argval is None for step in steps)


def is_empty(answer: type[Any]) -> bool:
    """Whether a class adds nothing to what it inherits."""
    fields = getattr(answer, "model_fields", None)
    if fields is not None:  # Pydantic fills the class with attributes of its own
        inherited = [getattr(base, "model_fields", {}) for base in answer.__mro__[1:]]
        configs = [getattr(each, "model_config", {}) for each in answer.__mro__[:2]]
        if configs[0] != configs[1]:
            return False
        decorators = getattr(answer, "__pydantic_decorators__", None)
        own = any(vars(decorators).values()) if hasattr(decorators, "__dict__") else False
        return not own and not any(name for name in fields if not any(name in i for i in inherited))
    return not any(map(adds, *zip(*vars(answer).items(), strict=True)))


def adds(name: str, value: Any) -> bool:
    """Whether this attribute of a class is more than what every class has."""
    if isinstance(value, FunctionType):
        return not (name.startswith("__") and does_nothing(value))
    return bool(value) if name == "__annotations__" else not name.startswith("__")
