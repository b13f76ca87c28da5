from learners import Learners

LEARNERS = Learners(
    right=('answer = "C"', 'answer = "c)"', 'answer = "c."', 'answer = "\\tc\\n"'),
    named={'answer = "A"': "a Python number", 'answer = " b"': "NA", 'answer = "d."': "a float"},
    unnamed=('answer = "e"', 'answer = "cd"', "answer = 3", "answer = None"),
)
