from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = (11, 5)",
        "answer = [11.0, 5.0]",
        "import numpy as np\n\nanswer = np.array([10, 4]) + 1",
        "import pandas as pd\n\nanswer = pd.Series([11, 5])",
    ),
    named={
        "answer = (10.0, 5)": "as if sent once",
        "answer = [11, 4 + 2]": "two likes",
        "answer = (11, 4)": "no like",
        "answer = [10 + 2, 5]": "no post deleted",
    },
    unnamed=(
        "answer = [12, 6]",
        "answer = [10, 6]",
        "answer = [5, 11]",
        "answer = 11",
        "answer = [11]",
        'answer = ["11", "5"]',
        "answer = [11, 5, 404]",
        "answer = None",
    ),
)
