"""How much disk a service will need, from two small measurements."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Recipes on disk",
    minutes=4,
    objective="estimate how much a service will store, from two small measurements",
    task="""A service for recipes has measured its database: 8 MB with 2,000 recipes, and 80 MB with
20,000, indexes included. In three years it expects ten million recipes. There will be one primary
and two replicas, and each holds everything.

How many GB of disk do the three machines need together? (1 GB is 1,000 MB.)""",
    starter="answer = ...  # a whole number of GB",
    hints=(
        "How many bytes does one recipe take? Do the two measurements agree?",
        "4,000 bytes each. How much is that for ten million, on one machine?",
        "40 GB on each machine, and there are three of them.",
    ),
    imports="",
    answers=("answer = 120", "answer = 120.0"),
    mistakes=(
        Mistake(
            "one copy",
            "answer = 40",
            "That's what one machine needs. A replica holds everything, too.",
        ),
        Mistake(
            "the replicas alone",
            "answer = 80",
            "Those are the two replicas. The primary has a copy as well.",
        ),
        Mistake(
            "divided",
            "answer = 13",
            "You shared the rows among three machines. That's what shards do; a replica holds "
            "everything.",
        ),
    ),
    judge=Number(
        "That isn't it. Bytes for each recipe, times the recipes, times the machines that hold "
        "them all."
    ),
    praise="120 GB, from two small measurements and one assumption about three years.",
)
