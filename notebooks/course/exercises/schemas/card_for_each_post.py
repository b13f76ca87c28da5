"""A schema for what goes out: three fields of a row."""

from types import SimpleNamespace

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING
from course.judges.schemas import validating

ROW = {
    "id": 7,
    "content": "Totality over Burgos!",
    "username": "marta",
    "owner_id": 1,
    "timestamp": EVENING,
    "email": "marta@example.org",
    "hashed_password": "a hash",
}
OTHER_ROW = ROW | {"id": 12, "content": " 007 ", "username": "Zoe", "owner_id": 7}
LEFT_OUT = {name: ROW[name] for name in ("id", "content", "owner_id")}

EXERCISE = Exercise(
    title="A card for each post",
    minutes=5,
    objective="let out only what a schema names",
    task="""The front page shows a card for each post: `id`, `content`, `username`, and nothing
else of the row. Write the schema `PostCard`, so that `PostCard.model_validate(row)` works as it
stands, for a row of a query (an object with attributes) and for a dict.""",
    starter="""class PostCard(BaseModel):
    # your fields here
    ...


answer = PostCard""",
    hints=(
        "The row has many more fields than three. What makes sure that the others stay in?",
        "`model_validate(row, from_attributes=True)` would do for one call. Where did `Input` "
        "put a setting that holds for every call?",
        "Beside the three fields: `model_config = ConfigDict(from_attributes=True)`.",
    ),
    imports="""
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model, model_validator

from microblog.schemas import Id, PostPublic
""",
    answers=(
        """
class PostCard(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    content: str
    username: str
""",
        """
class PostCard(BaseModel, from_attributes=True):
    username: str
    id: Id
    content: str
""",
    ),
    mistakes=(
        Mistake(
            "from PostPublic",
            """
class PostCard(PostPublic):
    model_config = ConfigDict(from_attributes=True)
""",
            "Your card has all fields of PostPublic: a schema inherits the fields of the class "
            "that it descends from.",
        ),
        Mistake(
            "dicts only",
            """
class PostCard(BaseModel):
    id: int
    content: str
    username: str
""",
            "Your card accepts dicts and refuses an object with attributes. A setting in "
            "model_config allows both.",
        ),
        Mistake(
            "extra allowed",
            """
class PostCard(BaseModel, from_attributes=True, extra="allow"):
    id: int
    content: str
    username: str
""",
            "Your card lets out everything that a dict brings: that is what extra='allow' does.",
        ),
        Mistake(
            "forbids the rest",
            """
class PostCard(BaseModel, from_attributes=True, extra="forbid"):
    id: int
    content: str
    username: str
""",
            "Your card refuses a row with more fields than three. They should be left out without "
            "an error.",
        ),
        Mistake(
            "no username",
            """
class PostCard(BaseModel, from_attributes=True):
    id: int
    content: str
""",
            "Your card has no username.",
        ),
    ),
    judge=validating(
        (
            "A dict with these three fields",
            {name: ROW[name] for name in ("id", "content", "username")},
        ),
        ("A dict with all fields of the row", ROW),
        ("A row, an object with attributes", SimpleNamespace(**ROW)),
        ("Another row", SimpleNamespace(**OTHER_ROW)),
        ("A dict without the username", LEFT_OUT),
        ("A row without the username", SimpleNamespace(**LEFT_OUT)),
    ),
    praise="Three fields go out, whatever the row gains next year.",
)
