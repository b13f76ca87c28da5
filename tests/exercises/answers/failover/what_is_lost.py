from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 2.0",
        "import numpy as np\n\nanswer = np.int64(2)",
        "answer = len([3, 6])",
        "answer = 4 - 2",
    ),
    named={
        "answer = len([3])": "one",
        "answer = 3.0": "received but not repeated",
        "answer = len('1236')": "every 201",
        "answer = 0.0": "none",
    },
    unnamed=("answer = 5", "answer = 6", "answer = [3, 6]", 'answer = "two"'),
)
