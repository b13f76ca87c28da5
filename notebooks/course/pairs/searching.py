"""The words by which pairs are found, and which of them fit a question.

The data is for any page that searches: `search_words` of a pair or of a `WithoutTwin`.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable
from functools import cache

from course.pairs.definition import REGISTRY, Pair
from course.pairs.snippets import code_of
from course.pairs.without_twin import WITHOUT_TWIN, WithoutTwin

COMMON = frozenset(
    "a all an and are as at be can column columns dataframe data df do does each every for from "
    "frame frames func get gets give has have how i in into is it its me my of on one only or "
    "pandas pd row rows select should sql sqlalchemy that the then there to us use want was what "
    "when where which who with write you".split()
)
MOST = 8
Found = Pair | WithoutTwin


def search_words(found: Found) -> tuple[str, ...]:
    """The names and phrases by which something is found, in small letters.

    Of a pair: what people call it, the names of its title and its traps, those in its two codes.
    """
    codes = code_of(found.pandas) + code_of(found.sqlalchemy) if isinstance(found, Pair) else ""
    traps = found.traps if isinstance(found, Pair) else ()
    words = [*names_of(found), *traps, *re.findall(r"(\w{3,})\(", codes)]
    return tuple(dict.fromkeys(word.lower() for word in words))


@cache
def names_of(found: Found) -> tuple[str, ...]:
    """What people call it, and of a pair also what its title calls it."""
    title = re.split(r" ↔ |: |, ", found.title) if isinstance(found, Pair) else []
    return tuple(each.lower() for each in [*found.words.split(", "), *title])


def words_of(text: str) -> list[str]:
    """Names, and operators such as `!=` and `|`."""
    return re.findall(r"\w+|[!<>=|]{2}|[|&~%]", text.lower())


def tokens(text: str) -> list[str]:
    """The words of a text in small letters and without an ending, so that `sorted` finds `sort`."""
    return [re.sub(r"(?<=\w{3})(ing|ed|es|s|e)$", "", word) for word in words_of(text)]


def asked(question: str) -> set[str]:
    """The words of a question that tell something."""
    words = words_of(question)
    return {*tokens(" ".join([word for word in words if word not in COMMON] or words))}


@cache
def everything() -> tuple[Found, ...]:
    return (*WITHOUT_TWIN, *(REGISTRY[number] for number in sorted(REGISTRY)))


@cache
def weights(found: Found) -> dict[str, float]:
    """How much each word counts: a name most, a word of the question least."""
    prose = found.question if isinstance(found, Pair) else found.answer
    weighed: list[tuple[Iterable[str], float]] = [
        ([prose], 1),
        (search_words(found), 2),
        (names_of(found), 4),
    ]
    return {token: weight for texts, weight in weighed for text in texts for token in tokens(text)}


@cache
def rarity(token: str) -> float:
    """A word that few have tells more than one that many have."""
    return 1 / math.sqrt(max(1, sum(token in weights(each) for each in everything())))


def score(found: Found, question: str) -> float:
    """The weight of the words that both have, and more for a whole name in the question."""
    words, text = asked(question), f" {' '.join(tokens(question))} "
    by_word = sum(weights(found).get(word, 0) * rarity(word) for word in words)
    whole = [
        weight
        for phrase, weight in phrases(found).items()
        if f" {phrase} " in text and not words.isdisjoint(phrase.split())
    ]
    return by_word + max(whole, default=0)


@cache
def phrases(found: Found) -> dict[str, int]:
    """The names and phrases of something, and what each one counts when a question has it whole."""
    names = names_of(found)
    split = {name: tokens(name) for name in reversed(search_words(found))}
    return {" ".join(parts): len(parts) * (1 + (name in names)) for name, parts in split.items()}


def matches(question: str) -> list[Found]:
    """What fits a question, the best first."""
    scores = {each: score(each, question) for each in everything()}
    fitting = [each for each in scores if scores[each] > 0.3 * max(scores.values())]
    return sorted(fitting, key=lambda each: -scores[each])[:MOST]


def spelled_right(question: str) -> str:
    """The question with a known word in place of each one that nothing knows."""
    known = {word for each in everything() for word in words_of(" ".join(search_words(each)))}
    stems = {token for each in everything() for token in weights(each)}
    words = words_of(question)
    for place, word in enumerate(words):
        if word not in COMMON and tokens(word)[0] not in stems:
            words[place] = next(iter(difflib.get_close_matches(word, known, 1, 0.8)), word)
    return " ".join(words)
