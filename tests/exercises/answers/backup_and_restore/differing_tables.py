from learners import Learners

LEARNERS = Learners(
    right=(
        """
def differing(live, restored):
    found = []
    for name in sorted(set(live) | set(restored)):
        if (name in live) != (name in restored):
            found.append(name)
        elif Counter(live[name]) != Counter(restored[name]):
            found.append(name)
    return found
""",
        """
def differing(live, restored):
    counted = [{name: Counter(rows) for name, rows in side.items()} for side in (live, restored)]
    names = counted[0].keys() | counted[1].keys()
    return sorted(name for name in names if counted[0].get(name) != counted[1].get(name))
""",
        """
import pandas as pd


def differing(live, restored):
    def counts(rows):
        return None if rows is None else pd.Series(list(map(repr, rows)), dtype=object)

    def equal(one, other):
        if one is None or other is None:
            return one is other
        return one.value_counts().to_dict() == other.value_counts().to_dict()

    names = sorted({**live, **restored})
    return [n for n in names if not equal(counts(live.get(n)), counts(restored.get(n)))]
""",
        """
def differing(live, restored):
    def same(one, other):
        other = list(other)
        for row in one:
            if row not in other:
                return False
            other.remove(row)
        return not other

    both = live.keys() & restored.keys()
    only_one = live.keys() ^ restored.keys()
    return sorted(only_one | {name for name in both if not same(live[name], restored[name])})
""",
    ),
    named={
        """
def differing(live, restored):
    found = []
    for name, rows in live.items():
        if name not in restored or Counter(restored[name]) != Counter(rows):
            found.append(name)
    return sorted(found)
""": "one side",
        """
def differing(live, restored):
    names = sorted({*live, *restored})
    return [name for name in names if live.get(name) != restored.get(name)]
""": "the order",
    },
    unnamed=(
        """
def differing(live, restored):
    return sorted(n for n in live if sorted(live[n]) != sorted(restored[n]))
""",
        """
def differing(live, restored):
    names = live.keys() & restored.keys()
    return sorted(n for n in names if Counter(live[n]) != Counter(restored[n]))
""",
        """
def differing(live, restored):
    return sorted(n for n in live.keys() | restored.keys() if live.get(n) is not restored.get(n))
""",
        "answer = []",
    ),
)
