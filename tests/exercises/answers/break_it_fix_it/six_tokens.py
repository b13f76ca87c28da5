from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 1.0",
        "import numpy as np\n\nanswer = np.int64(1)",
        "answer = sum([True, False, False, False, False, False])",
        "answer = 6 - 5",
    ),
    named={
        "answer = 2.0": "one too many",
        "answer = len([1, 4, 6])": "two too many",
        "answer = 0.0": "none",
    },
    unnamed=(
        "answer = 4",
        "answer = 5",
        "answer = [1]",
        'answer = "1"',
        "answer = True",
        "answer = 1.5",
    ),
)
