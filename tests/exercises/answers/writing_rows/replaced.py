from learners import Learners

LEARNERS = Learners(
    right=('answer = "C"', 'answer = "c)"', 'answer = "c."', 'answer = "\\tc\\n"'),
    named={
        'answer = "A"': "the key stays",
        'answer = " b"': "the rows stay",
        'answer = "d."': "create_all mends",
    },
    unnamed=('answer = "e"', 'answer = "cd"', "answer = 3", "answer = None"),
)
