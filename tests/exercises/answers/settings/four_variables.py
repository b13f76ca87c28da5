from learners import Learners

LEARNERS = Learners(
    right=('answer = " c"', 'answer = "c)"', 'answer = "C."', 'answer = "abc"[-1]'),
    named={
        'answer = "A"': "misspelt",
        'answer = "B"': "no prefix",
        'answer = "D"': "refused",
    },
    unnamed=(
        'answer = "e"',
        'answer = "ac"',
        'answer = ""',
        "answer = 3",
        'answer = ["c"]',
        "answer = None",
    ),
)
