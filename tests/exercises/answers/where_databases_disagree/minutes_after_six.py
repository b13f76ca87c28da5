from learners import Learners

GIVEN = """
six = int(datetime(2026, 8, 12, 18, tzinfo=UTC).timestamp())
seconds = extract("epoch", Post.timestamp) - six
"""


def minutes(value: str) -> str:
    return f'{GIVEN}answer = select(Post.id, ({value}).label("minutes"))'


LEARNERS = Learners(
    right=(
        minutes("(seconds + 60 * 1_000_000) // 60 - 1_000_000"),
        minutes("func.floor(cast(seconds, Float) / 60)"),
        minutes("case((seconds >= 0, seconds // 60), else_=(seconds - 59) // 60)"),
        minutes('extract("epoch", Post.timestamp) // 60 - six // 60'),
        minutes("seconds // 60 - case(((seconds < 0) & (seconds % 60 != 0), 1), else_=0)"),
    ),
    named={
        minutes("cast(seconds / 60, Integer)"): "cut off",
        minutes("(seconds - seconds % 60) // 60"): "cut off",
        minutes("seconds // 60 - cast(seconds < 0, Integer)"): "one less",
        minutes("seconds / 60.0"): "a fraction",
        minutes("func.round(cast(seconds, Float) / 60)"): "rounded",
    },
    unnamed=(
        minutes("seconds"),
        minutes("seconds % 60"),
        minutes("func.ceil(seconds / 60.0)"),
        minutes("func.abs(seconds) // 60"),
        minutes("(seconds - 60) // 60"),
        minutes('extract("minute", Post.timestamp)'),
        f'{GIVEN}answer = select(Post.id, (seconds // 60).label("minute"))',
    ),
)
