from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 4.0",
        "import numpy as np\n\nanswer = np.int64(4)",
        "import math\n\nanswer = math.floor((200 - 3 - 12) / 40)",
        "answer = len(range(40, 185 + 1, 40))",
    ),
    named={
        "answer = 200 // 40": "rounded up",
        "answer = 185 // 30": "the read pool alone",
        "answer = 185 // 10": "the write pool alone",
        "answer = 185.0": "connections, not workers",
    },
    unnamed=("answer = 3", "answer = 0", "answer = 4.625", 'answer = "four"'),
)
