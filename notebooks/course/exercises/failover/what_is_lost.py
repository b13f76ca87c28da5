"""What may be lost, decided write by write."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="What is lost?",
    minutes=3,
    objective="say which acknowledged writes a failover can lose",
    task="""The primary dies for good, and the replica is promoted. `synchronous_commit` is `on`,
and no standby is named, so the primary waited for nobody. Of these six posts, how many were
acknowledged and are lost?

| | the client got | the replica had |
|--:|:--|:--|
| 1 | 201 | received and repeated the change |
| 2 | 201 | received the change, and not repeated it yet |
| 3 | 201 | not received the change |
| 4 | 503 | not received the change |
| 5 | no answer, the connection broke | received the change |
| 6 | 201 | been switched off for a minute |""",
    starter="answer = ...  # a whole number",
    hints=(
        "Which of the six were acknowledged at all?",
        "Before a replica becomes a primary, it repeats everything that it has received.",
        "Acknowledged and never received: 3 and 6. `answer = 2`",
    ),
    imports="",
    answers=("answer = 2", "answer = len({3, 6})"),
    mistakes=(
        Mistake(
            "one",
            "answer = 1",
            "There's one more. A replica that is switched off receives nothing, and the primary "
            "didn't wait for it.",
        ),
        Mistake(
            "received but not repeated",
            "answer = 3",
            "One too many. What the replica has received, it repeats before it becomes the "
            "primary, and nothing that got 503 was acknowledged.",
        ),
        Mistake(
            "every 201",
            "answer = 4",
            "Not every 201: the changes that the replica had received are on it.",
        ),
        Mistake(
            "none",
            "answer = 0",
            "Some are lost. The primary waited for nobody, so it acknowledged changes that were "
            "only on its own disk.",
        ),
    ),
    judge=Number("Count a post only if it got 201 and its change never reached the replica."),
    praise="3 and 6. Post 5 is the odd one: it's there, and its author doesn't know.",
)
