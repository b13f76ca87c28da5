from learners import Learners

LEARNERS = Learners(
    right=('answer = "b)"', 'answer = " B "', 'answer = "b."', "answer = 'abcd'[1]"),
    named={
        'answer = "A"': "equal parts",
        'answer = "c)"': "by time",
        'answer = " d "': "by person",
    },
    unnamed=('answer = "e"', 'answer = "b, d"', "answer = 2", 'answer = ["b"]', 'answer = ""'),
)
