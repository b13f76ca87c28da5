from learners import Learners

LEARNERS = Learners(
    right=('answer = "d)"', 'answer = " D "', 'answer = "d."', "answer = 'abcde'[3]"),
    named={
        'answer = "A"': "once",
        'answer = "b)"': "not consumed",
        'answer = "C"': "another day",
        'answer = " e "': "the mean",
    },
    unnamed=('answer = "f"', 'answer = "d, e"', "answer = 4", 'answer = ["d"]', 'answer = ""'),
)
