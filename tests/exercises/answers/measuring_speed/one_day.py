from learners import Learners


def of_day(condition: str, order: str = "Post.timestamp.desc(), Post.id.desc()") -> str:
    return f"""
start, end = datetime(2026, 8, 12, tzinfo=UTC), datetime(2026, 8, 13, tzinfo=UTC)
answer = select(Post.id).where({condition}).order_by({order}).limit(3)
"""


LEARNERS = Learners(
    right=(
        of_day("Post.timestamp >= start, Post.timestamp < end"),
        of_day("(Post.timestamp < end) & (start <= Post.timestamp)"),
        of_day("Post.timestamp.between(start, end - timedelta(microseconds=1))"),
        of_day("Post.timestamp < start + timedelta(hours=24)").replace(
            ".order_by", ".where(Post.timestamp >= start).order_by"
        ),
        of_day("~(Post.timestamp < start), ~(Post.timestamp >= end)"),
    ),
    named={
        of_day('func.strftime("%Y-%m-%d", Post.timestamp) == "2026-08-12"'): (
            "a function around the column"
        ),
        of_day("func.date(Post.timestamp) == func.date(start)"): "a function around the column",
        of_day("Post.timestamp >= start, Post.timestamp <= end"): "the next midnight",
        of_day("Post.timestamp >= start, Post.timestamp < end - timedelta(minutes=1)"): (
            "the last minute"
        ),
        of_day("Post.timestamp >= start, Post.timestamp.isnot(None)"): "no end",
        of_day("Post.timestamp > start, Post.timestamp < end"): "the first moment",
    },
    unnamed=(
        of_day("Post.timestamp < end"),
        of_day("Post.timestamp > start, Post.timestamp <= end"),
        of_day("Post.timestamp >= end, Post.timestamp < end + timedelta(days=1)"),
        of_day("Post.timestamp >= start, Post.timestamp < end", "Post.timestamp, Post.id"),
        of_day("Post.timestamp >= start, Post.timestamp < end", "Post.id.desc()"),
        of_day("Post.timestamp >= start, Post.timestamp < end").replace(".limit(3)", ""),
        of_day("Post.timestamp == start"),
    ),
)
