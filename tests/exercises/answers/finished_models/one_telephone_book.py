from learners import Learners

LEARNERS = Learners(
    right=('answer = "B"', 'answer = "b."', 'answer = "b)"', 'answer = "\\nb"'),
    named={
        'answer = "A"': "the neighbours",
        'answer = "c "': "the whole key",
        'answer = "D"': "a count",
    },
    unnamed=('answer = "e"', "answer = 2", "answer = None", 'answer = "ab"', 'answer = ["b"]'),
)
