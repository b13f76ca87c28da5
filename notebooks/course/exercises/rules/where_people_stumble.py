"""The errors of many rows, counted by field."""

from typing import Any

from pydantic import BaseModel

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying
from microblog.schemas import PostCreate, UserCreate


def sign_up(username: Any = "rosa", **others: Any) -> dict[str, Any]:
    return {"username": username, "email": "rosa@example.org", "password": "sunflower-12"} | others


def counting(shown: str, rows: list[dict[str, Any]], schema: type[BaseModel]) -> Trial:
    def run(answer: Any) -> Observed:
        return {"returns": answer([dict(row) for row in rows], schema)}

    return Trial(f"fault_counts(rows, {schema.__name__}), where rows are: {shown}", run)


NOBODY = {"password": "sunflower-12"}

EXERCISE = Exercise(
    title="Where do people stumble?",
    minutes=7,
    objective="turn the errors of many rows into a DataFrame",
    task="""You want to know which field of a form gives people trouble. Write
`fault_counts(rows, schema)`. It validates each dict of `rows` with the schema, and returns a dict
with the number of faults of each field that has any: `{"username": 3, "email": 1}`. It is tried
with `UserCreate` and with `PostCreate`.""",
    starter="""def fault_counts(rows, schema):
    # your code here
    ...


answer = fault_counts""",
    hints=(
        "`problems_of` of this notebook has the loop that you need, or gives you a DataFrame of "
        "which you need one column.",
        "`error.errors()` has one dict for each fault; the name of the field is the first part of "
        'its `"loc"`.',
        "Start with `counts = {}`; in the loop over the faults, "
        '`field = fault["loc"][0]` and `counts[field] = counts.get(field, 0) + 1`.',
    ),
    imports="""
from collections import Counter

import pandas as pd
from pydantic import ValidationError

from microblog.schemas import UserCreate
""",
    answers=(
        """
def fault_counts(rows, schema):
    counts = {}
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            for fault in error.errors():
                field = fault["loc"][0]
                counts[field] = counts.get(field, 0) + 1
    return counts
""",
        """
def faults_of(row, schema):
    try:
        schema.model_validate(row)
        return []
    except ValidationError as error:
        return error.errors()


def fault_counts(rows, schema):
    faults = pd.DataFrame([fault for row in rows for fault in faults_of(row, schema)])
    return faults["loc"].str[0].value_counts().to_dict() if len(faults) else {}
""",
    ),
    mistakes=(
        Mistake(
            "the first fault of each row",
            """
def fault_counts(rows, schema):
    counts = Counter()
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            counts[error.errors()[0]["loc"][0]] += 1
    return counts
""",
            "You count one fault of each row. A row with several faults has several dicts in "
            "error.errors().",
        ),
        Mistake(
            "by type",
            """
def fault_counts(rows, schema):
    counts = Counter()
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            counts.update(fault["type"] for fault in error.errors())
    return counts
""",
            "You count by the type of the fault. The name of the field is in loc.",
        ),
        Mistake(
            "the whole way",
            """
def fault_counts(rows, schema):
    counts = Counter()
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            counts.update(fault["loc"] for fault in error.errors())
    return counts
""",
            "Your keys are tuples: loc is the way to the field. Its first part is the name.",
        ),
        Mistake(
            "zeros as well",
            """
def fault_counts(rows, schema):
    counts = dict.fromkeys(schema.model_fields, 0)
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            for fault in error.errors():
                counts[fault["loc"][0]] = counts.get(fault["loc"][0], 0) + 1
    return counts
""",
            "Fields without a fault are in your dict, with a 0. The task asks for fields that "
            "have a fault.",
        ),
        Mistake(
            "always UserCreate",
            """
def fault_counts(rows, schema):
    counts = Counter()
    for row in rows:
        try:
            UserCreate.model_validate(row)
        except ValidationError as error:
            counts.update(fault["loc"][0] for fault in error.errors())
    return counts
""",
            "You validate with UserCreate, whichever schema your function is given.",
        ),
    ),
    judge=Trying(
        [
            counting("no rows", [], UserCreate),
            counting("one valid sign-up", [sign_up()], UserCreate),
            counting("one sign-up, by 'al'", [sign_up("al")], UserCreate),
            counting(
                "a sign-up by 'al' with the two fields phone and age on top",
                [sign_up("al", phone="1", age=2)],
                UserCreate,
            ),
            counting(
                "four sign-ups: a valid one, one by 'al', one by 'ana!' with the password "
                "'1234567', and one without username and address",
                [sign_up(), sign_up("al"), sign_up("ana!", password="1234567"), NOBODY],
                UserCreate,
            ),
            counting(
                "three posts: a good one, an empty one, and one with an id",
                [{"content": "Totality!"}, {"content": ""}, {"content": "x", "id": 7}],
                PostCreate,
            ),
        ]
    ),
    praise="Every fault of every row, by field: now you know what to explain on the form.",
)
