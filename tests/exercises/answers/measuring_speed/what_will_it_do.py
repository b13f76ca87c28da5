from learners import Learners

LEARNERS = Learners(
    right=('answer = "b)"', 'answer = " B "', 'answer = "b."', "answer = 'abcd'[1]"),
    named={'answer = "A"': "the limit", 'answer = "c)"': "all users", 'answer = "D"': "an index"},
    unnamed=('answer = "e"', 'answer = "bd"', "answer = 2", 'answer = ["b"]', "answer = None"),
)
