"""Which reads may come from a replica."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Numbers

EXERCISE = Exercise(
    title="May it be a moment old?",
    minutes=4,
    objective="say which reads may come from a replica",
    task="""The replica is a moment behind. Which of these six reads may ask it? Answer with a list
of six numbers: 1 where the replica will do, 0 where it must be the primary.

1. the list at `GET /posts/`
2. the user of the token that came with `PUT /posts/7/like`
3. the stored hash, when somebody logs in
4. the followers at `GET /users/marta/followers/`
5. the owner of post 7, before `DELETE /posts/7`
6. `SELECT 1`, for `GET /health`""",
    starter="answer = ...  # a list of six numbers, 0 or 1",
    hints=(
        "For each read, imagine a row that was written a moment ago and isn't on the replica yet. "
        "What would the client be told?",
        "A page that lacks the newest row is a page of a moment ago. A refused token is a fault.",
        "Only the two public lists, 1 and 4: `answer = [1, 0, 0, 1, 0, 0]`",
    ),
    imports="",
    answers=("answer = [1, 0, 0, 1, 0, 0]", "answer = (1, 0, 0, 1, 0, 0)"),
    mistakes=(
        Mistake(
            "every read",
            "answer = [1, 1, 1, 1, 1, 1]",
            "Not every read. Somebody who has just registered would be answered 401, and a post "
            "just written couldn't be deleted.",
        ),
        Mistake(
            "only writes are dangerous",
            "answer = [1, 1, 1, 1, 0, 1]",
            "The user of a token and the hash decide who may act. On a replica, a new user would "
            "be unknown, and an old password would still be valid for a moment.",
        ),
        Mistake(
            "a fresh owner",
            "answer = [1, 0, 0, 1, 1, 0]",
            "Number 5 decides about a write: a post just written isn't on the replica, and its own "
            "author would get 404.",
        ),
        Mistake(
            "health",
            "answer = [1, 0, 0, 1, 0, 1]",
            "If `/health` asks the replica, it answers 200 while the primary is away, and no write "
            "succeeds.",
        ),
        Mistake(
            "none",
            "answer = [0, 0, 0, 0, 0, 0]",
            "Then the replica has nothing to do. A public list that lacks the newest row for a "
            "moment harms nobody.",
        ),
    ),
    judge=Numbers(
        "Go one by one: would a row that is missing for a moment be a fault, or an older page?",
        rows=6,
    ),
    praise="That's how the service does it: a read that decides about something asks the primary.",
)
