from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 9.0",
        "answer = len(range(9))",
        "import numpy as np\n\nanswer = np.int64(9)",
        "answer = 3 * 3",
    ),
    named={
        "answer = 3.0": "the index in pandas",
        "answer = 2 + 2": "the number of the row",
        "answer = 4 + 1": "one line for each row",
        "answer = 9 - 1": "without the empty line",
    },
    unnamed=("answer = 10", "answer = 7", 'answer = "9"', "answer = [9]"),
)
