from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = (1, 3, 1, 6, 3, 3)",
        """
import pandas as pd

answer = pd.Series([9, 6, 9, 4, 6, 6]).rank(method="min", ascending=False)
""",
        """
import numpy as np

answer = np.array([1, 3, 1, 6, 3, 3])
""",
        """
likes = [9, 6, 9, 4, 6, 6]
answer = [sorted(likes, reverse=True).index(each) + 1 for each in likes]
""",
    ),
    named={
        """
import pandas as pd

answer = pd.Series([9, 6, 9, 4, 6, 6]).rank(method="dense", ascending=False)
""": "dense",
        """
import pandas as pd

answer = pd.Series([9, 6, 9, 4, 6, 6]).rank(method="min")
""": "ascending",
        """
import pandas as pd

answer = pd.Series([9, 6, 9, 4, 6, 6]).rank(method="max", ascending=False)
""": "the last of the place",
        "answer = sorted([1, 3, 1, 6, 3, 3])": "sorted",
    },
    unnamed=(
        """
import pandas as pd

answer = pd.Series([9, 6, 9, 4, 6, 6]).rank(ascending=False)
""",
        "answer = [1, 2, 1, 4, 2, 2]",
        "answer = [2, 3, 2, 1, 3, 3]",
        "answer = [1, 3, 6]",
        "answer = [9, 9, 6, 6, 6, 4]",
        'answer = "1, 3, 1, 6, 3, 3"',
    ),
)
