from learners import Learners

LEARNERS = Learners(
    right=(
        "import pandas as pd\n\nn = pd.Series([-7])\nanswer = [(n // 2)[0], -3, -1]",
        "answer = (-4, -3, -1)",
        "import numpy as np\n\nanswer = np.array([-4.0, -3.0, -1.0])",
        "import math\n\nanswer = [math.floor(-3.5), math.trunc(-3.5), int(math.fmod(-7, 2))]",
    ),
    named={
        "answer = [-7 // 2, -7 // 2, -7 % 2]": "as in pandas",
        "answer = [-7 // 2, int(-7 / 2), -7 % 2]": "a remainder above zero",
        "answer = 2 * [int(-7 / 2)] + [-1]": "the database's everywhere",
        "answer = (-3.0, -4.0, -1.0)": "the other way round",
    },
    unnamed=(
        "answer = [-3.5, -3, -1]",
        "answer = [-4, -3]",
        "answer = [-4, -4, -1]",
        "answer = [4, 3, 1]",
        "answer = -4",
        "answer = [-1, -3, -4]",
    ),
)
