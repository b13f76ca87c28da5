from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 2.0",
        "answer = 1 + 1",
        "import numpy as np\n\nanswer = np.int64(2)",
        'import pandas as pd\n\nanswer = pd.Series(["First contact", "Light again"]).count()',
    ),
    named={"answer = 3.0": "three", "answer = 5 - 1": "four", "answer = 4 + 1": "all five"},
    unnamed=("answer = 6", "answer = -1", 'answer = "2"', "answer = [2]"),
)
