from learners import Learners


def posting(good: str, bad: str) -> str:
    return f"""
def test_texts(client, log_in):
    ana = log_in("ana")
    for sent, stored in {good}:
        answer = client.post("/posts/", json={{"content": sent}}, headers=ana)
        assert answer.status_code == 201, sent
        assert answer.json()["content"] == stored
    for body in {bad}:
        assert client.post("/posts/", json=body, headers=ana).status_code == 422, body
"""


GOOD = '[("z" * 280, "z" * 280), ("\\n a b ", "a b")]'
BAD = """[
        {"content": "z" * 281},
        {"content": "\\u200b"},
        {"content": "a\\0"},
        {"content": "a", "likes_count": 9},
    ]"""

LEARNERS = Learners(
    right=(
        posting(GOOD, BAD),
        """
import pytest

LIMIT = 280
texts = ["a b", " a ", "ä" * LIMIT, " " + "a" * LIMIT + " "]
bodies = [dict(content=text) for text in ("", "  ", "a" * (LIMIT + 1), "\\u200b", "\\0a", "a\\0")]


@pytest.mark.parametrize("content", texts)
def test_a_text_is_accepted(client, log_in, content):
    answer = client.post("/posts/", json={"content": content}, headers=log_in("ana"))
    assert answer.status_code == 201
    assert answer.json()["content"] == content.strip()


@pytest.mark.parametrize("body", [*bodies, {"content": "a", "username": "bob"}, {}])
def test_a_body_is_refused(client, log_in, body):
    assert client.post("/posts/", json=body, headers=log_in("ana")).status_code == 422


answer = [test_a_text_is_accepted, test_a_body_is_refused]
""",
        """
def test_texts(client, log_in):
    ana = log_in("ana")

    def post(content, **more):
        return client.post("/posts/", json={"content": content} | more, headers=ana)

    statuses = [post(n * "x").status_code for n in (0, 1, 280, 281)]
    assert statuses == [422, 201, 201, 422]
    assert [len(each["content"]) for each in client.get("/posts/").json()] == [280, 1]
    assert post("  two words  ").json()["content"] == "two words"
    bad = [post("\\u200b"), post("a\\0b"), post("a", id=1)]
    assert [answer.status_code for answer in bad] == [422] * 3
""",
        posting('[(" " + "xy " * 93 + "x ", "xy " * 93 + "x")]', BAD),
    ),
    named={
        posting('[("a", "a"), ("Clear sky.", "Clear sky.")]', '[{"content": ""}]'): (
            "the middle alone"
        ),
        posting(GOOD, BAD.replace('        {"content": "a", "likes_count": 9},\n', "")): (
            "no other field"
        ),
        posting('[("b", "b")]', BAD): "only what is refused",
    },
    unnamed=(
        posting(GOOD, '[{"content": ""}]'),
        posting(GOOD, BAD.replace("281", "300")),
        posting(GOOD.replace("280", "270"), BAD),
        posting(GOOD.replace("280", "281"), BAD),
        posting('[("\\n a b ", "\\n a b ")]', BAD),
        posting(GOOD, BAD.replace('"a\\0"', '"\\0"')),
    ),
)
