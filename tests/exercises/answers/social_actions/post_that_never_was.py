from learners import Learners

LEARNERS = Learners(
    right=('answer = "b)"', 'answer = " b "', "answer = 'B.'", 'answer = "abcd"[1]'),
    named={
        'answer = "A"': "a race",
        'answer = "c."': "no commit",
        'answer = " D"': "the right way",
    },
    unnamed=('answer = "e"', "answer = 2", 'answer = "ab"', 'answer = ["b"]', 'answer = ""'),
)
