"""How many a pool can serve."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="A pool of three",
    minutes=3,
    objective="say how many visitors a pool can serve",
    task="""A pool has three connections, and `pool_timeout=2.5`. Ten visitors come at the same
moment. Each keeps a connection for one second, most of which it spends waiting for another
service. How many of the ten are served?""",
    starter="answer = ...  # a whole number",
    hints=(
        "Make a table: who has a connection after 0, 1, 2 … seconds?",
        "Three begin at once, three after one second. After how many seconds do the others give "
        "up?",
        "Rounds begin after 0, 1 and 2 seconds; a round after 3 would be too late. Three each: 9.",
    ),
    imports="",
    answers=("answer = 9", "rounds = [0, 1, 2]\nanswer = 3 * len(rounds)"),
    mistakes=(
        Mistake(
            "only at once",
            "answer = 3",
            "Three get a connection at once. The others wait up to 2.5 seconds, and after one "
            "second three connections come back.",
        ),
        Mistake(
            "two rounds",
            "answer = 6",
            "Rounds begin after 0 and after 1 second, and a third one after 2 seconds. That's "
            "still before 2.5.",
        ),
        Mistake(
            "everybody",
            "answer = 10",
            "The tenth would get a connection after three seconds, and gives up after 2.5.",
        ),
        Mistake(
            "seven and a half",
            "answer = 7",
            "The time to wait counts until a connection is *lent*, not until the visitor is done. "
            "Those who get one after two seconds are served.",
        ),
    ),
    judge=Number("Make a table: who has a connection after 0, 1, 2 … seconds?"),
    praise="Nine. If each gave its connection back before it waits, three would serve all ten.",
)
