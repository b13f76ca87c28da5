from learners import Learners

LEARNERS = Learners(
    right=("answer = 3.0", "answer = 1 + 1 + 1", "answer = 9 - 6", "answer = int(3)"),
    named={
        "answer = 2 + 2 + 1": "only her own rows",
        "answer = 1 + 1 + 2": "her followers stay",
        "answer = 0.0": "nothing left",
    },
    unnamed=("answer = 2", "answer = 6", 'answer = "3"', "answer = [1, 1, 1]", "answer = 9"),
)
