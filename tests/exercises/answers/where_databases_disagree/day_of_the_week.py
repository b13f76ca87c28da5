from learners import Learners


def weekday(value: str) -> str:
    return f'answer = select(Post.id, ({value}).label("weekday"))'


DOW = 'extract("dow", Post.timestamp)'

LEARNERS = Learners(
    right=(
        weekday(f"({DOW} + 13) % 7"),
        weekday(f"case(({DOW} == 0, 6), else_={DOW} - 1)"),
        weekday(f"case({{0: 6, 1: 0, 2: 1, 3: 2, 4: 3, 5: 4, 6: 5}}, value={DOW})"),
        weekday(f"({DOW} - 1 + 7) % 7"),
    ),
    named={
        weekday(f"{DOW} + 0"): "Sunday first",
        weekday(f"({DOW} - 1) % 7"): "one less",
        weekday(f"({DOW} + 8) % 7"): "the wrong way",
        weekday('extract("day", Post.timestamp) + 0'): "of the month",
        weekday(f"case(({DOW} == 0, 7), else_={DOW})"): "Monday is 1",
    },
    unnamed=(
        weekday(f"7 - {DOW}"),
        weekday('extract("doy", Post.timestamp) % 7'),
        weekday('func.strftime("%w", Post.timestamp)'),
        weekday(f"({DOW} + 5) % 7"),
        f'answer = select(Post.id, (({DOW} + 6) % 7).label("day"))',
    ),
)
