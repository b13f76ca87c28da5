from learners import Learners

LEARNERS = Learners(
    right=('answer = "c)"', 'answer = " C "', 'answer = "c."', "answer = 'abcd'[2]"),
    named={'answer = "A"': "uniqueness", 'answer = "B)"': "reference", 'answer = " d"': "length"},
    unnamed=(
        'answer = "e"',
        'answer = "ac"',
        'answer = ["c"]',
        "answer = 3",
        'answer = ""',
        "answer = None",
    ),
)
