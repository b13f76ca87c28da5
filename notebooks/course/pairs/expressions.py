"""Values worked out from other values, row by row."""

import numpy as np
import pandas as pd
from sqlalchemy import (
    Float,
    Numeric,
    case,
    cast,
    func,
    select,
)

from course.pairs.definition import Statement, numbered, pair
from course.pairs.frames import Frames
from microblog.models import Post

READING = "03_reading_rows"
DISAGREE = "03a_where_databases_disagree"


@pair(
    22,
    "one of two: np.where ↔ case",
    "Is each post long or short?",
    lesson=READING,
    example={"posts": numbered(content=["x" * 40, "x" * 41, None])},
    words="if else, if, case when, where, mask, np.select, conditional column, ternary, "
    "add a column with an if, column with a condition",
)
def one_of_two(frames: Frames) -> pd.DataFrame:
    is_long = frames.posts["content"].str.len() > 40
    return frames.posts[["id"]].assign(size=np.where(is_long, "long", "short"))


@one_of_two.select
def _(dialect: str) -> Statement:
    is_long = func.length(Post.content) > 40
    return select(Post.id, case((is_long, "long"), else_="short").label("size"))


@pair(
    23,
    "bins: pd.cut ↔ a ladder of cases",
    "Is each post empty, short (to 40 characters) or long?",
    lesson=READING,
    example={"posts": numbered(content=["", "x" * 40, "x" * 41, None])},
    words="cut, bin, buckets, ranges, categories, histogram, np.digitize, case when",
)
def bins(frames: Frames) -> pd.DataFrame:
    length = frames.posts["content"].str.len()
    size = pd.cut(length, [-1, 0, 40, 280], labels=["empty", "short", "long"])
    return frames.posts[["id"]].assign(size=size)


@bins.select
def _(dialect: str) -> Statement:
    length = func.length(Post.content)
    size = case((length <= 0, "empty"), (length <= 40, "short"), (length <= 280, "long"))
    return select(Post.id, size.label("size"))


@bins.wrong_select(
    "bins",
    "The bins of `pd.cut` hold their right edge: 40 is still short.",
    posts=[{"id": 1, "content": "x" * 40}],
)
def _(dialect: str) -> Statement:
    length = func.length(Post.content)
    size = case((length < 1, "empty"), (length < 40, "short"), (length < 280, "long"))
    return select(Post.id, size.label("size"))


@pair(
    24,
    "look up: map(dict) ↔ case(dict, value=)",
    "What are owners 1 and 2 called? Nobody else has a name here.",
    lesson=READING,
    example={"posts": numbered(owner_id=[2, 1, 3, None])},
    words="replace, dictionary, translate values, recode, map, lookup table",
)
def look_up(frames: Frames) -> pd.DataFrame:
    names = {1: "marta", 2: "ana"}
    return frames.posts[["id"]].assign(name=frames.posts["owner_id"].map(names))


@look_up.select
def _(dialect: str) -> Statement:
    names = {1: "marta", 2: "ana"}
    return select(Post.id, case(names, value=Post.owner_id).label("name"))


@pair(
    27,
    "true division: / ↔ cast(Float)",
    "What is each id divided by 280, and how many times would each text fit into 280 letters?",
    lesson=DISAGREE,
    example={"posts": [{"id": 1, "content": "x" * 140}, {"id": 2, "content": ""}]},
    words="divide, ratio, percentage, float division, integer division, quotient, "
    "divide by zero, nullif",
)
def true_division(frames: Frames) -> pd.DataFrame:
    length = frames.posts["content"].str.len()
    times = 280 / length.mask(length == 0)
    return frames.posts[["id"]].assign(place=frames.posts["id"] / 280, times=times)


@true_division.select
def _(dialect: str) -> Statement:
    length = cast(func.length(Post.content), Float)
    times = 280 / func.nullif(length, 0)
    return select(Post.id, (cast(Post.id, Float) / 280).label("place"), times.label("times"))


@true_division.wrong_select(
    "division",
    "A division of whole numbers gives a Decimal, and on SQLite it ends after ten digits.",
    on=("sqlite",),
    posts=[{"id": 1, "content": "a"}],
)
def _(dialect: str) -> Statement:
    times = 280 / func.nullif(cast(func.length(Post.content), Float), 0)
    return select(Post.id, (Post.id / 280).label("place"), times.label("times"))


@true_division.wrong_pandas(
    "division",
    "Divided by 0, pandas gives inf and SQLite NULL. PostgreSQL raises an error. Ask for NULL.",
    posts=[{"id": 1, "content": ""}],
)
def _(frames: Frames) -> pd.DataFrame:
    length = frames.posts["content"].str.len()
    return frames.posts[["id"]].assign(place=frames.posts["id"] / 280, times=280 / length)


@true_division.wrong_select(
    "division",
    "PostgreSQL raises an error when it divides by 0, and no row comes back.",
    on=("postgresql",),
    posts=[{"id": 1, "content": ""}],
)
def _(dialect: str) -> Statement:
    length = cast(func.length(Post.content), Float)
    return select(
        Post.id, (cast(Post.id, Float) / 280).label("place"), (280 / length).label("times")
    )


@pair(
    28,
    "floor and modulo: //, % ↔ ((a % n) + n) % n",
    "If posts stand three in a row, from post 5 on, which row and place has each?",
    lesson=DISAGREE,
    example={"posts": [{"id": n} for n in (1, 4, 5, 7)]},
    words="mod, remainder, integer division, floordiv, divmod",
)
def floor_and_modulo(frames: Frames) -> pd.DataFrame:
    step = frames.posts["id"] - 5
    return frames.posts[["id"]].assign(row=step // 3, place=step % 3)


@floor_and_modulo.select
def _(dialect: str) -> Statement:
    step = Post.id - 5
    place = (step % 3 + 3) % 3
    return select(Post.id, ((step - place) // 3).label("row"), place.label("place"))


@floor_and_modulo.wrong_select(
    "modulo, rounding",
    "SQL cuts −4 / 3 off to −1, remainder −1. pandas rounds down to −2, remainder 2.",
    posts=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    step = Post.id - 5
    return select(Post.id, (step // 3).label("row"), (step % 3).label("place"))


@pair(
    29,
    "limits: clip ↔ a ladder of cases",
    "How long is each post, but at least 2 and at most 40?",
    lesson=READING,
    example={"posts": numbered(content=["a", "abc", "x" * 41, None])},
    words="clip, lower bound, upper bound, greatest, least, np.minimum, np.maximum, limit values",
)
def limits(frames: Frames) -> pd.DataFrame:
    length = frames.posts["content"].str.len()
    return frames.posts[["id"]].assign(length=length.clip(2, 40))


@limits.select
def _(dialect: str) -> Statement:
    length = func.length(Post.content)
    clipped = case((length < 2, 2), (length > 40, 40), else_=length)
    return select(Post.id, clipped.label("length"))


@pair(
    30,
    "round half up: np.floor(x + 0.5) ↔ round(Numeric)",
    "How long is half of each post, halves rounded up?",
    lesson=DISAGREE,
    example={"posts": [{"id": n, "content": "x" * n} for n in (1, 2, 3, 5)]},
    words="round, rounding, ceil, floor, bankers rounding, decimal places",
    note="Both sides agree for numbers that are not negative; SQL rounds −0.5 to −1.",
)
def round_half_up(frames: Frames) -> pd.DataFrame:
    half = frames.posts["content"].str.len() * 0.5
    return frames.posts[["id"]].assign(half=np.floor(half + 0.5))


@round_half_up.select
def _(dialect: str) -> Statement:
    half = cast(func.length(Post.content) * 0.5, Numeric)
    return select(Post.id, func.round(half).label("half"))


@round_half_up.wrong_pandas(
    "modulo, rounding",
    "pandas rounds halves to the even number: 0.5 becomes 0, and 1.5 becomes 2.",
    posts=[{"id": 1, "content": "a"}],
)
def _(frames: Frames) -> pd.DataFrame:
    half = frames.posts["content"].str.len() * 0.5
    return frames.posts[["id"]].assign(half=half.round())


@round_half_up.wrong_select(
    "modulo, rounding",
    "PostgreSQL rounds a float as pandas does, and a Numeric half up.",
    on=("postgresql",),
    posts=[{"id": 1, "content": "a"}],
)
def _(dialect: str) -> Statement:
    half = cast(func.length(Post.content) * 0.5, Float)
    return select(Post.id, func.round(half).label("half"))
