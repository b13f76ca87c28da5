"""Input on both sides of each limit, in a table of parameters."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.mutants import Catching
from course.mutants import Mutant


def posting(accepted: str, refused: str, stored: str = 'answer.json()["content"] == stored') -> str:
    return f"""
texts = [{accepted}]
bodies = [
    {refused}
]


@pytest.mark.parametrize(("content", "stored"), texts)
def test_a_text_is_accepted(client, log_in, content, stored):
    answer = client.post("/posts/", json={{"content": content}}, headers=log_in("ana"))
    assert answer.status_code == 201
    assert {stored}


@pytest.mark.parametrize("body", bodies)
def test_a_body_is_refused(client, log_in, body):
    assert client.post("/posts/", json=body, headers=log_in("ana")).status_code == 422


answer = [test_a_text_is_accepted, test_a_body_is_refused]
"""


GOOD = '("a", "a"), ("x" * 280, "x" * 280), (" two words\\n", "two words")'
BAD = """{"content": ""},
    {"content": "x" * 281},
    {"content": "\\u200b"},
    {"content": "a\\0b"},"""
ALL_BAD = f"""{BAD}
    {{"content": "a", "owner_id": 1}},"""
MIDDLE = '("a", "a"), ("two words", "two words")'

EXERCISE = Exercise(
    title="On both sides",
    minutes=6,
    objective="try the values on both sides of each limit",
    task="""`POST /posts/` takes `{"content": …}` and no other field. It answers 201 with the
post, or 422. The blanks around a text are stripped, and nothing else is changed. What is left has 1
to 280 characters, at least one of them visible and none of them NUL (`"\\0"`). Add rows to the two
tables until all eight mutants are noticed. (`"\\u200b"` is a space without width, so it isn't
visible.)""",
    starter="""texts = [("Clear sky.", "Clear sky.")]  # as sent, and as stored: add more
bodies = [{"content": ""}]  # add more


@pytest.mark.parametrize(("content", "stored"), texts)
def test_a_text_is_accepted(client, log_in, content, stored):
    answer = client.post("/posts/", json={"content": content}, headers=log_in("ana"))
    assert answer.status_code == 201
    assert answer.json()["content"] == stored


@pytest.mark.parametrize("body", bodies)
def test_a_body_is_refused(client, log_in, body):
    assert client.post("/posts/", json=body, headers=log_in("ana")).status_code == 422


answer = ...  # then: [test_a_text_is_accepted, test_a_body_is_refused]""",
    hints=(
        "A limit is tested by two values: the last one that is accepted, and the first one that "
        "is refused. Which are these two for the length?",
        "Each rule of the task is a row: blanks around a text, a NUL inside one, a text "
        "with nothing visible, a second field.",
        'Accepted: `"x" * 280` and `" two words "`, stored without the blanks around it. Refused: '
        '`"x" * 281`, `"\\u200b"`, `"a\\0b"`, and a body with `"owner_id": 1` beside a good text.',
    ),
    imports="import pytest",
    answers=(
        posting(GOOD, ALL_BAD),
        """
LONGEST = 280 * "é"


def test_texts(client, log_in):
    ana = log_in("ana")

    def status_and_text(**body):
        answer = client.post("/posts/", json=body, headers=ana)
        return answer.status_code, answer.json().get("content")

    assert status_and_text(content=LONGEST) == (201, LONGEST)
    assert status_and_text(content="  a b\\t") == (201, "a b")
    for bad in (LONGEST + "é", " ", "\\u200b \\u200b", "NUL \\0 inside"):
        assert status_and_text(content=bad)[0] == 422
    assert status_and_text(content="fine", id=7)[0] == 422


answer = test_texts
""",
    ),
    mistakes=(
        Mistake(
            "the middle alone",
            posting(MIDDLE, '{"content": ""},'),
            "Your texts are far from every limit, where a right rule and a wrong one agree. Take "
            "the longest text that is accepted, and one that is a character longer.",
        ),
        Mistake(
            "no other field",
            posting(GOOD, BAD),
            "Each of your bodies has the field content alone. Send a good text with a second "
            "field, too.",
        ),
        Mistake(
            "only what is refused",
            posting('("a", "a")', ALL_BAD),
            "Your bad bodies are all there, and your only good text is a single letter. A service "
            "that refuses too much passes: try a text of the full length, and one with blanks "
            "around it and inside.",
        ),
        Mistake(
            "the statuses alone",
            posting(GOOD, ALL_BAD, stored="stored"),
            "You look at statuses alone. Compare the content in the "
            "answer's body, too: it's the text as it was stored.",
        ),
    ),
    judge=Catching(
        (
            Mutant("rules.py", "LONGEST_CONTENT = 280", "LONGEST_CONTENT = 281"),
            Mutant(
                "schemas.py",
                "max_length=rules.LONGEST_CONTENT)",
                "max_length=rules.LONGEST_CONTENT - 1)",
            ),
            Mutant("schemas.py", "strip_whitespace=True", "strip_whitespace=False"),
            Mutant(
                "schemas.py",
                "AfterValidator(rules.visible_text)",
                "AfterValidator(rules.without_nul)",
            ),
            Mutant("schemas.py", 'extra="forbid"', 'extra="ignore"'),
            Mutant("rules.py", "if not any(is_visible", "if not all(is_visible"),
            Mutant("rules.py", 'if "\\0" in text:', 'if text == "\\0":'),
            Mutant(
                "routes/posts.py",
                "create_post(db, user, new.content)",
                "create_post(db, user, new.content[:279])",
            ),
        )
    ),
    praise="All eight. Four of the faults show at a single length, 279, 280 or 281, or not at all.",
)
