"""What a process takes from its environment."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="Four variables",
    minutes=3,
    objective="predict which settings a process gets from its environment",
    task="""Somebody starts the service with these four variables, and no others that concern it:

```
MICROBLOG_DATABASE_URL=sqlite:///summer.db
MICROBLOG_BCRYPT_ROUND=14
ACCESS_TOKEN_EXPIRE_MINUTES=5
MICROBLOG_ENVIRONMENT=development
```

What happens?

- **a** Passwords are hashed with 14 rounds.
- **b** Tokens expire after 5 minutes.
- **c** The service uses `summer.db`, and warns of one variable.
- **d** The service doesn't start.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Compare each name letter by letter with the fields of `Settings`, after the prefix.",
        "One name isn't spelt like the field, another one has no prefix. What does the service do "
        "about each?",
        "Only the first and the last are settings. The second gets a warning, and the third isn't "
        'looked at, since it could be any other program\'s: `answer = "c"`',
    ),
    imports="",
    answers=('answer = "c"', 'answer = "C"'),
    mistakes=(
        Mistake(
            "misspelt",
            'answer = "a"',
            "The field is called `bcrypt_rounds`, with an s. No field is set by this variable.",
        ),
        Mistake(
            "no prefix",
            'answer = "b"',
            "The variable for tokens has no prefix `MICROBLOG_`, so it isn't read.",
        ),
        Mistake(
            "refused",
            'answer = "d"',
            "A wrong *value* keeps the service from starting. For an unknown name there is only a "
            "warning.",
        ),
    ),
    judge=Choice(),
    praise="One is used, one repeats the default, one is warned of, one isn't looked at.",
)
