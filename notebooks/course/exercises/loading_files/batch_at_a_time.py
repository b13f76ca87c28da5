"""Read a few rows, hand them out, read the next."""

from collections.abc import Iterator
from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying


def batching(rows: int, size: int) -> Trial:
    """Rows 1, 2, 3 … in batches, and how many are read before the first batch is handed out."""

    def run(answer: Any) -> Observed:
        read = 0

        def counted() -> Iterator[int]:
            nonlocal read
            for n in range(1, rows + 1):
                read += 1
                yield n

        batches = iter(answer(counted(), size))
        first = next(batches, None)
        read_at_first = read
        given = [] if first is None else [first, *batches]
        return {"batches": given, "rows read before the first batch": read_at_first}

    return Trial(f"{rows} rows, in_batches(rows, {size})", run)


EXERCISE = Exercise(
    title="A batch at a time",
    minutes=5,
    objective="read a large file in batches",
    task="""Write `in_batches(rows, size)`, without using `batches_of`. `rows` is an iterator, such
as a `csv.reader`. The function yields lists of `size` rows, in order; the last list may be shorter,
and none is empty. Before it yields a list, it reads the rows of this list and no others.""",
    starter="""def in_batches(rows, size):
    # your code here
    ...


answer = in_batches""",
    hints=(
        "A function with `yield` in it stops there until somebody asks for the next value. What "
        "does it have to do between two batches?",
        "Collect rows in a list. When is it time to yield it, and what is left in it at the end?",
        "`while batch := list(islice(rows, size)):` and in it `yield batch`: `islice` takes the "
        "next `size` rows, and an empty list ends the loop.",
    ),
    imports="from itertools import islice",
    answers=(
        """
def in_batches(rows, size):
    while batch := list(islice(rows, size)):
        yield batch
""",
        """
def in_batches(rows, size):
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
""",
    ),
    mistakes=(
        Mistake(
            "last batch lost",
            """
def in_batches(rows, size):
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
""",
            "The last rows are missing when they don't fill a batch.",
        ),
        Mistake(
            "an empty batch",
            """
def in_batches(rows, size):
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    yield batch
""",
            "When the rows fill the batches exactly, or when there are none, your last batch is an "
            "empty list.",
        ),
        Mistake(
            "all read first",
            """
def in_batches(rows, size):
    rows = list(rows)
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
""",
            "The batches are right, but you read all rows before you hand out the first. A large "
            "file would have to fit into memory.",
        ),
        Mistake(
            "one row more",
            """
def in_batches(rows, size):
    batch = []
    for row in rows:
        if len(batch) == size:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch
""",
            "You read the first row of the next batch before you hand out this one. The batches "
            "are right.",
        ),
        Mistake(
            "one list for all",
            """
def in_batches(rows, size):
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch.clear()
    if batch:
        yield batch
""",
            "Your batches are all the same list, so clearing it empties the batches that you "
            "handed out before. Begin a new list for each.",
        ),
    ),
    judge=Trying([batching(5, 2), batching(4, 2), batching(1, 3), batching(0, 2), batching(9, 4)]),
    praise="Every row is in one batch, and only one batch is in memory.",
)
