"""Make up usernames that look like people's."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random

from people import CAST


def usernames(seed: int) -> Iterator[str]:
    """Yield the cast's names, then others without end, unique whatever their case."""
    rng = Random(f"{seed} names")
    yield from CAST
    taken = set(CAST)
    tables = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
    names, words = tables["names"].split(), tables["words"].split()
    while True:
        username = draw_username(rng, rng.choice(names), rng.choice(words))
        if username.lower() not in taken:
            taken.add(username.lower())
            yield username


def draw_username(rng: Random, name: str, word: str) -> str:
    """Return a username of 3 to 30 letters, digits and underscores."""
    number = rng.randrange(2, 69)
    return rng.choice(
        (
            f"{name}_{word}",
            f"{name}_{word}{number}",
            f"{name}{number}",
            f"{name}_{number}",
            f"{word}_{name}",
            f"{name.title()}{word.title()}",
            f"{name.title()}{word.title()}{number}",
            f"{word}{name.title()}",
            f"the_{word}_{number}",
            f"{name.title()}_{word.title()}",
            f"{name}{word}",
        )
    )
