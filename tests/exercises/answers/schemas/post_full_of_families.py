from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 280 / 5",
        "answer = 56.0",
        'family = "👩\\u200d👩\\u200d👧"\nanswer = len(family * 1000) and 280 // len(family)',
        "answer = next(n for n in range(280) if 5 * (n + 1) > 280)",
    ),
    named={
        "answer = 280 // 18": "bytes",
        "answer = 280 // 3": "people only",
        "answer = 280 // 1": "as seen",
    },
    unnamed=(
        "answer = 280 // 6",
        "answer = 14",
        "answer = 1400",
        "answer = 55",
        "answer = 280 / 18",
        'answer = "56"',
        "answer = 57",
    ),
)
