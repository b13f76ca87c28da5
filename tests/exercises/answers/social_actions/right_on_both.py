from learners import Learners

LEARNERS = Learners(
    right=('answer = "c)"', 'answer = " c "', "answer = 'C.'", 'answer = "abcd"[2]'),
    named={
        'answer = "A"': "one transaction",
        'answer = "b."': "one statement",
        'answer = " D"': "a key of its own",
    },
    unnamed=('answer = "e"', "answer = 3", 'answer = "cd"', 'answer = ["c"]', 'answer = ""'),
)
