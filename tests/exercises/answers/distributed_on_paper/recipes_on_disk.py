from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 40 * 3",
        "answer = 120.00",
        "answer = 8 / 2_000 * 10_000_000 / 1_000 * 3",
        "answer = round(119.6)",
    ),
    named={
        "answer = 40.0": "one copy",
        "answer = 2 * 40": "the replicas alone",
        "answer = round(40 / 3)": "divided",
    },
    unnamed=("answer = 12", "answer = 13.3", "answer = '120'", "answer = 120_000"),
)
