from learners import Learners

LEARNERS = Learners(
    right=(
        "import pandas as pd\n\nanswer = pd.Series([7, 6, 5])",
        "import numpy as np\n\nanswer = np.array([7.0, 6.0, 5.0])",
        "answer = [11, 10, 9, 7, 6, 5, 4, 3, 2, 1][3:6]",
        "answer = list(range(7, 4, -1))",
    ),
    named={
        "answer = (6, 5, 4)": "as if nothing had happened",
        "answer = list(range(11, 0, -1))[3:6]": "the deletion forgotten",
        "answer = [9, 7, 6, 5, 4, 3][3:]": "the new posts forgotten",
        "answer = [11.0, 10.0, 9.0]": "the first page",
    },
    unnamed=(
        "answer = [5, 6, 7]",
        "answer = [7, 6]",
        "answer = [9, 7, 6]",
        "answer = 7",
        'answer = ["7", "6", "5"]',
        "answer = {7, 6, 5}",
    ),
)
