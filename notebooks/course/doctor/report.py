"""What the doctor found, as a table for a notebook and as lines for a terminal."""

from __future__ import annotations

from dataclasses import dataclass

MARKS = {"note": "○", "fault": "**✗**"}


@dataclass(frozen=True)
class Finding:
    """One row: what was looked at, its state, what was seen, and one line that mends it."""

    check: str
    state: str  # ok, note (worth knowing, stops nothing) or fault
    seen: str
    mend: str = ""

    def __str__(self) -> str:
        line = f"{self.state:6} {self.check:12} {self.seen}"
        return f"{line}\n{'':19} mend: {self.mend}" if self.mend else line


@dataclass(frozen=True)
class Report:
    findings: list[Finding]

    @property
    def faults(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.state == "fault"]

    @property
    def verdict(self) -> str:
        if not self.faults:
            return "Everything that the course needs is there."
        return "To mend: " + ", ".join(finding.check for finding in self.faults) + "."

    def __str__(self) -> str:
        return "\n".join([*map(str, self.findings), self.verdict])

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """In a notebook only what is not well takes a row; as text, every check a line."""
        well = [each.check for each in self.findings if each.state == "ok"]
        lines = [f"**{self.verdict}**", ""]
        if len(well) < len(self.findings):
            lines += ["| check | state | seen | what mends it |", "|:--|:--|:--|:--|"]
        for each in self.findings:
            if each.state != "ok":
                cells = [each.check, f"{MARKS[each.state]} {each.state}", each.seen, each.mend]
                lines.append("| " + " | ".join(literally(cell) for cell in cells) + " |")
        lines += ["", f"Checked and well: {', '.join(well)}."]
        return {"text/markdown": "\n".join(lines), "text/plain": str(self)}


def literally(text: str) -> str:
    """Keeps a path or a package's name from becoming Markdown."""
    for sign, safe in (("\\", "\\\\"), ("|", "\\|"), ("_", "\\_"), ("<", "&lt;"), ("\n", " ")):
        text = text.replace(sign, safe)
    return text
