from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 7.0",
        "import numpy as np\n\nanswer = np.int64(7)",
        "answer = 1 + 1 + 2 + 1 + 2",
        "import pandas as pd\n\nanswer = pd.Series([1, 1, 2, 1, 2, 0]).sum()",
    ),
    named={
        "answer = 6 * 1": "one each",
        "answer = 1 + 1 + 2 + 1 + 2 + 2": "two for nobody's name",
        "answer = 1 + 1 + 2 + 1 + 2 + 1": "one for nobody's name",
        "answer = 2 * 6": "always two",
    },
    unnamed=("answer = 10", "answer = 0", 'answer = "seven"', "answer = [1, 1, 2, 1, 2, 0]"),
)
