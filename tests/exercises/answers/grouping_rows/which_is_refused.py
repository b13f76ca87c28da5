from learners import Learners

LEARNERS = Learners(
    right=('answer = "c."', "answer = 'c)'", 'answer = " C "', 'answer = "abcd"[2]'),
    named={
        'answer = "A"': "the grouped column",
        'answer = "b)"': "the key",
        'answer = " d"': "no group",
    },
    unnamed=("answer = 3", 'answer = "e"', 'answer = "bc"', 'answer = ["c"]', 'answer = ""'),
)
