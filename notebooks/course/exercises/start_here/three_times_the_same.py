"""What a PUT does when it is sent again."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Three times the same",
    minutes=2,
    objective="say what a repeated PUT does",
    task="""A new post has no likes. You send `PUT /posts/5001/like` three times with the
same token; each answer is 204. Predict its `likes_count`.""",
    starter="answer = ...  # a whole number",
    hints=(
        "PUT describes a state: *you like this post*. What does the second PUT find when it "
        "arrives?",
        "The key of a like is the pair of user and post. How many rows can the table have for one "
        "pair?",
        "One: the first PUT adds the row, and the others find it there. `answer = 1`",
    ),
    imports="",
    answers=("answer = 1", "answer = len({(1, 5001), (1, 5001), (1, 5001)})"),
    mistakes=(
        Mistake(
            "counts requests",
            "answer = 3",
            "3 is the number of requests. All three came from the same user, who likes a post once "
            "or not at all.",
        ),
        Mistake(
            "toggles",
            "answer = 0",
            "With 0 likes, a PUT would have to take a like back. Only DELETE does that.",
        ),
        Mistake(
            "status code",
            "answer = 204",
            "204 is the status of each answer. How many likes does the post have?",
        ),
    ),
    judge=Number("Count the pairs of user and post that the table of likes has afterwards."),
    praise="However often you send it, the result is the same: PUT is idempotent.",
)
