from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 9.0",
        "answer = 3 * 3",
        "import numpy as np\n\nanswer = np.int64(9)",
        "answer = sum(3 for second in range(10) if second <= 2.5)",
    ),
    named={
        "answer = 3.0": "only at once",
        "answer = 3 * 2": "two rounds",
        "answer = min(10, 12)": "everybody",
        "answer = int(3 * 2.5)": "seven and a half",
    },
    unnamed=(
        "answer = 12",
        "answer = 5",
        "answer = 8",
        'answer = "9"',
        "answer = [3, 3, 3]",
        "answer = 7.5",
    ),
)
