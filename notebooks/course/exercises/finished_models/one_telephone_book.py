"""Which question can a key on a pair of columns answer?"""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="One telephone book",
    minutes=2,
    objective="say why a pair of references is a key, and why in that order",
    task="""Suppose that `likes` had its key, `post_id` and then `user_id`, and no other index.
For which question would the database have to look through all 39,803 likes?

- **a** Who likes post 3709?
- **b** Which posts does Ana like?
- **c** Does Ana like post 3709?
- **d** How many likes does post 3709 have?""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "The key works like a telephone book. What is it sorted by first?",
        "In a telephone book, all the Smiths stand together. Where are the people called Ana?",
        'The answer is `"b"`: the key is sorted by post, so Ana\'s likes are spread over the whole '
        "book. The index `likes_by_user` is a second book, sorted by user.",
    ),
    imports="",
    answers=('answer = "b"', 'answer = " B "'),
    mistakes=(
        Mistake(
            "the neighbours",
            'answer = "a"',
            "The key is sorted by post, so the likes of post 3709 stand side by side: the database "
            "finds the first one and reads on.",
        ),
        Mistake(
            "the whole key",
            'answer = "c"',
            "With both parts of the key there is only one place to look: post 3709, then Ana.",
        ),
        Mistake(
            "a count",
            'answer = "d"',
            "The likes of post 3709 stand side by side, so the database finds the first one and "
            "counts on from there.",
        ),
    ),
    judge=Choice(),
    praise="The key is sorted by post, so Ana's likes are everywhere; likes_by_user solves that.",
)
