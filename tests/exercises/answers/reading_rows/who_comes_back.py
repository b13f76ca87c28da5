from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 3.0",
        "import numpy as np\n\nanswer = np.int64(3)",
        "answer = sum([False, True, True, False, False, True])",
        "import pandas as pd\n\nanswer = pd.Series([0, 1, 1, 0, 0, 1]).sum()",
    ),
    named={
        "answer = 4.0": "as in pandas",
        "answer = 3 - 1": "known places only",
        "answer = len([1])": "bodil only",
        "answer = 3 * 2": "all of them",
    },
    unnamed=(
        "answer = 5",
        "answer = 0",
        'answer = "3"',
        "answer = True",
        "answer = [3]",
        "answer = 2.5",
    ),
)
