"""Hours, weekdays, days and the time between."""

from datetime import timedelta

import pandas as pd
from sqlalchemy import (
    Date,
    cast,
    extract,
    func,
    select,
)

from course.pairs.definition import Statement, pair
from course.pairs.frames import NOON, Frames
from microblog.models import Post, User

READING = "03_reading_rows"
DISAGREE = "03a_where_databases_disagree"
CALENDARS = "05a_calendars"


@pair(
    31,
    "parts of a moment: dt.hour ↔ extract",
    "At which hour was each post written?",
    lesson=READING,
    words="dt.year, dt.month, dt.day, year, month, hour, date_part, strftime, "
    "datetime parts, dt accessor",
)
def parts_of_a_moment(frames: Frames) -> pd.DataFrame:
    return frames.posts[["id"]].assign(hour=frames.posts["timestamp"].dt.hour)


@parts_of_a_moment.select
def _(dialect: str) -> Statement:
    return select(Post.id, extract("hour", Post.timestamp).label("hour"))


@pair(
    32,
    "weekday, Monday = 0: dt.day_of_week ↔ (dow + 6) % 7",
    "On which day of the week was each post written?",
    lesson=DISAGREE,
    example={"posts": [{"id": n, "timestamp": NOON + timedelta(days=n)} for n in (0, 3, 4, 5)]},
    words="dt.dayofweek, dt.weekday, isodow, day of the week, dt.day_name",
)
def weekday(frames: Frames) -> pd.DataFrame:
    return frames.posts[["id"]].assign(weekday=frames.posts["timestamp"].dt.day_of_week)


@weekday.select
def _(dialect: str) -> Statement:
    from_sunday = extract("dow", Post.timestamp)
    return select(Post.id, ((from_sunday + 6) % 7).label("weekday"))


@weekday.wrong_select(
    "dates",
    "Both databases count from Sunday, pandas from Monday.",
    posts=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    return select(Post.id, extract("dow", Post.timestamp).label("weekday"))


@pair(
    33,
    "per day: groupby(dt.date) ↔ func.date(type_=Date)",
    "How many posts were written on each day?",
    lesson=CALENDARS,
    example={"posts": [{"id": 1}, {"id": 2}, {"id": 3, "timestamp": None}]},
    words="dt.date, dt.normalize, date_trunc, to day, daily counts, count by date, "
    "group by day, dt.floor, pd.Grouper, "
    "per day, unique users per day",
)
def per_day(frames: Frames) -> pd.DataFrame:
    day = frames.posts["timestamp"].dt.date.rename("day")
    return frames.posts.groupby(day, dropna=False).size().reset_index(name="posts")


@per_day.select
def _(dialect: str) -> Statement:
    day = func.date(Post.timestamp, type_=Date).label("day")
    return select(day, func.count().label("posts")).group_by(day)


@per_day.wrong_select(
    "dates",
    "SQLite has no type for dates: a cast to Date keeps only the year, which can't be read.",
    on=("sqlite",),
    posts=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    day = cast(Post.timestamp, Date).label("day")
    return select(day, func.count().label("posts")).group_by(day)


@pair(
    34,
    "per day, empty days too: resample ↔ a calendar",
    "How many posts were written on each day from the first to the last, 0 included?",
    lesson=CALENDARS,
    example={"posts": [{"id": 1}, {"id": 2, "timestamp": NOON + timedelta(days=2)}]},
    words="asfreq, date_range, time series, missing dates, fill missing dates, "
    "generate_series, gaps, daily",
    ordered=True,
)
def per_day_with_empty_days(frames: Frames) -> pd.DataFrame:
    times = frames.posts.dropna(subset="timestamp").set_index("timestamp")
    per_day = times.resample("D").size().reset_index(name="posts")
    return pd.DataFrame({"day": per_day["timestamp"].dt.date, "posts": per_day["posts"]})


@per_day_with_empty_days.select
def _(dialect: str) -> Statement:
    written = func.date(Post.timestamp, type_=Date)
    days = select(func.min(written).label("day"), func.max(written).label("end")).cte(
        "days", recursive=True
    )
    following = func.date(days.c.day, "+1 day") if dialect == "sqlite" else days.c.day + 1
    days = days.union_all(select(following, days.c.end).where(days.c.day < days.c.end))
    posts = select(days.c.day, func.count(Post.id).label("posts"))
    posts = posts.outerjoin(Post, written == days.c.day).where(days.c.day.is_not(None))
    return posts.group_by(days.c.day).order_by(days.c.day)


@per_day_with_empty_days.wrong_pandas(
    "empty groups",
    "`groupby` has groups only for days that occur. A day without posts is missing, not 0.",
    posts=[{"id": 1}, {"id": 2, "timestamp": NOON + timedelta(days=2)}],
)
def _(frames: Frames) -> pd.DataFrame:
    day = frames.posts["timestamp"].dt.date.rename("day")
    return frames.posts.groupby(day).size().reset_index(name="posts")


@pair(
    35,
    "elapsed seconds: dt.total_seconds ↔ extract(epoch)",
    "How many whole seconds after joining did the owner write each post?",
    lesson=DISAGREE,
    example={"users": [{"id": 1}], "posts": [{"id": 1, "timestamp": NOON + timedelta(minutes=1)}]},
    words="timedelta, difference of dates, datediff, age, duration, time between, "
    "subtract dates, julianday",
    note="Both moments are cut to whole seconds first.",
)
def elapsed_seconds(frames: Frames) -> pd.DataFrame:
    owners = frames.users[["id", "created_at"]].rename(columns={"id": "owner_id"})
    posts = frames.posts.merge(owners, on="owner_id")
    seconds = posts["timestamp"].dt.floor("s") - posts["created_at"].dt.floor("s")
    return posts[["id"]].assign(seconds=seconds.dt.total_seconds())


@elapsed_seconds.select
def _(dialect: str) -> Statement:
    written = extract("epoch", func.date_trunc("second", Post.timestamp))
    joined = extract("epoch", func.date_trunc("second", User.created_at))
    if dialect == "sqlite":
        written, joined = extract("epoch", Post.timestamp), extract("epoch", User.created_at)
    return select(Post.id, (written - joined).label("seconds")).join(Post.owner)


@elapsed_seconds.wrong_select(
    "dates",
    "SQLite stores times as text, and the difference of two texts isn't a duration.",
    on=("sqlite",),
    users=[{"id": 1, "created_at": NOON - timedelta(seconds=1)}],
    posts=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    elapsed = Post.timestamp - User.created_at
    seconds = extract("epoch", elapsed) if dialect == "postgresql" else elapsed
    return select(Post.id, seconds.label("seconds")).join(Post.owner)
