"""The second page by offset, after the list has moved in both directions."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Numbers

EXERCISE = Exercise(
    title="Two new, one gone",
    minutes=4,
    objective="say which rows a page by offset repeats or skips",
    task="""A list shows three posts a page, newest first, and pages by offset. There are posts 1 to
9, and a higher id means a newer post, so the first page shows 9, 8 and 7. Then posts 10 and 11 are
written, and post 8 is deleted. Which three ids does the second page show?""",
    starter="answer = [____, ____, ____]",
    hints=(
        "Write down the whole list, newest first, as it is when the second page is asked for.",
        "The second page skips the first three of *that* list. Which three are they?",
        "The list is 11, 10, 9, 7, 6, 5 and so on. `offset(3)` skips 11, 10 and 9, so "
        "`answer = [7, 6, 5]`. The reader sees 7 again.",
    ),
    imports="",
    answers=("answer = [7, 6, 5]", "answer = (7, 6, 5)"),
    mistakes=(
        Mistake(
            "as if nothing had happened",
            "answer = [6, 5, 4]",
            "6, 5 and 4 come after the first page in the old list. By offset, the second page is "
            "taken from the list as it is now.",
        ),
        Mistake(
            "the deletion forgotten",
            "answer = [8, 7, 6]",
            "That is the second page if only the two new posts are counted. Post 8 is gone.",
        ),
        Mistake(
            "the new posts forgotten",
            "answer = [5, 4, 3]",
            "That is the second page if only the deletion is counted. Two new posts stand at the "
            "top as well.",
        ),
        Mistake(
            "the first page",
            "answer = [11, 10, 9]",
            "These are the three that `offset(3)` skips. The second page begins after them.",
        ),
    ),
    judge=Numbers("Write down the whole list as it is now, and skip the first three.", rows=3),
    praise="The reader sees 7 a second time, and 10 and 11 on neither page.",
)
