from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 1.0",
        "import numpy as np\n\nanswer = np.int64(1)",
        "answer = len({'me'})",
        "answer = int(True)",
    ),
    named={
        "answer = 3.0": "counts requests",
        "answer = 1 - 1": "toggles",
        "import numpy as np\n\nanswer = np.array([204])[0]": "status code",
    },
    unnamed=("answer = 2", "answer = 409", "answer = True", 'answer = "1"', "answer = [1]"),
)
