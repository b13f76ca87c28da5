"""Rows and the rules that they meet, one by one."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Six rows for posts",
    minutes=4,
    objective="predict which rows a table refuses",
    task="""These six rows, each with a `timestamp`, are appended to the table `posts` one after the
other, through `make_engine`. The table holds the posts 1, 2 and 3, and there are the users 1, 2
and 3. How many of the six get in?

| row | id | content | owner_id |
|--:|--:|:--|--:|
| 1 | 4 | Rain. | 3 |
| 2 | 4 | Still raining. | 3 |
| 3 | 5 | *an empty text* | 1 |
| 4 | 6 | Rain. | 2 |
| 5 | 7 | Sun! | *missing* |
| 6 | 8 | Sun! | 4 |""",
    starter="answer = ...  # a whole number",
    hints=(
        "Take a sheet of paper and go row by row through the model `Post`: the key, NOT NULL, the "
        "CHECK, the foreign key.",
        "Two rows have the same id: the first of them gets in. Two rows have the same content: "
        "which rule of `Post` says that a content may come only once?",
        "Rows 1 and 4 get in. Row 2's id is taken by then, row 3 is too short, row 5 has no owner, "
        "and there's no user 4 for row 6. `answer = 2`",
    ),
    imports="",
    answers=("answer = 2", "answer = len([1, 4])"),
    mistakes=(
        Mistake(
            "one too few",
            "answer = 1",
            "More than one gets in. Two posts may have the same content, because nothing in the "
            "model makes it unique.",
        ),
        Mistake(
            "one too many",
            "answer = 3",
            "That's one too many. Check rows 2, 3, 5 and 6 again: is the id still free, is the "
            "text long enough, is there an owner, and is it a user?",
        ),
        Mistake(
            "all of them",
            "answer = 6",
            "A DataFrame would take all six. The table has rules, and four of the rows break one.",
        ),
    ),
    judge=Number("Go row by row: is the id free, is each value there, and does its rule hold?"),
    praise="Rows 1 and 4. Each of the other four breaks another rule.",
)
