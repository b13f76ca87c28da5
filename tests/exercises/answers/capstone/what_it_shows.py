from learners import Learners

LEARNERS = Learners(
    right=('answer = "c)"', 'answer = " C "', 'answer = "c."', "answer = 'abcde'[2]"),
    named={
        'answer = "A"': "equal",
        'answer = "b)"': "probability",
        'answer = " D"': "users",
        'answer = "E."': "other networks",
    },
    unnamed=('answer = "f"', 'answer = "c, b"', "answer = 3", 'answer = ["c"]', 'answer = ""'),
)
