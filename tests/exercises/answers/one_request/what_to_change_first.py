from learners import Learners

LEARNERS = Learners(
    right=('answer = "c)"', 'answer = " C "', 'answer = "c."', "answer = 'abcd'[2]"),
    named={
        'answer = "A"': "the cumulative time",
        'answer = "b)"': "the JSON",
        'answer = " d "': "fewer accounts",
    },
    unnamed=('answer = "e"', 'answer = "c, d"', "answer = 21", 'answer = ["c"]', 'answer = ""'),
)
