from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 2.0",
        "import numpy as np\n\nanswer = np.int64(2)",
        "answer = 1 + 1",
        "answer = sum([True, False, False, False, False, False, True])",
    ),
    named={"answer = 1.0": "only one", "answer = 7 - 4": "three", "answer = len('1245 ')": "five"},
    unnamed=("answer = 0", "answer = 4", "answer = 6", "answer = [1, 7]", 'answer = "two"'),
)
