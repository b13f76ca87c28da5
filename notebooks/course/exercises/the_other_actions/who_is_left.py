"""How many rows a cascade leaves, counted by hand."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Who is left?",
    minutes=3,
    objective="say what a deleted account leaves behind",
    task="""Suppose that **Marta** (user 1) had deleted her account, and not Ana. Before that,
`posts` has 10 by Marta and 20 by Ana; `likes`, as user and post, has (2, 10), (3, 10), (1, 20),
(2, 20); `follows` has 2 → 1, 3 → 2, 1 → 3. How many rows do the three tables have together
afterwards?""",
    starter="answer = ...  # a whole number",
    hints=(
        "Which of her rows go at once? Which rows refer to one of those?",
        "Post 10 goes, and with it each like of post 10, Ana's and Bodil's.",
        "Left are post 20, Ana's like of it, and Bodil's follow of Ana. `answer = 3`",
    ),
    imports="",
    answers=("answer = 3", "answer = len([20]) + len([(2, 20)]) + len([(3, 2)])"),
    mistakes=(
        Mistake(
            "only her own rows",
            "answer = 5",
            "Too many. Marta's post had two likes, and they refer to a post that's gone.",
        ),
        Mistake(
            "her followers stay",
            "answer = 4",
            "One too many. A follow refers to two users, and goes with either of them.",
        ),
        Mistake(
            "nothing left",
            "answer = 0",
            "Too few. Rows between other people stay, such as Bodil's follow of Ana.",
        ),
    ),
    judge=Number("Go through the rows one by one: does it refer to Marta, or to her post?"),
    praise="One post, one like, one follow: none of them refers to Marta or to her post.",
)
