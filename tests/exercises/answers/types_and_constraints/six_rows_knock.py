from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 2.0",
        "import numpy as np\n\nanswer = np.int64(2)",
        "answer = 6 - 4",
        'answer = len(["ana", "anna"])',
    ),
    named={
        "answer = 1.0": "only the first",
        "answer = 1 + 2": "one too many",
        "answer = 6 - 1": "one refused",
        'answer = len("abcdef")': "all of them",
    },
    unnamed=(
        "answer = 4",
        "answer = 0",
        'answer = "2"',
        "answer = [1, 5]",
        "answer = 2.5",
        "answer = True",
    ),
)
