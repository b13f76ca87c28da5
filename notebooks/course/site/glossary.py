"""The glossary's terms, and the places in the notebooks that are linked to them.

A term is linked where the course uses it first, on the path or else in what lies deeper, and
wherever a notebook introduces it in italics. The notebooks themselves stay without these links.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from course.notebook_files import content_of, source_of
from course.site.places import DOCS, ROOT

GLOSSARY = DOCS / "glossary.md"
ENTRY = re.compile(r"^## (.+)\n\n(?:<!-- also: (.+) -->\n\n)?(.+)$", re.M)
# Code, links, HTML, what is bold, headings and tables.
LEFT_ALONE = re.compile(
    r"^```.*?^```|`[^`\n]*`|\[[^\]]*\]\([^)]*\)|^<.*?(?=\n\n|\Z)|<[^>]*>|\*\*.*?\*\*|^[#|].*?$",
    re.M | re.S,
)


@dataclass(frozen=True)
class Term:
    name: str
    forms: tuple[str, ...]
    meaning: str

    @property
    def anchor(self) -> str:
        """As the site names the heading of its entry."""
        return re.sub(r"[^\w -]", "", self.name.lower()).replace(" ", "-")

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        spelled = "|".join(map(in_any_number, sorted(self.forms, key=len, reverse=True)))
        return re.compile(rf"(?<![\w-])(?:{spelled})(?![\w-])", re.I)

    @cached_property
    def introduced(self) -> re.Pattern[str]:
        return re.compile(rf"(?<=(?<!\*)\*){self.pattern.pattern}(?=\*(?!\*))", re.I)


def in_any_number(form: str) -> str:
    if form.endswith("y"):
        return rf"{re.escape(form[:-1])}(?:y|ies)"
    return rf"{re.escape(form)}(?:s|es)?"


def terms(text: str) -> list[Term]:
    """The terms of a glossary, from its text."""
    return [
        Term(name, (name, *filter(None, (also or "").split(", "))), meaning)
        for name, also, meaning in ENTRY.findall(text)
    ]


def all_terms() -> list[Term]:
    return terms(GLOSSARY.read_text("utf-8"))


def prose_of(path: Path) -> str:
    """The texts of a notebook, but for the first cell, which only says what comes."""
    cells = content_of(path)["cells"][1:]
    return "\n\n".join(source_of(each) for each in cells if each["cell_type"] == "markdown")


def first_uses(known: Iterable[Term], lessons: Iterable[Path]) -> dict[Term, Path]:
    """In which of the lessons, in their order, each term is used first."""
    texts = {path: LEFT_ALONE.sub("", prose_of(path)) for path in lessons}
    found: dict[Term, Path] = {}
    for term in known:
        for path, text in texts.items():
            if term.pattern.search(text):
                found[term] = path
                break
    return found


class Linker:
    """Links the terms in the texts of one page, cell by cell."""

    def __init__(self, known: Iterable[Term], first: Iterable[Term], up: str) -> None:
        self.known, self.waiting, self.up = list(known), set(first), up

    def __call__(self, text: str) -> str:
        for term in self.known:
            text = in_prose(text, partial(self.introductions, term))
        for term in self.known:
            text = in_prose(text, partial(self.first_use, term))
        return text

    def introductions(self, term: Term, part: str) -> str:
        linked, count = term.introduced.subn(partial(self.link, term), part)
        if count:
            self.waiting.discard(term)
        return linked

    def first_use(self, term: Term, part: str) -> str:
        if term not in self.waiting or not term.pattern.search(part):
            return part
        self.waiting.discard(term)
        return term.pattern.sub(partial(self.link, term), part, count=1)

    def link(self, term: Term, found: re.Match[str]) -> str:
        return f"[{found[0]}]({self.up}docs/glossary.md#{term.anchor})"


def in_prose(text: str, change: Callable[[str], str]) -> str:
    """The text with a change to whatever may hold a link."""
    written, end = [], 0
    for kept in LEFT_ALONE.finditer(text):
        written += [change(text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*written, change(text[end:])])


def page(first: dict[Term, Path], title_of: Callable[[Path], str]) -> str:
    """The glossary as Sphinx reads it: its own terms linked, and a way back to each first use."""
    written = [GLOSSARY.read_text("utf-8").partition("\n## ")[0]]
    known = all_terms()
    for term in known:
        others = [each for each in known if each != term]
        place = f"../{first[term].relative_to(ROOT).as_posix()}"
        back = f'<p class="first-use">\n\nFirst used in [{title_of(first[term])}]({place}).\n\n</p>'
        meaning = Linker(others, (), "../")(term.meaning)
        written.append(f"## {term.name}\n\n{meaning}\n\n{back}")
    return "\n\n".join(written) + "\n"
