"""Values compared by what they mean: numpy's 3, 3.0 and 3 are one number."""

import math
from collections.abc import KeysView, Mapping, ValuesView
from datetime import date, time, timedelta
from decimal import Decimal
from types import NoneType
from typing import Any

import numpy as np
import pandas as pd

SEQUENCES = (list, tuple, pd.Series, pd.Index, np.ndarray, KeysView, ValuesView)


BASIC = (str, bytes, bool, int, date, time, timedelta, NoneType)


class Kind(str):
    """The name of a kind of value, for a value that means nothing by itself, such as an object."""

    def __repr__(self) -> str:
        return str(self)


NAN = Kind("nan")  # equal to itself, as nan is not


class Series(list[Any]):
    """Values in order: equal to any other with the same values, shown as it was written."""

    def __init__(self, written: type, values: list[Any]) -> None:
        super().__init__(values)
        self.written = written


def plain(value: Any) -> Any:
    """The value in a form in which `==` means that a reader would call the two equal."""
    if isinstance(value, np.generic):
        value = value.item()
    is_row = type(value).__name__ == "Row"
    if isinstance(value, SEQUENCES) or is_row:
        written = tuple if isinstance(value, tuple) or is_row else list
        return Series(written, [plain(each) for each in value])
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if value is pd.NaT or value is pd.NA:
        return NAN
    if isinstance(value, set | frozenset):
        return set(value)
    if isinstance(value, float | Decimal):
        return NAN if math.isnan(value) else round(float(value), 9)
    return value if isinstance(value, BASIC) else Kind(kind_of(value))


def kind_of(value: Any) -> str:
    """What a value is, with its article, for a message."""
    if isinstance(value, type):
        return "a class"
    names = {"function": "a function", "NoneType": "None", "str": "text", "int": "a number"}
    name = type(value).__name__
    if isinstance(value, BaseException):
        return f"{article(name)} {name} that is returned, not raised"
    return names.get(name) or f"{article(name)} {name}"


def article(name: str) -> str:
    """The article of a class, by its sound: an Update, but a User."""
    return "an" if name[0] in "AEIOaeio" or name.startswith(("Un", "Up")) else "a"
