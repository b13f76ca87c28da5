"""How many guesses are looked at, decided by hand."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Twenty guesses",
    minutes=3,
    objective="choose what a limit on failed logins counts by",
    task="""From one address, Nils sends 20 wrong guesses within ten seconds: 12 for `ana`, then
8 for `Marta`. Nobody else has failed in the last minute. For how many of the 20 does the service
compare a password with a hash?""",
    starter="answer = ...  # a whole number",
    hints=(
        "There are two limits. Does this address reach the one that counts all names?",
        "Go through the guesses for each name: from which one on is the block skipped?",
        "Ten for ana and all eight for Marta: `answer = 18`",
    ),
    imports="",
    answers=("answer = 18", "answer = min(12, 10) + min(8, 10)"),
    mistakes=(
        Mistake(
            "by address alone",
            "answer = 10",
            "Ten failures for one name don't stop the guesses for another one: an address alone "
            "may fail a hundred times.",
        ),
        Mistake(
            "no limit",
            "answer = 20",
            "Not all of them. A name and an address together may fail ten times in a minute.",
        ),
        Mistake(
            "one too many",
            "answer = 19",
            "One too many: after ten failures the eleventh guess is refused already.",
        ),
        Mistake(
            "the refused ones",
            "answer = 2",
            "Two are refused. The question is for how many the service takes the time of a hash.",
        ),
        Mistake(
            "one too few",
            "answer = 17",
            "One too few. The tenth failure for a name is still compared; the limit is reached "
            "after it.",
        ),
    ),
    judge=Number(
        "Count each name by itself: how many guesses are compared before ten have failed?"
    ),
    praise="Ten for ana, eight for Marta. The other two cost the service nothing.",
)
