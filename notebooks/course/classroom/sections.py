"""The sections of the notebooks: which cell belongs to which."""

from functools import cache

from course.notebook_files import content_of, notebook_files
from course.workshop.sections import sections_of

Section = tuple[str, str]  # a notebook, and a heading of its second level


@cache
def sections_by_notebook() -> dict[str, dict[str, str]]:
    """By notebook and by the id of a cell, the heading of the second level above it."""
    return {
        path.stem: {
            cell["id"]: section.above
            for section in sections_of(content_of(path)["cells"])
            for cell in section.cells
        }
        for path in notebook_files()
    }


def all_sections() -> set[Section]:
    return {
        (notebook, section)
        for notebook, sections in sections_by_notebook().items()
        for section in sections.values()
    }
