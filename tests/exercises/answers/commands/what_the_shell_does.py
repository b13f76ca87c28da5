from learners import Learners

LEARNERS = Learners(
    right=('answer = "b)"', 'answer = " B "', 'answer = "b."', "answer = 'abcd'[1]"),
    named={
        'answer = "A"': "the stream decides",
        'answer = "c)"': "success of the shell",
        'answer = " d "': "the words decide",
    },
    unnamed=('answer = "e"', 'answer = "b, c"', "answer = 1", 'answer = ["b"]', 'answer = ""'),
)
