from learners import Learners

LEARNERS = Learners(
    right=('answer = "b)"', 'answer = " B "', 'answer = "b."', "answer = 'abcd'[1]"),
    named={
        'answer = "A"': "deleted",
        'answer = "c)"': "root alone",
        'answer = " d "': "the network",
    },
    unnamed=('answer = "e"', 'answer = "b, d"', "answer = 2", 'answer = ["b"]', 'answer = ""'),
)
