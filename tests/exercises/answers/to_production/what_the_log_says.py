from learners import Learners

LEARNERS = Learners(
    right=('answer = "b)"', 'answer = " B "', 'answer = "b."', "answer = 'abcd'[1]"),
    named={
        'answer = "A"': "the neighbour",
        'answer = "c)"': "the last error",
        'answer = " D "': "another request",
    },
    unnamed=('answer = "c4"', 'answer = "a, b"', "answer = 2", 'answer = ["b"]', 'answer = ""'),
)
