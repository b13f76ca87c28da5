from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 3.0",
        "answer = 1 + 2",
        "import numpy as np\n\nanswer = np.int64(3)",
        "answer = len(['first', 'second', 'last'])",
    ),
    named={
        "answer = 6.0": "as datetime",
        "answer = 3 - 1": "seconds needed",
        "answer = 1.0": "only UTC",
        "answer = 6 + 1": "all",
    },
    unnamed=(
        "answer = 4",
        "answer = 5",
        "answer = 0",
        'answer = "3"',
        "answer = [1, 2, 7]",
        "answer = None",
    ),
)
