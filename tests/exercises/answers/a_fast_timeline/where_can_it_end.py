from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 15.0",
        "answer = 18 - 3",
        "answer = [21, 18, 15][-1]",
        "import numpy as np\n\nanswer = np.int64(15)",
    ),
    named={
        "answer = 18.0": "where the page ends",
        "answer = [21, 18, 17][-1]": "a stranger's post",
        "answer = 16.0": "a retweet",
        "answer = [21, 18, 15, 12][3]": "one too many",
        "answer = max(21, 18, 15)": "the newest",
    },
    unnamed=(
        "answer = 9",
        "answer = 20",
        "answer = 3",
        'answer = "15"',
        "answer = [21, 18, 15]",
        "answer = 15.5",
    ),
)
