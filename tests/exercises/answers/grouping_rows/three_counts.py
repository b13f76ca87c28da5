from learners import Learners

LEARNERS = Learners(
    right=(
        "import numpy as np\n\nanswer = np.int64(10)",
        "import pandas as pd\n\nanswer = pd.Series([5, 3, 2]).sum()",
        "answer = 10.0",
        "answer = sum((5, 3, 2))",
    ),
    named={
        "answer = 3 + 3 + 2": "inner join",
        "answer = 4 + 3 + 2": "a row for each user",
        "answer = 5 + 3 + 3": "one owner too many",
        "answer = 5 + 5 + 2": "NULL is a post",
        "answer = 13.0": "NULL is both",
    },
    unnamed=(
        "answer = 7",
        "answer = 15",
        "answer = 0",
        "answer = (5, 3, 2)",
        'answer = "10"',
        "answer = 532",
    ),
)
