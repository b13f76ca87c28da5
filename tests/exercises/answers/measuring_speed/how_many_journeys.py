from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 27.0",
        "import numpy as np\n\nanswer = np.int64(27)",
        "answer = sum(1 + 1 + (likes > 0) for likes in [0] * 4 + [3] * 6) + 1",
        "answer = 1 + 10 + 10 + 6",
    ),
    named={
        "answer = 1 + 3 * 10": "names for all",
        "answer = 10 + 10 + 6": "without the page",
        "answer = 1 + 2 * 10": "without the names",
        "answer = 1 + 10 + 10 + 4": "names of the four",
        "answer = 1.0": "one",
    },
    unnamed=(
        "answer = 4",
        "answer = 40",
        "answer = 30",
        'answer = "27"',
        "answer = [1, 10, 10, 6]",
        "answer = 17",
    ),
)
