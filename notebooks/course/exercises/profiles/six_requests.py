"""How many statements a few requests send, decided by hand."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Six requests",
    minutes=3,
    objective="tell an empty list from a user who doesn't exist",
    task="""Ana has posts and followers. Bodil has followers, and has never posted. There's no user
`nobody`. How many statements do these six requests send together?

| | request |
|--|:--|
| 1 | `GET /users/ana` |
| 2 | `GET /users/ana/posts/` |
| 3 | `GET /users/bodil/posts/` |
| 4 | `GET /users/bodil/followers/` |
| 5 | `GET /users/nobody/followers/` |
| 6 | `GET /users/x/posts/` |""",
    starter="answer = ...  # a whole number",
    hints=(
        "A list takes one statement, and a second one when it comes back empty.",
        "What does `get_username` do with a name of a single letter?",
        "1 + 1 + 2 + 1 + 2 + 0: `answer = 7`",
    ),
    imports="",
    answers=("answer = 7", "answer = sum([1, 1, 2, 1, 2, 0])"),
    mistakes=(
        Mistake(
            "one each",
            "answer = 6",
            "One for each request isn't right: an empty list sends a second statement, and one of "
            "these requests sends none.",
        ),
        Mistake(
            "two for nobody's name",
            "answer = 9",
            "Two too many. Nobody can be called `x`: a name has three characters or more, so the "
            "service doesn't ask the database.",
        ),
        Mistake(
            "one for nobody's name",
            "answer = 8",
            "One too many. Which of these names could nobody have?",
        ),
        Mistake(
            "always two",
            "answer = 12",
            "Two for each would be right if each asked for the user first. Which of them ask for "
            "the user at all?",
        ),
        Mistake(
            "no second question",
            "answer = 5",
            "Too few. An empty list has to find out whether there is such a user.",
        ),
    ),
    judge=Number("Go row by row: can anybody have the name, and does the list come back empty?"),
    praise="Seven: the second question is asked for the two empty lists alone.",
)
