from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 4.0",
        "import numpy as np\n\nanswer = np.int64(4)",
        "answer = 7 - 3",
        "answer = len([1, 2, 3, 4])",
    ),
    named={
        "answer = 1.0": "repeats are errors",
        "answer = 6 - 4": "two",
        "answer = 7 * 1": "anything goes",
    },
    unnamed=("answer = 0", "answer = 6", 'answer = "4"', "answer = [1, 2, 3, 4]", "answer = 204"),
)
