from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 18.0",
        "import numpy as np\n\nanswer = np.int64(18)",
        "answer = 20 - 2",
        "import pandas as pd\n\nanswer = pd.Series([12, 8]).clip(upper=10).sum()",
    ),
    named={
        "answer = 12 + 8": "no limit",
        "answer = 9 + 8": "one too few",
        "answer = 11 + 8": "one too many",
        "answer = 12 - 10": "the refused ones",
    },
    unnamed=("answer = 0", "answer = 8", 'answer = "18"', "answer = [10, 8]"),
)
