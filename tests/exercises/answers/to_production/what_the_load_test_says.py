from learners import Learners

LEARNERS = Learners(
    right=('answer = "c)"', 'answer = " C "', 'answer = "c."', "answer = 'abcd'[2]"),
    named={
        'answer = "A"': "no errors",
        'answer = "b)"': "more workers",
        'answer = " D "': "twice the rate",
    },
    unnamed=('answer = "e"', 'answer = "b, c"', "answer = 3", 'answer = ["c"]', 'answer = ""'),
)
