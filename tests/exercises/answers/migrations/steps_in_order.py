from learners import Learners

LEARNERS = Learners(
    right=('answer = "d)"', 'answer = " D "', 'answer = "d."', "answer = 'abcd'[3]"),
    named={
        'answer = "A"': "the backfill too early",
        'answer = "b)"': "both written too briefly",
        'answer = " c "': "dropped while in use",
    },
    unnamed=('answer = "e"', 'answer = "c, d"', "answer = 4", 'answer = ["d"]', 'answer = ""'),
)
