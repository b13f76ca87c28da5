"""The sections of the notebooks: which cell belongs to which."""

import re
from collections.abc import Iterable
from functools import cache

from course.notebook_files import Cell, content_of, notebook_files, source_of

OPENING = "The opening"  # all before the first heading
Section = tuple[str, str]  # a notebook, and a heading of its second level


def sections_of(cells: Iterable[Cell]) -> dict[str, str]:
    """The heading above each cell, by the cell's id."""
    found, section = {}, OPENING
    for cell in cells:
        if cell["cell_type"] == "markdown":
            headings = re.findall(r"^## +(.+)$", source_of(cell), re.M)
            section = headings[-1].strip() if headings else section
        found[cell["id"]] = section
    return found


@cache
def sections_by_notebook() -> dict[str, dict[str, str]]:
    return {path.stem: sections_of(content_of(path)["cells"]) for path in notebook_files()}


def all_sections() -> set[Section]:
    return {
        (notebook, section)
        for notebook, sections in sections_by_notebook().items()
        for section in sections.values()
    }
