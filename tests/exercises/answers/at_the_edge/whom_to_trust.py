from learners import Learners

LEARNERS = Learners(
    right=('answer = "b)"', 'answer = " B "', 'answer = "b."', "answer = 'abcd'[1]"),
    named={
        'answer = "A"': "no one trusted",
        'answer = "c)"': "everybody trusted",
        'answer = " d "': "out of reach",
    },
    unnamed=('answer = "e"', 'answer = "b, d"', "answer = 2", 'answer = ["b"]', 'answer = ""'),
)
