"""Many pairs at a glance: find some, or print those that matter most."""

from html import escape

from IPython.display import HTML, Markdown

from course.pairs.definition import REGISTRY, Pair
from course.pairs.rendering import in_code
from course.pairs.snippets import code_of


def find(words: str) -> Markdown:
    """The pairs in whose title, question, code or traps these words occur."""

    def text_of(pair: Pair) -> str:
        codes = (code_of(pair.pandas), code_of(pair.sqlalchemy))
        return " ".join([pair.title, pair.question, *pair.traps, *codes]).lower()

    found = [REGISTRY[number] for number in sorted(REGISTRY)]
    found = [pair for pair in found if words.lower() in text_of(pair)]
    lines = ["| number | pair | question |", "| --: | :-- | :-- |"]
    for each in found:
        title = in_code(each.title).replace("|", "\\|")  # else it would end the cell
        lines.append(f"| {each.number} | {title} | {each.question} |")
    text = "\n".join(lines) if found else f"No pair speaks of {words!r}."
    return Markdown(text)


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
