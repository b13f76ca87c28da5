from learners import Learners

LEARNERS = Learners(
    right=(
        """
def in_batches(rows, size):
    while True:
        batch = [row for row, _ in zip(rows, range(size))]
        if not batch:
            return
        yield batch
""".replace("zip(rows, range(size))", "((row, 0) for row in islice(rows, size))"),
        """
def in_batches(rows, size):
    batch = list(islice(rows, size))
    while len(batch) > 0:
        yield batch
        batch = list(islice(rows, size))
""",
        """
def in_batches(rows, size):
    return iter(lambda: list(islice(rows, size)), [])
""",
        """
def in_batches(rows, size):
    for first in rows:
        yield [first, *islice(rows, size - 1)]
""",
    ),
    named={
        """
def in_batches(rows, size):
    while len(batch := list(islice(rows, size))) == size:
        yield batch
""": "last batch lost",
        """
def in_batches(rows, size):
    rows = list(rows)
    return [rows[start : start + size] for start in range(0, len(rows), size)]
""": "all read first",
        """
def in_batches(rows, size):
    while True:
        batch = list(islice(rows, size))
        yield batch
        if len(batch) < size:
            break
""": "an empty batch",
    },
    unnamed=(
        """
def in_batches(rows, size):
    for row in rows:
        yield [row]
""",
        """
def in_batches(rows, size):
    while batch := tuple(islice(rows, size)):
        yield str(batch)
""",
        """
def in_batches(rows, size):
    while batch := list(islice(rows, size + 1)):
        yield batch
""",
        """
def in_batches(rows, size):
    next(rows)
    while batch := list(islice(rows, size)):
        yield batch
""",
        """
def in_batches(rows, size):
    while batch := list(islice(rows, size)):
        yield batch[::-1]
""",
        """
def in_batches(rows, size):
    return list(islice(rows, size))
""",
        "answer = [[1, 2], [3, 4], [5]]",
    ),
)
