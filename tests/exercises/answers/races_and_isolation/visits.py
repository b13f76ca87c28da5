from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 101.0",
        "answer = sum([100, 1])",
        "answer = max(101, 101)",
        "answer = +101",
    ),
    named={
        "answer = 100 + 5": "all counted",
        "answer = 100.0": "refused",
        "answer = 105 - 1": "one lost",
    },
    unnamed=("answer = 1", "answer = 102", 'answer = "101"', "answer = [101]", "answer = 100.5"),
)
