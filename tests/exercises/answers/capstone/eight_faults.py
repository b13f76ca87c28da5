from learners import Learners

SETUP = """def follows_of(number):
    strangers = [f"person_{n}" for n in range(number)]
    ours = [("ana", "marta"), ("ana", "jonas"), ("marta", "ana"), ("marta", "jonas")]
    ours += [("marta", name) for name in strangers] + [("jonas", strangers[-1])]
    return [*ours, ("keiko", "ana"), ("keiko", "bodil")]


def test_suggestions(ask):
    """
END = "\n\n\nanswer = test_suggestions"
FIVE = "['person_6', 'person_0', 'person_1', 'person_2', 'person_3']"
FOUR = "['person_3', 'person_0', 'person_1', 'person_2']"


def tried(*lines: str, number: int = 7) -> str:
    found = f"found = ask(follows_of({number}), 'ana')"
    names = "names = [each['username'] for each in found]"
    return SETUP + "\n    ".join((found, names, *lines)) + END


LEARNERS = Learners(
    right=(
        tried(f"assert names == {FIVE}"),
        tried(f"assert set(names) == set({FIVE})", "assert names[1] < names[2]"),
        tried(f"assert names == {FIVE}", "assert found[0]['friends_count'] == 2"),
        tried(
            "import pandas as pd",
            "counts = pd.Series([each['friends_count'] for each in found], index=names)",
            "assert counts.to_dict() == {name: 1 + (name == 'person_6') for name in names}",
            f"assert counts.index.tolist() == {FIVE}",
        ),
    ),
    named={
        tried(f"names == {FIVE}"): "no assert",
        tried(f"assert len(found) == len({FIVE})"): "only how many",
        tried(
            f"assert names == {FOUR}", "assert found[0]['friends_count'] == 2", number=4
        ): "few candidates",
        tried(f"assert sorted(names) == sorted({FOUR})", number=4): "a set of names",
        tried("assert 'ana' not in names", "assert 'jonas' not in names"): "a set of names",
    },
    unnamed=(
        tried(f"return names == {FIVE}"),
        tried(f"assert names == sorted({FIVE})"),
        tried("assert found[0] == {'username': 'person_6', 'friends_count': 1}"),
        tried("assert 'person_6' in names"),
        tried("assert False"),
        "answer = True",
    ),
)
