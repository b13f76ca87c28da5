"""Put posts together from the phrases in the two phrases_*.toml files."""

import re
import tomllib
import zlib
from pathlib import Path
from random import Random
from typing import Any

LONGEST_POST = 280
BRACES = re.compile(r"\{(\^?)(\+?)([a-z_]+|\d+-\d+)\}")

Phrases = dict[str, list[str]]


class Composer:
    """Writes posts that hardly ever repeat one another."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.shared, self.topics = read_english()
        self.languages, self.shares = read_other_languages()
        self.written = Written()

    def post(self, topic: str, language: str | None) -> str:
        """Return a post of 1 to 280 code points, in English if `language` is None."""
        if self.rng.random() < 0.005:
            return self.pick(self.shared["quick"])
        phrases = self.topics[topic]
        if language:
            about = "eclipse" if topic.startswith("eclipse") else "daily life"
            phrases = self.languages[language, about]
        for _ in range(6):
            text = self.draft(phrases)
            if self.written.is_new(text):
                break
        return text

    def draft(self, phrases: Phrases) -> str:
        """Return a post from these phrases, perhaps with an emoji or a hashtag."""
        text = self.fill(self.pick(phrases["post"]), phrases, {})
        text += self.tail(phrases)
        return text if len(text) <= LONGEST_POST else self.draft(phrases)

    def tail(self, phrases: Phrases) -> str:
        """Return what follows the words of a post: for most posts, nothing."""
        dice = self.rng.random()
        if dice < 0.66:
            return ""
        emoji, tag = self.pick(phrases["emoji"]), self.pick(phrases["tags"])
        if dice < 0.81:
            return f" {emoji}"
        if dice < 0.84:
            return f" {emoji}{emoji}"
        if dice < 0.93:
            return f" {tag}"
        return f"\n{tag}" if dice < 0.96 else f" {emoji} {tag}"

    def fill(self, line: str, phrases: Phrases, used: Phrases) -> str:
        """Return `line` with its braces filled; `used` remembers what was said."""

        def filling(match: re.Match[str]) -> str:
            capital, other, name = match.groups()
            if name[0].isdigit():
                low, high = map(int, name.split("-"))
                return str(low + int(self.rng.random() * (high - low + 1)))
            said = used.setdefault(name, [])
            if not said or other:
                said.append(self.pick(phrases[name], said))
            text = self.fill(said[-1 if other else 0], phrases, used)
            return text[0].upper() + text[1:] if capital else text

        return BRACES.sub(filling, line)

    def pick(self, lines: list[str], but_not: list[str] | None = None) -> str:
        """Return one of `lines` that is not in `but_not`."""
        while True:
            line = lines[int(self.rng.random() * len(lines))]
            if not but_not or line not in but_not:
                return line


class Written:
    """Remembers which texts were written, in 16 MB however many there are.

    Each text switches on one bit of 2**27. Two texts may share a bit, so that
    a new text is now and then taken for an old one, never the reverse.
    """

    def __init__(self) -> None:
        self.bits = bytearray(2**24)

    def is_new(self, text: str) -> bool:
        """Tell whether `text` is new, and remember it."""
        place, bit = divmod(zlib.crc32(text.encode()) % 2**27, 8)
        new = not self.bits[place] >> bit & 1
        self.bits[place] |= 1 << bit
        return new


def read_english() -> tuple[Phrases, dict[str, Phrases]]:
    """Return the shared phrases and, for each topic, its own and the shared ones."""
    tables = read("english")
    topics: dict[str, Phrases] = {}
    for name, table in tables.items():
        basis = tables[table.pop("like", "shared")]
        topics[name] = split(tables["shared"] | basis | table)
    return topics.pop("shared"), topics


def read_other_languages() -> tuple[dict[tuple[str, str], Phrases], dict[str, int]]:
    """Return the phrases of each (language, subject) and each language's share."""
    phrases: dict[tuple[str, str], Phrases] = {}
    shares: dict[str, int] = {}
    for language, table in read("other_languages").items():
        shares[language] = table.pop("share")
        daily = split(table)
        phrases[language, "daily life"] = daily
        phrases[language, "eclipse"] = daily | {"say": daily["eclipse"]}
    return phrases, shares


def read(which: str) -> dict[str, dict[str, Any]]:
    """Return the tables of phrases_`which`.toml."""
    path = Path(__file__).with_name(f"phrases_{which}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def split(table: dict[str, str]) -> Phrases:
    """Return the lines of every entry, with line breaks in place of {br}."""
    return {
        name: [line.replace("{br}", "\n") for line in lines.strip().split("\n")]
        for name, lines in table.items()
    }
