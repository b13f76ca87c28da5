"""A timeline's lower bound, found by hand."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Where can it end?",
    minutes=3,
    objective="find a bound that no row of a page can pass",
    task="""Jonas follows Ana and Keiko, and doesn't follow Bodil. This is what happened today,
newest first:

| hour | what |
|--:|:--|
| 21 | Ana wrote a post |
| 20 | Keiko retweeted a post of last week |
| 18 | Ana wrote a post |
| 17 | Bodil wrote a post |
| 16 | Keiko retweeted a post of Bodil's |
| 15 | Keiko wrote a post |
| 12 | Jonas wrote a post |
| 9 | Ana wrote a post |

Jonas asks for the first page of his timeline, with `limit=3`. Which hour is its lower bound?""",
    starter="answer = ...  # an hour: a whole number",
    hints=(
        "Which of the lines can the bound be? It looks at one kind of them only.",
        "It looks at posts that were *written*, by the people whom Jonas follows or by Jonas "
        "himself. Which lines are left?",
        "21, 18, 15, 12 and 9 are left, newest first. Take the third.",
    ),
    imports="",
    answers=("answer = 15", "answer = sorted([21, 18, 15, 12, 9])[-3]"),
    mistakes=(
        Mistake(
            "where the page ends",
            "answer = 18",
            "18 is where the page really ends, once Keiko's retweet is counted. The bound counts "
            "no retweets. It may lie lower than the page's end, and never higher.",
        ),
        Mistake(
            "a stranger's post",
            "answer = 17",
            "At 17 o'clock, Bodil wrote. Jonas doesn't follow her, so her post isn't one of the "
            "three.",
        ),
        Mistake(
            "a retweet",
            "answer = 16",
            "At 16 o'clock, Keiko retweeted. The bound counts only posts that were written.",
        ),
        Mistake(
            "one too many",
            "answer = 12",
            "12 is the fourth post of these authors. Three of them are enough for a page of three.",
        ),
        Mistake(
            "the newest",
            "answer = 21",
            "21 is the newest post. If nothing older were allowed, the page would have one row.",
        ),
    ),
    judge=Number("Cross out the lines that the bound doesn't count. Then take the third."),
    praise="Three posts are at least as new as 15 o'clock, so a page of three can't reach below.",
)
