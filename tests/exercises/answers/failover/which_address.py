from learners import Learners

LEARNERS = Learners(
    right=('answer = "d)"', 'answer = " D "', 'answer = "d."', "answer = 'abcde'[3]"),
    named={
        'answer = "A"': "one host",
        'answer = "b)"': "the primary",
        'answer = "C"': "a replica or nothing",
        'answer = " e "': "the first that answers",
    },
    unnamed=('answer = "f"', 'answer = "c, d"', "answer = 4", 'answer = ["d"]', 'answer = ""'),
)
