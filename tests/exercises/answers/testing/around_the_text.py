from learners import Learners


def blanks(texts: str, around: str = 'st.text(" \\t\\n")') -> str:
    return f"""
@given(st.text({texts}).map(str.strip).filter(len), {around})
def test_only_the_blanks_around_a_text_go(text, around):
    assert rules.content(around + text + around) == text
"""


LEARNERS = Learners(
    right=(
        blanks('"Zz ²\\t"'),
        blanks('alphabet="ﬁA\\n q", max_size=20'),
        blanks('st.sampled_from(["A", "½", " ", "\\n"])'),
        """
@given(st.lists(st.sampled_from(["A", "²", " ", "\\t"]), min_size=1), st.sampled_from(["\\n", " "]))
def test_only_the_blanks_around_a_text_go(letters, blank):
    text = "x" + "".join(letters) + "x"
    assert rules.content(blank * 3 + text + blank) == text
""",
    ),
    named={
        blanks('"xyz"'): "small letters",
        """
def test_only_the_blanks_around_a_text_go():
    assert rules.content("  a b\\n") == "a b"
""": "small letters",
        blanks('"AZaz²"'): "no blank inside",
        blanks('"Ab \\n"'): "ASCII alone",
        blanks('"aB \\n\\t²"', 'st.sampled_from([""])'): "nothing around it",
    },
    unnamed=(
        blanks('"ab \\n²"'),
        blanks('"aB²\\n "', 'st.text(" ")'),
        """
@given(st.text("aB \\n²"))
def test_only_the_blanks_around_a_text_go(text):
    assert rules.content(text) == text
""",
        """
@given(st.text("aB \\n²", min_size=1))
def test_only_the_blanks_around_a_text_go(text):
    rules.content("x" + text)
""",
        """
@given(st.text("aB \\n²").map(str.strip).filter(len))
def test_only_the_blanks_around_a_text_go(text):
    assert rules.content(text).strip() == rules.content(text)
""",
    ),
)
