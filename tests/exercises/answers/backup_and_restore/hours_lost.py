from learners import Learners

LEARNERS = Learners(
    right=("answer = 24 + 1", "answer = 25.00", "answer = int('25')", "answer = 100 // 4"),
    named={
        "answer = 4 - 3": "tonight's dump",
        "answer = 24.0": "a day",
        "answer = 0.0": "nothing",
    },
    unnamed=("answer = 23", "answer = 24.5", "answer = '25'", "answer = 49"),
)
