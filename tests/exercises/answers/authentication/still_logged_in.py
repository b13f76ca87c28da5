from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 4.0",
        "import numpy as np\n\nanswer = np.int64(4)",
        "answer = len([1, 4, 5, 7])",
        "answer = sum([True, False, False, True, True, False, True])",
    ),
    named={
        "answer = 1 + 1": "two",
        "answer = 7 - 4": "three",
        "answer = len('14567')": "five",
        "answer = 7.0": "all",
    },
    unnamed=("answer = 0", "answer = 6", "answer = [1, 4, 5, 7]", 'answer = "four"'),
)
