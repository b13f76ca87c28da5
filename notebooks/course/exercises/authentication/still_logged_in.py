"""What ends a token, decided by hand."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Who is still logged in?",
    minutes=3,
    objective="say what ends a token, and what doesn't",
    task="""It's noon. Our service issued these seven tokens today, each for 30 minutes, and has had
one key all morning. How many of them does it accept now?

| | token | since then |
|--|:--|:--|
| 1 | Ana's, of 11:45 | she logged out: her browser threw its copy away, and a backup has another |
| 2 | Bodil's, of 11:45 | she changed her password at 11:50 |
| 3 | Jonas's, of 11:10 | nothing |
| 4 | Keiko's, of 11:45 | she changed her e-mail address at 11:50 |
| 5 | Marta's, of 11:45 | a thief copied it at 11:46 |
| 6 | Nils's, of 11:45 | he deleted his account at 11:50; somebody else took the name at 11:55 |
| 7 | Tom's, of 11:55 | nothing; he had changed his password at 11:50 |""",
    starter="answer = ...  # a whole number",
    hints=(
        "Three things end a token: its time, a changed password, a deleted account.",
        "Which of the events in the last column does the service notice at all?",
        "2, 3 and 6 are refused. The service doesn't notice a log-out or a theft, the address is "
        "not part of a token, and Tom's token is younger than his new password. `answer = 4`",
    ),
    imports="",
    answers=("answer = 4", "answer = 7 - 3"),
    mistakes=(
        Mistake(
            "two",
            "answer = 2",
            "Two more are accepted. Did you refuse 1 and 5? The service sees neither a log-out in "
            "a browser nor a theft.",
        ),
        Mistake(
            "three",
            "answer = 3",
            "One more is accepted. A token holds a name and a fingerprint of the password's hash. "
            "Which of these rows changed neither, and hasn't expired?",
        ),
        Mistake(
            "five",
            "answer = 5",
            "One too many. Is each of yours less than 30 minutes old, and younger than the "
            "password and the account that it's for?",
        ),
        Mistake(
            "all",
            "answer = 7",
            "Not all of them: one has expired, one is older than the password, and one is older "
            "than the account.",
        ),
    ),
    judge=Number("Go row by row: has it expired, and is it younger than password and account?"),
    praise="1, 4, 5 and 7. To end the stolen one, Marta has to change her password.",
)
