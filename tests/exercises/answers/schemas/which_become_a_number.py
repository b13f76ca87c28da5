from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 2.0",
        "answer = 1 + 1",
        "import numpy as np\n\nanswer = np.int64(2)",
        'answer = sum(float(each) % 1 == 0 for each in ("12", 12.0, 12.5))',
    ),
    named={
        "answer = 3.0": "rounds",
        "answer = 1.0": "one of the two",
        "answer = len([1, 2, 3, 4, 5])": "all",
    },
    unnamed=(
        "answer = 4",
        "answer = 12",
        'answer = "2"',
        'answer = ["12", 12.0]',
        "answer = 2.5",
        "answer = True",
        "answer = None",
    ),
)
