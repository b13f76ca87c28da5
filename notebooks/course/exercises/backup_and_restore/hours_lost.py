"""How much a plan loses on a bad night."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="A fire at four",
    minutes=4,
    objective="say how much a plan for backups can lose",
    task="""Each night at 3:00 a script runs `pg_dump`, which takes until 3:30. From then until 4:30
it copies the dump to another city, where a half copy is worth nothing. Both have worked every
night. On Thursday at 4:00 a fire destroys the server and everything in its room.

For how many hours have posts been lost that were acknowledged?""",
    starter="answer = ...  # a whole number of hours",
    hints=(
        "Which dumps are in the other city, complete, at 4:00 on Thursday?",
        "The newest complete one was made on Wednesday. Which moment does it show: the one at "
        "which it began, ended, or arrived?",
        "It shows Wednesday, 3:00. From then until Thursday, 4:00, is a day and an hour.",
    ),
    imports="",
    answers=("answer = 25", "answer = 25.0"),
    mistakes=(
        Mistake(
            "tonight's dump",
            "answer = 1",
            "Tonight's dump burned with the server: its copy was only half done at 4:00.",
        ),
        Mistake(
            "a day",
            "answer = 24",
            "A nightly backup can lose more than a day. A dump shows the moment at which it "
            "*began*, and the next one has to be complete and elsewhere before it counts.",
        ),
        Mistake(
            "nothing",
            "answer = 0",
            "Posts were acknowledged after the moment that the newest complete dump shows, and "
            "these are in no backup.",
        ),
    ),
    judge=Number(
        "That isn't it. Find the newest dump that is complete in the other city, and the moment "
        "that it shows."
    ),
    praise="25 hours, with a plan in which everything worked as it should.",
)
