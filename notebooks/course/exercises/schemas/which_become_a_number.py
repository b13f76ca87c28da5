"""What Pydantic converts to a whole number, and what it refuses."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Which become a number?",
    minutes=2,
    objective="say what Pydantic converts, and what it refuses",
    task="""A schema has the field `limit: int`. How many of these five values does it accept?

`"12"`, `12.0`, `12.5`, `"twelve"`, `None`""",
    starter="answer = ...  # a whole number",
    hints=(
        "Pydantic converts where nothing can be lost.",
        "Would you get the value back if you went the other way? And is `None` a number?",
        '`"12"` and `12.0` lose nothing. 12.5 would have to be rounded, "twelve" doesn\'t read as '
        "a number, and None is no value at all. `answer = 2`",
    ),
    imports="",
    answers=("answer = 2", 'answer = len(["12", 12.0])'),
    mistakes=(
        Mistake(
            "strict",
            "answer = 0",
            "0 would mean that Pydantic converts nothing. Forms and web addresses consist of text, "
            "so the text '12' is accepted for an int.",
        ),
        Mistake(
            "one of the two",
            "answer = 1",
            "There is one more. Both '12' and 12.0 lose nothing on the way to 12.",
        ),
        Mistake(
            "rounds",
            "answer = 3",
            "3 is one too many. If you counted 12.5: Pydantic doesn't round.",
        ),
        Mistake(
            "all",
            "answer = 5",
            "5 would mean that everything is accepted. `None` is accepted only where the type says "
            "`int | None`.",
        ),
    ),
    judge=Number("Take each value in turn: can it become an int without losing anything?"),
    praise="'12' and 12.0 lose nothing. 12.5 would; the other two aren't numbers.",
)
