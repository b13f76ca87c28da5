"""What is there after each of three requests has arrived twice."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Numbers

EXERCISE = Exercise(
    title="In the tunnel",
    minutes=4,
    objective="say what a repeated request does",
    task="""You have written 10 posts. Post 17, which isn't one of them, has 4 likes, none of them
yours. On the train, your program sends these three requests with your token, in this order:

1. `POST /posts/` with a new text
2. `PUT /posts/17/like`
3. `DELETE /posts/12`, one of your 10 posts

The train is in a tunnel, no response comes back, and the program sends all three again. Later it
turns out that all six requests arrived. How many posts do you have now, and how many likes does
post 17 have?""",
    starter="answer = [____, ____]  # your posts, and the likes of post 17",
    hints=(
        "Write the six requests below each other, with both numbers after each of them.",
        "When the second round arrives, post 12 is gone and your like is there. Which of the three "
        "requests can still change something?",
        "Each POST adds a post and the first DELETE removes one: 10 + 2 - 1. The first PUT adds "
        "your like, and the second finds it there: 4 + 1. `answer = [11, 5]`",
    ),
    imports="",
    answers=("answer = [11, 5]", "answer = (10 + 2 - 1, 4 + 1)"),
    mistakes=(
        Mistake(
            "as if sent once",
            "answer = [10, 5]",
            "The likes are right. You would have 10 posts if the program had sent each request "
            "once. One of the three does something again when it's repeated.",
        ),
        Mistake(
            "two likes",
            "answer = [11, 6]",
            "The posts are right. For 6 likes, there would have to be two likes of yours on one "
            "post, but a PUT only makes sure that there is one.",
        ),
        Mistake(
            "no like",
            "answer = [11, 4]",
            "The posts are right. But your like isn't counted: the first PUT adds it, and a PUT "
            "never takes anything back.",
        ),
        Mistake(
            "no post deleted",
            "answer = [12, 5]",
            "The likes are right, and both new posts are there. But the first DELETE removes one "
            "of your 10 old ones.",
        ),
    ),
    judge=Numbers(rows=2, otherwise="Go through the six requests, one after the other."),
    praise="Of the three requests, only the POST did something twice.",
)
