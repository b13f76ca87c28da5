from learners import Learners

LEARNERS = Learners(
    right=('answer = "e)"', 'answer = " E "', 'answer = "e."', "answer = 'abcde'[-1]"),
    named={
        'answer = "A"': "in the code",
        'answer = "b)"': "committed file",
        'answer = "C"': "made up",
        'answer = " d "': "in the image",
    },
    unnamed=('answer = "f"', 'answer = "d, e"', "answer = 5", 'answer = ["e"]', 'answer = ""'),
)
