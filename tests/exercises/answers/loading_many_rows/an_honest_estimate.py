from learners import Learners

LEARNERS = Learners(
    right=('answer = "b)"', 'answer = " B "', 'answer = "b."', "answer = 'abcd'[1]"),
    named={
        'answer = "A"': "the first line",
        'answer = "c)"': "too exact",
        'answer = " d "': "nothing",
    },
    unnamed=('answer = "e"', 'answer = "b, c"', "answer = 20", 'answer = ["b"]', 'answer = ""'),
)
