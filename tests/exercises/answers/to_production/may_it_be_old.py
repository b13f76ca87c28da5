from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = [1.0, 0, 0, 1, 0, 0]",
        "import pandas as pd\n\nanswer = pd.Series([1, 0, 0, 1, 0, 0])",
        "import numpy as np\n\nanswer = np.array([1, 0, 0, 1, 0, 0])",
        "answer = [int(number in (1, 4)) for number in range(1, 7)]",
    ),
    named={
        "answer = [1] * 6": "every read",
        "answer = (1, 1, 1, 1, 0, 1)": "only writes are dangerous",
        "answer = [1, 0, 0, 1, 1, 0.0]": "a fresh owner",
        "answer = [0] * 6": "none",
    },
    unnamed=(
        "answer = [1, 4]",
        "answer = [0, 1, 1, 0, 1, 1]",
        "answer = [True, False, False, True, False, False]",
        'answer = "1, 4"',
    ),
)
