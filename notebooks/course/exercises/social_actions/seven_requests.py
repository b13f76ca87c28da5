"""What repeated writes are answered, predicted."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Seven requests",
    minutes=3,
    objective="predict what repeated writes answer",
    task="""Keiko sends these seven requests, one after the other, with her token. Post 3709 is
Marta's, and Keiko has liked it before; post 99999 doesn't exist. How many are answered **204**?

1. `PUT /posts/3709/like`
2. `PUT /posts/3709/like`
3. `DELETE /posts/3709/like`
4. `DELETE /posts/3709/like`
5. `PUT /posts/99999/like`
6. `PUT /users/keiko/follow`
7. `DELETE /posts/3709`""",
    starter="answer = ...  # a whole number",
    hints=(
        "A request that finds things as it asks for isn't an error.",
        "For 5, 6 and 7: does the post exist? May she follow herself? Is the post hers?",
        "1 to 4 are 204, whatever was there before. 5 is 404, 6 is 400, 7 is 403. `answer = 4`",
    ),
    imports="",
    answers=("answer = 4", "answer = [204, 204, 204, 204, 404, 400, 403].count(204)"),
    mistakes=(
        Mistake(
            "repeats are errors",
            "answer = 1",
            "There are more. `PUT` and `DELETE` say how things should be afterwards, so a request "
            "that changes nothing isn't an error.",
        ),
        Mistake(
            "two",
            "answer = 2",
            "There are more. A like that exists already and a like that is already gone are both "
            "as the request asks.",
        ),
        Mistake(
            "second delete",
            "answer = 3",
            "There is one more. Did you count the second DELETE of the like? Afterwards there is "
            "no like, as it asks.",
        ),
        Mistake(
            "one of the last three",
            "answer = 5",
            "One too many. Of the last three, one is about a post that doesn't exist, one about "
            "oneself, and one about somebody else's post.",
        ),
        Mistake(
            "anything goes",
            "answer = 7",
            "Three of them are refused. The last one is a 403, since the post is Marta's.",
        ),
    ),
    judge=Number(
        "Take them one by one: 1 to 4 are about a like of hers, 5 to 7 about other rules."
    ),
    praise="A repetition is a 204. The others are a 404, a 400 and a 403.",
)
