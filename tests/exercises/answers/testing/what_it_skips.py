from learners import Learners

LEARNERS = Learners(
    right=('answer = "B"', "answer = 'b.'", 'answer = "b) "', 'answer = "b" if True else "a"'),
    named={
        'answer = "A"': "expired tokens",
        'answer = "c."': "old tokens",
        'answer = " d"': "no token",
    },
    unnamed=('answer = "e"', 'answer = "bd"', "answer = 2", "answer = None"),
)
