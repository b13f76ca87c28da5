"""Compare two databases by what is in them."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import calls

LIKES = [(1, 7), (2, 7)]

EXERCISE = Exercise(
    title="Which tables differ?",
    minutes=7,
    objective="prove that a restored database holds what the first one held",
    task="""Write `differing(live, restored)`. Both are dicts: from the name of a table to a list of
its rows, each row a tuple. The lists are in no particular order, and a table may be missing on
either side. Return the names of the tables that differ, in the order of the alphabet. Two tables
are equal if they hold the same rows, each equally often. A value may be None.""",
    starter="""def differing(live, restored):
    # your code here
    ...


answer = differing""",
    hints=(
        "Which names do you have to look at: those of one side, or of both?",
        "Two lists with the same rows in another order aren't `==`, and `sorted` fails when it "
        "has to compare None with a number. What counts how often each row occurs?",
        "`Counter(live.get(name, ()))` counts rows, and two counters are equal if all counts are. "
        "But think of a table that is missing on one side and empty on the other.",
    ),
    imports="from collections import Counter",
    answers=(
        """
def differing(live, restored):
    return sorted(
        name
        for name in live.keys() | restored.keys()
        if name not in live
        or name not in restored
        or Counter(live[name]) != Counter(restored[name])
    )
""",
        """
def differing(live, restored):
    def in_order(rows):
        return None if rows is None else sorted(rows, key=repr)

    names = sorted({*live, *restored})
    return [n for n in names if in_order(live.get(n)) != in_order(restored.get(n))]
""",
    ),
    mistakes=(
        Mistake(
            "counts",
            """
def differing(live, restored):
    names = live.keys() | restored.keys()
    return sorted(n for n in names if len(live.get(n, ())) != len(restored.get(n, ())))
""",
            "You count rows. Two tables with equally many rows count as equal, whatever is in "
            "them.",
        ),
        Mistake(
            "the order",
            """
def differing(live, restored):
    return sorted(n for n in live.keys() | restored.keys() if live.get(n) != restored.get(n))
""",
            "You compare lists, so the same rows in another order count as different. A table has "
            "no order.",
        ),
        Mistake(
            "one side",
            """
def differing(live, restored):
    return sorted(
        n for n in live if n not in restored or Counter(live[n]) != Counter(restored[n])
    )
""",
            "A table that's only in the restored database is overlooked.",
        ),
        Mistake(
            "sets",
            """
def differing(live, restored):
    def rows(tables, name):
        return set(tables[name]) if name in tables else None

    return sorted(
        n for n in live.keys() | restored.keys() if rows(live, n) != rows(restored, n)
    )
""",
            "A set holds each row once, so a row that was restored twice isn't noticed.",
        ),
        Mistake(
            "missing is empty",
            """
def differing(live, restored):
    return sorted(
        n
        for n in live.keys() | restored.keys()
        if Counter(live.get(n, ())) != Counter(restored.get(n, ()))
    )
""",
            "A table that is missing counts as an empty one. But a restored database without that "
            "table won't even start the service.",
        ),
    ),
    judge=calls(
        ({"likes": LIKES}, {"likes": LIKES}),
        ({"likes": LIKES}, {"likes": LIKES[::-1]}),
        ({"likes": LIKES}, {"likes": [(1, 7), (2, 8)]}),
        ({"users": [(1, None), (2, "bo"), (None, "x")]}, {"users": [(1, ""), (2, "bo")]}),
        ({"users": [(1, None), (None, 2)]}, {"users": [(None, 2), (1, None)]}),
        ({"log": [("a",), ("a",), ("b",)]}, {"log": [("a",), ("b",), ("b",)]}),
        ({"log": [("a",)]}, {"log": [("a",), ("a",)]}),
        ({"users": [(1,)], "likes": LIKES}, {"likes": [], "posts": [(7,)], "users": [(1,)]}),
        ({"likes": []}, {}),
        ({}, {"likes": []}),
        ({}, {}),
        named="differing",
    ),
    praise="Every row counts, wherever it is in its list, and no table is forgotten.",
)
