"""Every term of the glossary is used in the course, and every use that is linked has its entry."""

import re

import pytest

from course.site import glossary
from course.site.glossary import Linker, Term
from course.site.navigation import as_walked, on_the_path, short_title

KNOWN = glossary.all_terms()
FIRST = glossary.first_uses(KNOWN, as_walked())


def linked(text: str, *known: Term) -> str:
    return Linker(known, known, "../")(text)


def test_every_heading_of_the_glossary_is_a_term_with_a_meaning() -> None:
    headings = re.findall(r"^## (.+)$", glossary.GLOSSARY.read_text("utf-8"), flags=re.M)
    assert [term.name for term in KNOWN] == headings


def test_the_terms_come_in_the_order_of_the_alphabet() -> None:
    names = [term.name.lower() for term in KNOWN]
    assert names == sorted(names)


def test_no_two_terms_share_a_form_or_an_address() -> None:
    forms = [form.lower() for term in KNOWN for form in term.forms]
    assert len(forms) == len(set(forms))
    assert len({term.anchor for term in KNOWN}) == len(KNOWN)


@pytest.mark.parametrize("term", KNOWN, ids=lambda term: term.name)
def test_a_term_is_linked_where_the_course_uses_it_first(term: Term) -> None:
    assert term in FIRST, f"no notebook uses {term.name!r}: leave it out"
    text = Linker(KNOWN, [term], "../")(glossary.prose_of(FIRST[term]))
    assert f"](../docs/glossary.md#{term.anchor})" in text


def test_every_link_to_the_glossary_leads_to_an_entry_that_leads_back() -> None:
    text = glossary.page(FIRST, short_title)
    headings = re.findall(r"^## (.+)$", text, flags=re.M)
    entries = {term.anchor for term in KNOWN if term.name in headings}
    assert set(re.findall(r"glossary\.md#([\w-]+)\)", text)) <= entries
    assert len(re.findall(r"^First used in \[", text, flags=re.M)) == len(entries)


def test_most_terms_belong_to_the_path() -> None:
    assert sum(on_the_path(path) for path in FIRST.values()) > 0.9 * len(KNOWN)


CLAIM = Term("claim", ("claim",), "")
QUERY = Term("sub-query", ("sub-query",), "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Claims last. A claim", "[Claims](../docs/glossary.md#claim) last. A claim"),
        ("a claim, the *claims*", "a claim, the *[claims](../docs/glossary.md#claim)*"),
        ("`claim`, [a claim](x), **claim**, claimed", None),
        ("# A claim\n| claim |\n<p>claim</p>", None),
        ("```python\nclaim\n```", None),
        ("two sub-queries", "two [sub-queries](../docs/glossary.md#sub-query)"),
    ],
)
def test_a_text_is_linked_once_and_in_its_prose_alone(text: str, expected: str | None) -> None:
    assert linked(text, CLAIM, QUERY) == (expected or text)
