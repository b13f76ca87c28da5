"""Where a secret is kept."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="Where does the key live?",
    minutes=2,
    objective="keep settings and secrets out of the code",
    task="""Keiko prepares the service for production. It has two servers, and the code is in a
private repository that nine people can read. Where should the secret key be?

- `a`: in `config.py`, since the repository is private
- `b`: in a file `.env` beside the code, committed with it
- `c`: nowhere: each server makes up a key when it starts
- `d`: in the container's image, from which both servers start
- `e`: on the servers alone, given to the process in its environment; the code knows only the name

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Who could read the key in each case, and for how long?",
        "Both servers have to accept the same tokens, also after a restart.",
        "The same key everywhere, and no copy in code, repository or image: the last letter.",
    ),
    imports="",
    answers=('answer = "e"', 'answer = "E"'),
    mistakes=(
        Mistake(
            "in the code",
            'answer = "a"',
            "Nine people, their laptops and every backup of the repository would have the key. It "
            "also stays in the history after somebody deletes the line.",
        ),
        Mistake(
            "committed file",
            'answer = "b"',
            "A file that is committed is part of the repository, as the code is. A `.env` helps on "
            "your own laptop, if `.gitignore` names it.",
        ),
        Mistake(
            "made up",
            'answer = "c"',
            "Then the servers refuse each other's tokens, and each restart logs everybody out.",
        ),
        Mistake(
            "in the image",
            'answer = "d"',
            "Anybody who can pull the image can read its layers, and so the key. A new key would "
            "need a new image, too.",
        ),
    ),
    judge=Choice(letters="abcde"),
    praise="Right. The key can be changed without touching the code, and the code can be shown.",
)
