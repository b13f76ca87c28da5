from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 2.0",
        "import numpy as np\n\nanswer = np.int64(2)",
        "import math\n\nanswer = math.ceil(5 / 3)",
        "answer = 6 // 3",
    ),
    named={
        "answer = 1.0": "all at once",
        "import math\n\nanswer = math.ceil(5 / 2)": "overflow forgotten",
        "answer = 5 * 1": "one after the other",
    },
    unnamed=(
        "answer = 4",
        "answer = 0",
        "answer = 30",
        "answer = 2.5",
        'answer = "2"',
        "answer = [1, 2]",
    ),
)
