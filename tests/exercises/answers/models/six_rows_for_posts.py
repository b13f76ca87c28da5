from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 2.0",
        "import numpy as np\n\nanswer = np.int64(2)",
        "answer = 6 - 4",
        'answer = len(["row 1", "row 4"])',
    ),
    named={
        "answer = 1.0": "one too few",
        "answer = 1 + 2": "one too many",
        'answer = len("abcdef")': "all of them",
    },
    unnamed=(
        "answer = 4",
        "answer = 0",
        'answer = "2"',
        "answer = [1, 4]",
        "answer = 2.5",
        "answer = True",
    ),
)
