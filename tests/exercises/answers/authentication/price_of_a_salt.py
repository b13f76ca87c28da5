from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 5e5",
        "import numpy as np\n\nanswer = np.int64(500_000)",
        "answer = 1_000 * 500",
        "answer = sum(1_000 for _ in range(500))",
    ),
    named={
        "answer = 10**3": "one table for all",
        "answer = 500 + 1_000": "added",
        "answer = 2**12 * 500_000": "rounds counted",
    },
    unnamed=(
        "answer = 500 * 4096",
        "answer = 4096",
        "answer = 500_500",
        'answer = "500000"',
        "answer = 1",
        "answer = 499_999.5",
    ),
)
