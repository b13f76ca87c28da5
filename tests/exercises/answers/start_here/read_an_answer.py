from learners import Learners

LEARNERS = Learners(
    right=("answer = 'c'", 'answer = " c "', 'answer = "c)"', 'answer = "C."'),
    named={
        "answer = 'A'": "not found",
        "answer = ' b'": "not authenticated",
        'answer = "D."': "done",
    },
    unnamed=("answer = 403", 'answer = "bc"', 'answer = "e"', 'answer = ["c"]', "answer = None"),
)
