"""A copy of the package in which something small is wrong."""

from dataclasses import dataclass
from pathlib import Path

import microblog

PACKAGE = Path(microblog.__file__).parent


@dataclass(frozen=True)
class Mutant:
    """The package with one text of a file, such as "routes/posts.py", replaced by another."""

    file: str
    before: str
    after: str

    @property
    def module(self) -> str:
        return "microblog." + self.file.removesuffix(".py").replace("/", ".")

    def source(self) -> str:
        """The changed file; `ValueError` unless the text is in there exactly once."""
        text = (PACKAGE / self.file).read_text(encoding="utf-8")
        if (times := text.count(self.before)) != 1:
            raise ValueError(f"microblog/{self.file} has {self.before!r} {times} times, not once.")
        return text.replace(self.before, self.after)

    def diff(self) -> str:
        """The change as programs show it: - before the right line, + before the wrong one."""
        lines = (PACKAGE / self.file).read_text(encoding="utf-8").splitlines()
        changed = [line for line in lines if line not in (wrong := self.source().splitlines())]
        added = [line for line in wrong if line not in lines]
        marked = [f"-{line}" for line in changed] + [f"+{line}" for line in added]
        return "\n".join([f"microblog/{self.file}", *marked])
