"""Which way to write a row once is right on SQLite and on PostgreSQL."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="Right on both databases",
    minutes=3,
    objective="let a key decide between writers who come at once",
    task="""Everybody may vote once in each poll. Eight requests for the same vote arrive
at once, and the service has to run on SQLite and on PostgreSQL. Which of these is **certain** to
leave one row on both?

- **a** The table has no key. One transaction of `make_session` looks for the vote, and inserts it
  if it isn't there.
- **b** The table has no key. One statement does both: `INSERT INTO votes SELECT … WHERE NOT EXISTS
  (…)`.
- **c** The key is the pair of user and poll. A plain `INSERT`, and an `IntegrityError` is answered
  with 204.
- **d** The key is a new `id` for each row. `INSERT … ON CONFLICT DO NOTHING`.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "For each of the four: what does the database itself refuse?",
        "On PostgreSQL, what can happen between a look and a write that follows it?",
        "Only one of the tables can't hold the same vote twice: the one with the pair as its key. "
        '`answer = "c"`',
    ),
    imports="",
    answers=('answer = "c"', 'answer = "C"'),
    mistakes=(
        Mistake(
            "one transaction",
            'answer = "a"',
            "That's right on SQLite, where the transaction takes the one write lock before it "
            "looks. On PostgreSQL eight transactions can look before any of them has written.",
        ),
        Mistake(
            "one statement",
            'answer = "b"',
            "That's right on SQLite. On PostgreSQL even one statement reads first and writes a "
            "moment later, and nothing in this table refuses the second row.",
        ),
        Mistake(
            "a key of its own",
            'answer = "d"',
            "Each row gets a new id, so no row ever conflicts with another, and all eight are "
            "inserted. The key has to be what may be there only once.",
        ),
    ),
    judge=Choice(),
    praise="The key refuses a second row, on SQLite and on PostgreSQL.",
)
