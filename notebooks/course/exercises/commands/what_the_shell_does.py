"""What a shell does with an exit code."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="What the shell does next",
    minutes=3,
    objective="say what an exit code tells the program that reads it",
    task="""A script that installs a new version ends with this line. In a shell, `a && b` runs `b`
only if `a` succeeded.

```
python -m microblog migrate && python -m microblog serve
```

One night the migration fails: it writes one line to stderr, and its exit code is 1. What happens?

- `a`: `serve` starts, since the line went to stderr and not into a file.
- `b`: `serve` doesn't start. The script's own exit code is 1.
- `c`: `serve` doesn't start. The script's own exit code is 0, since the shell did its work.
- `d`: The shell reads the line, finds the word *microblog* in it, and stops.

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "What does a shell see of a program that has ended: its words, or a number?",
        "`&&` looks at the number. And what would the program that started the script look at?",
        "`serve` doesn't start, and the last exit code, 1, becomes the script's own: the second "
        "of the four.",
    ),
    imports="",
    answers=('answer = "b"', 'answer = "B"'),
    mistakes=(
        Mistake(
            "the stream decides",
            'answer = "a"',
            "Where a program writes makes no difference to the shell. `&&` looks at the exit code, "
            "and 1 isn't success.",
        ),
        Mistake(
            "success of the shell",
            'answer = "c"',
            "`serve` doesn't start, that's right. But a script ends with the exit code of its last "
            "command. With a 0, nobody would notice that the new version isn't running.",
        ),
        Mistake(
            "the words decide",
            'answer = "d"',
            "A shell doesn't read what a program writes. Only the exit code counts.",
        ),
    ),
    judge=Choice(),
    praise="Right. One number stops the script, and tells whatever started it.",
)
