from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = (2, 4, 1)",
        "answer = [2.0, 4.0, 1.0]",
        "answer = np.array([2, 4, 1])",
        "answer = [4 / 2, 4 * 1, 1]",
    ),
    named={
        "answer = (1, 4, 1)": "as many threads as one likes",
        "answer = [2.0, 1.0, 1.0]": "async is always quick",
        "answer = np.array([4, 4, 4])": "one after the other",
        "answer = pd.Series([2, 4, 4])": "await queues",
        "answer = (2, 2, 1)": "async uses the threads",
    },
    unnamed=(
        "answer = [1, 1, 1]",
        "answer = [2, 4, 2]",
        "answer = [1, 4, 2]",
        "answer = [2, 4]",
        "answer = 2",
        'answer = ["2", "4", "1"]',
        "answer = {2, 4, 1}",
    ),
)
