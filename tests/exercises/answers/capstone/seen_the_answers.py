from learners import Learners

LEARNERS = Learners(
    right=('answer = "b)"', 'answer = " B "', 'answer = "b."', "answer = 'abcd'[1]"),
    named={
        'answer = "A"': "known only",
        'answer = "c)"': "posts",
        'answer = " D"': "one year",
    },
    unnamed=('answer = "e"', 'answer = "b, d"', "answer = 2", 'answer = ["b"]', 'answer = ""'),
)
