"""Many pairs at a glance: find some, or print those that matter most."""

from html import escape

from IPython.display import HTML, Markdown

from course.pairs.definition import REGISTRY, Pair
from course.pairs.display import place_of
from course.pairs.rendering import in_code
from course.pairs.searching import matches, spelled_right, words_of
from course.pairs.snippets import code_of
from course.pairs.without_twin import WithoutTwin


def find(words: str) -> Markdown:
    """The pairs that fit a name of pandas, a word of SQL or a question, and what has no twin."""
    right = spelled_right(words)
    found = matches(right)
    if not found:
        return Markdown(f"Nothing fits {words!r}. Try the name in pandas, or the word in SQL.")
    lines = []
    if right != " ".join(words_of(words)):
        lines += [f"Nothing is called {words!r}. Did you mean {right!r}?", ""]
    for each in found:
        if isinstance(each, WithoutTwin):
            lines += [with_pairs(each), ""]
    pairs = [each for each in found if isinstance(each, Pair)]
    lines += ["| number | pair | question |", "| --: | :-- | :-- |"] if pairs else []
    for each in pairs:
        title = in_code(each.title).replace("|", "\\|")  # else it would end the cell
        lines.append(f"| {linked(each)} | {title} | {each.question} |")
    return Markdown("\n".join(lines))


def with_pairs(found: WithoutTwin) -> str:
    numbers = ", ".join(linked(REGISTRY[number]) for number in found.see)
    return f"{found.answer} (See the pairs {numbers}.)" if numbers else found.answer


def linked(pair: Pair) -> str:
    return f"[{pair.number}]({place_of(pair)})"


def cheat_sheet() -> HTML:
    """The starred pairs on one page that prints well."""
    starred = [REGISTRY[number] for number in sorted(REGISTRY) if REGISTRY[number].starred]
    rows = "".join(
        f"<tr><td><strong>{each.number}</strong></td><td>{escape(each.question)}</td>"
        f"<td><pre>{escape(code_of(each.pandas))}</pre></td>"
        f"<td><pre>{escape(code_of(each.sqlalchemy))}</pre></td></tr>"
        for each in starred
    )
    page = f"{STYLE}<table class='pairs-sheet'>{HEAD}{rows}</table>"
    return HTML(page)


HEAD = "<tr><th></th><th>question</th><th>in pandas</th><th>in SQLAlchemy</th></tr>"
STYLE = """<style>
.pairs-sheet {
  border-collapse: collapse; table-layout: fixed !important; width: 100%;
  font-size: 11px; line-height: 1.3;
}
.pairs-sheet th, .pairs-sheet td {
  text-align: left !important; vertical-align: top; padding: 3px 6px;
  border-bottom: 1px solid rgba(127, 127, 127, 0.4); background: none !important;
}
.pairs-sheet tr { break-inside: avoid; }
.pairs-sheet th:nth-child(1) { width: 2em; }
.pairs-sheet th:nth-child(2) { width: 13%; }
.pairs-sheet pre {
  font-size: 10px; line-height: 1.3; margin: 0; padding: 0; white-space: pre-wrap;
  word-break: normal !important; overflow-wrap: anywhere;
  background: none !important; color: inherit;
}
@media print {
  .pairs-sheet { font-size: 6.5pt; }
  .pairs-sheet pre { font-size: 5.8pt; line-height: 1.2; }
  .pairs-sheet th, .pairs-sheet td { padding: 2px 4px; }
}
</style>"""
