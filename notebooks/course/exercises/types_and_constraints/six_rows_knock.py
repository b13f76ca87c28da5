"""Rows and the rules that they meet, one by one."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Six rows knock",
    minutes=4,
    objective="predict which rows an index on an expression and a CHECK refuse",
    task="""These six rows, each with a `hashed_password`, are offered to an empty table
`users`, one after the other, through `make_engine`. How many get in?

| | username | email |
|--|:--|:--|
| 1 | ana | ana@example.org |
| 2 | Ana | ana.b@example.org |
| 3 | an | an@example.org |
| 4 | ana_2 | ana@example.org |
| 5 | anna | anna@example.org |
| 6 | anders | *missing* |""",
    starter="answer = ...  # a whole number",
    hints=(
        "Read the model `User` once more. Which of its rules could each row break?",
        "Row 1 gets in. Compare every other row with it: is its name or its address taken, and is "
        "each value there, and long enough?",
        "Rows 1 and 5 get in. The name of row 2 is taken, whatever its case; row 3 is too short; "
        "the address of row 4 is taken; row 6 has none. `answer = 2`",
    ),
    imports="",
    answers=("answer = 2", "answer = len([1, 5])"),
    mistakes=(
        Mistake(
            "only the first",
            "answer = 1",
            "More than one: anna is another name than ana, and her address is new.",
        ),
        Mistake(
            "one too many",
            "answer = 3",
            "That's one too many. Did you let Ana in beside ana? The unique index is on "
            "`lower(username)`.",
        ),
        Mistake(
            "one refused",
            "answer = 5",
            "That refuses only one row. Compare every row with each rule: the name, its length, "
            "and the address.",
        ),
        Mistake(
            "all of them",
            "answer = 6",
            "A DataFrame would take all six. The table has rules: look for the one that each row "
            "breaks.",
        ),
    ),
    judge=Number("Go row by row: is each value there, long enough, and not yet taken?"),
    praise="Rows 1 and 5. Each of the other four breaks a rule that the table itself enforces.",
)
