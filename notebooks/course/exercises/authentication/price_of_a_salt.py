"""How much work a salt makes for a thief."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="The price of a salt",
    minutes=3,
    objective="say what a leaked table of users gives away",
    task="""A table of 500 users leaks. A thief tries a list of 1,000 words on all of them.
Against SHA-256 without a salt, 1,000 hashes and a merge are enough. But this table holds bcrypt,
cost 12, and each row has its own salt. How many bcrypt hashes does it take now, at most?""",
    starter="answer = ...  # a whole number",
    hints=(
        "Why did one column of hashed guesses serve for all rows before?",
        "A guess for Ana is hashed with Ana's salt. What is it worth for Bodil?",
        "Each word once for each row: `answer = 500 * 1000`",
    ),
    imports="",
    answers=("answer = 500_000", "answer = 500 * 1000"),
    mistakes=(
        Mistake(
            "one table for all",
            "answer = 1000",
            "1,000 were enough for SHA-256 without a salt. With a salt, the hash of a word for Ana "
            "differs from the hash of the same word for Bodil.",
        ),
        Mistake(
            "one guess each",
            "answer = 500",
            "500 is a single word for each user. The list has 1,000 words.",
        ),
        Mistake(
            "added",
            "answer = 1500",
            "1,500 is users plus words. But each word has to be tried on each user.",
        ),
        Mistake(
            "rounds counted",
            "answer = 500 * 1000 * 4096",
            "The 4,096 rounds are part of each hash. They make it slow, and it is still one hash.",
        ),
        Mistake(
            "rounds without salt",
            "answer = 1000 * 4096",
            "That is 1,000 words times 4,096 rounds. The rounds are part of each hash, and each "
            "row has a salt of its own.",
        ),
    ),
    judge=Number("Each word has to be hashed with the salt of each row. How many times is that?"),
    praise="500,000. At a quarter of a second each, that is a day and a half.",
)
