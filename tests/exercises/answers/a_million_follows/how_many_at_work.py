from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 3.0",
        "import numpy as np\n\nanswer = np.int64(3)",
        "import math\n\nanswer = math.ceil(48_000 / 21_600)",
        "answer = 48_000 // 21_600 + 1",
    ),
    named={
        "answer = 48_000 // 21_600": "rounded down",
        "answer = round(48_000 / 21_600)": "rounded down",
        "answer = 1.0": "a day",
        "answer = 8_000_000 // 500": "number of slices",
    },
    unnamed=("answer = 4", "answer = 48_000", "answer = 14", "answer = 2.2", 'answer = "3"'),
)
