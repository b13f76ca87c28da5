"""All pairs on one page, which a script of the site searches while its reader types."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from course.pairs import GROUPS, PAIRS
from course.pairs.definition import Pair
from course.pairs.display import REFERENCE, definitions, lesson_of, result, trap
from course.pairs.rendering import Block, as_markdown, in_code
from course.pairs.searching import COMMON, Found, names_of, search_words, tokens, weights
from course.pairs.snippets import code_of
from course.pairs.without_twin import WITHOUT_TWIN, WithoutTwin

PAGE = f"notebooks/{Path(REFERENCE).stem}"  # where links within notebooks expect it
SUMMARY = re.compile("<details><summary>(.*)</summary>")
BOTH, NAMES = "The SQL, for SQLite and for PostgreSQL", ("SQLite", "PostgreSQL")
HEAD = """---
hide-toc: true
---

# pandas ↔ SQLAlchemy: the reference

What do you write in SQLAlchemy where you would write `merge`, `groupby` or `shift` in pandas?
Each of these {count} *pairs* asks one question and answers it on both sides. Tests run both sides
on thousands of generated rows, on SQLite and on PostgreSQL, and compare the answers.

<div class="pair-search" role="search" hidden>
<label for="pair-words">Find a pair by a name of pandas, a word of SQL, or a question</label>
<input id="pair-words" type="search" autocomplete="off" spellcheck="false" \
placeholder="merge, LEFT JOIN, newest per group …">
<p id="pair-count" role="status"></p>
</div>

<script type="application/json" id="pair-data">{data}</script>
<script src="../_static/pairs.js" defer></script>

The star marks those to learn first; <a href="../sheets/cheat_sheet.pdf">they fit on paper</a>, too.
"""


def page() -> str:
    """The page as Sphinx reads it."""
    written = [HEAD.format(count=len(PAIRS), data=search_data())]
    for heading, module in GROUPS.items():
        written.append(f"## {heading}")
        for pair in PAIRS:
            if pair.pandas.__module__ == module.__name__:
                written += section(pair)
    written.append("## Without a twin")
    for place, found in enumerate(WITHOUT_TWIN, start=1):
        written += without_twin(place, found)
    return "\n\n".join(written) + "\n"


def search_data() -> str:
    """What the page's script needs to find a pair: the weights of words, and whole names."""
    entries = {f"pair-{pair.number}": entry(pair) for pair in PAIRS}
    entries |= {f"without-{n}": entry(each) for n, each in enumerate(WITHOUT_TWIN, start=1)}
    found = {"common": sorted(COMMON), "entries": entries}
    return json.dumps(found, separators=(",", ":"), ensure_ascii=False).replace("</", "<\\/")


def entry(found: Found) -> dict[str, object]:
    """The weights of its words, and the names and phrases that count more when they're whole."""
    names, words = (
        {" ".join(tokens(each)) for each in some} - {""}
        for some in (names_of(found), search_words(found))
    )
    return {"weights": weights(found), "names": sorted(names), "words": sorted(words - names)}


def without_twin(place: int, found: WithoutTwin) -> Iterator[str]:
    yield f"(without-{place})="
    yield f"### {', '.join(found.words.split(', ')[:3])}"
    links = ", ".join(f"[{number}](#pair-{number})" for number in found.see)
    yield found.answer + (f" (See {links}.)" if links else "")


def section(pair: Pair) -> Iterator[str]:
    """A pair: its question, both codes, what both give, the SQL, and every trap with its rows."""
    star = ' <span class="star" title="one to learn first">★</span>' if pair.starred else ""
    yield f"(pair-{pair.number})="
    yield f"### {pair.number} · {in_code(pair.title)}"
    yield f"{pair.question}{star}"
    yield beside(
        ("In pandas", [("python", code_of(pair.pandas))]),
        ("In SQLAlchemy", [("python", code_of(pair.sqlalchemy))]),
    )
    if pair.note:
        yield pair.note
    functions = [pair.pandas, pair.sqlalchemy, *(twin.function for twin in pair.wrong_twins)]
    yield from map(as_markdown, definitions(*functions))
    shown, statements = apart(result(pair))
    yield from map(as_markdown, shown)
    yield beside(*statements)
    for twin in pair.wrong_twins:
        yield '<div class="trap">'
        yield from map(as_markdown, trap(pair, twin))
        yield "</div>"
    yield f"{lesson_of(pair)}"


def beside(*sides: tuple[str, list[Block]]) -> str:
    """Captions with what belongs to them, beside each other where there is room."""
    written = [
        f'<div class="side">\n\n**{caption}**\n\n' + "\n\n".join(map(as_markdown, blocks))
        for caption, blocks in sides
    ]
    return '<div class="sides">\n\n' + "\n\n</div>\n\n".join(written) + "\n\n</div>\n\n</div>"


def apart(blocks: Iterable[Block]) -> tuple[list[Block], list[tuple[str, list[Block]]]]:
    """What both sides give, and the SQL by database: a notebook folds it, this page shows it."""
    shown: list[Block] = []
    statements: list[tuple[str, list[Block]]] = []
    for kind, content in blocks:
        if kind == "sql":
            statements[-1][1].append((kind, content))
        elif found := SUMMARY.fullmatch(content) if kind == "text" else None:
            statements.append((found[1], []))
        elif content != "</details>":
            shown.append((kind, content))
    if len(statements) == 1 and statements[0][0] == BOTH:
        statements = [(name, [one]) for name, one in zip(NAMES, statements[0][1], strict=True)]
    return shown, statements
