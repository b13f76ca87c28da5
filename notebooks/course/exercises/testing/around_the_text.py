"""A property, for which Hypothesis makes the texts."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.mutants import Catching
from course.mutants import Mutant

LINE = "    stripped = visible_text(text).strip()"
NORMALISED = 'unicodedata.normalize("NFKC", visible_text(text).strip())'


def blanks(texts: str, around: str = 'st.text(" \\t\\n")') -> str:
    return f"""
@given(st.text({texts}).map(str.strip).filter(len), {around})
def test_only_the_blanks_around_a_text_go(text, around):
    assert rules.content(around + text + around) == text
"""


ASKED = f"""{blanks("____").strip()}


answer = test_only_the_blanks_around_a_text_go"""

EXERCISE = Exercise(
    title="Around the text",
    minutes=5,
    objective="state a property and let Hypothesis look for a counter-example",
    task="""`rules.content(text)` returns a post's text as it's stored: the blanks around it are
gone, and nothing else has changed. The property says just that. You choose which texts
Hypothesis tries: `st.text("xyz")` makes texts of these three letters, and `.map(str.strip)` and
`.filter(len)` strip them and leave out the empty ones. Fill in an alphabet of a few characters with
which each of the eight mutants is noticed. What could a careless function do to a text, and to
which characters?""",
    starter=ASKED,
    hints=(
        'Run the check with a first alphabet, such as `"ab"`, and read the change that survived. '
        "Which character would show it?",
        "You need letters of both cases, blanks of more than one kind, and a character that "
        "Unicode's normal form NFKC changes, such as ² or ﬁ.",
        'The gap is an alphabet such as `"aB \\n\\t²ß"`.',
    ),
    imports="""
from hypothesis import given
from hypothesis import strategies as st

from microblog import rules
""",
    answers=(
        blanks('"aB \\n\\t²ß"'),
        """
@given(st.text(alphabet=list("xY² \\n"), max_size=8))
def test_a_text_between_blanks_comes_back_as_it_is(text):
    inside = f"a{text}b"
    assert rules.content(f"\\n  {inside}\\t ") == inside
""",
    ),
    mistakes=(
        Mistake(
            "small letters",
            blanks('"abc"'),
            "A change of case, of the blanks between words, or of Unicode's form leaves each of "
            "your texts as it is, so your test passes. Which characters would it change?",
        ),
        Mistake(
            "no blank inside",
            blanks('"aB²"'),
            "None of your texts has a blank inside. A function that changes the blanks between "
            "two words passes your test.",
        ),
        Mistake(
            "nothing around it",
            blanks('"aB \\n\\t²ß"', 'st.just("")'),
            "There are no blanks around your texts, so whether they are stripped can't be seen.",
        ),
        Mistake(
            "ASCII alone",
            blanks('"aB \\n\\t"'),
            "Your alphabet has no character that Unicode's normal form NFKC (notebook 07) replaces "
            "by another.",
        ),
    ),
    judge=Catching(
        (
            Mutant("rules.py", LINE, LINE.replace("strip()", "lstrip()")),
            Mutant("rules.py", LINE, LINE.replace("strip()", "rstrip()")),
            Mutant("rules.py", LINE, LINE.replace("strip()", 'strip(" ")')),
            Mutant("rules.py", LINE, LINE.replace(".strip()", "")),
            Mutant("rules.py", LINE, LINE + ".casefold()"),
            Mutant("rules.py", LINE, '    stripped = " ".join(visible_text(text).split())'),
            Mutant("rules.py", LINE, f"    stripped = {NORMALISED}"),
            Mutant("rules.py", "if not any(is_visible", "if not all(is_visible"),
        )
    ),
    praise="All eight, with one line. The alphabet decides what Hypothesis can find.",
)
