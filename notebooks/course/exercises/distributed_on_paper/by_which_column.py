"""The column by which the rows of a chat are spread."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="By which column?",
    minutes=3,
    objective="choose the column by which rows are spread over machines",
    task="""In a chat, people write messages in rooms. There are two million rooms, and the largest
has 500 people. Nearly every request asks for the newest messages of one room, or writes one there.
By which column of `messages` should the rows be spread over 16 machines?

- `a`: `id`, so that all machines get equally many rows.
- `b`: `room_id`, so that a room is on one machine.
- `c`: `created_at`, a week each, so that new messages are together.
- `d`: `sender_id`, so that what a person writes is on one machine.

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Which value does a request know before it has read a single row?",
        "For each column: how many machines have to be asked for the newest messages of a room? "
        "And where does a new message go?",
        "A request knows its room. With that column it asks one machine, and two million rooms "
        "spread well: the second of the four.",
    ),
    imports="",
    answers=('answer = "b"', 'answer = "B"'),
    mistakes=(
        Mistake(
            "equal parts",
            'answer = "a"',
            "The rows are spread evenly, and every request has to ask all 16 machines, since a "
            "room's messages are everywhere.",
        ),
        Mistake(
            "by time",
            'answer = "c"',
            "Reading may ask one machine. But all new messages of the whole service go to the "
            "machine of this week, and the other 15 get none.",
        ),
        Mistake(
            "by person",
            'answer = "d"',
            "A room of 500 people would be on up to 16 machines, and each request for its messages "
            "would ask all of them.",
        ),
    ),
    judge=Choice(),
    praise="Right. Each request knows its room, so it asks one machine.",
)
