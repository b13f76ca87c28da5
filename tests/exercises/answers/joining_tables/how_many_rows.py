from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 11.0",
        "import numpy as np\n\nanswer = np.int64(11)",
        "answer = sum([6, 4, 1])",
        "answer = max(2, 1) * max(3, 1) + max(4, 1) * max(0, 1) + 1",
    ),
    named={
        "answer = 6.0": "inner joins",
        "answer = 2 + 3 + 4": "added",
        "answer = 6 + 4": "C forgotten",
    },
    unnamed=(
        "answer = 7",
        "answer = 12",
        "answer = 0",
        'answer = "11"',
        "answer = True",
        "answer = 10.5",
    ),
)
