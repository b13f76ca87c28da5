"""What stands on the left of every page, found by pattern: a new file needs no list."""

from collections.abc import Iterator
from pathlib import Path

from course.notebook_files import NOTEBOOKS, content_of, notebook_files
from course.site import reference
from course.site.places import DOCS, ROOT

Entry = tuple[str, str]  # what the reader sees, and the page without its ending


def lessons() -> list[Path]:
    """The notebooks that are pages: the reference is made from the pairs themselves."""
    return [path for path in notebook_files() if path.name[0].isdigit()]


def as_walked() -> list[Path]:
    """The path first, then what lies deeper."""
    return sorted(lessons(), key=lambda path: not on_the_path(path))


def on_the_path(path: Path) -> bool:
    return path.parent == NOTEBOOKS


def short_title(path: Path) -> str:
    """The number and the title of a notebook, without its question: 04 Joining tables."""
    title = content_of(path)["metadata"]["microblog"]["title"]
    return f"{path.stem.partition('_')[0]} {title.partition(':')[0]}"


def page_of(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix()


def heading_of(path: Path) -> str:
    """The first heading of a document."""
    lines = path.read_text("utf-8").splitlines()
    return next(line.removeprefix("# ") for line in lines if line.startswith("# "))


def documents(*patterns: str) -> Iterator[Entry]:
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern), key=reading_order):
            yield heading_of(path), page_of(path)


def reading_order(path: Path) -> tuple[bool, int, str]:
    """A folder's README first, then what it links to in its order, then the others by name."""
    start = path.with_name("README.md")
    text = start.read_text("utf-8") if start.exists() else ""
    return path != start, len(text.partition(f"]({path.name}")[0]), path.name


def below(path: Path) -> str:
    """What stands below the list of decisions: the decisions."""
    if path.parent.name != "decisions" or path.stem != "README":
        return ""
    pages = "\n".join(each.stem for each in sorted(path.parent.glob("0*.md")))
    return f"\n```{{toctree}}\n:hidden:\n\n{pages}\n```\n"


def groups(api: list[Entry]) -> dict[str, list[Entry]]:
    """The entries under each caption, in order."""
    notebooks = [(short_title(path), page_of(path), on_the_path(path)) for path in lessons()]
    return {
        "The path": [(title, page) for title, page, on_path in notebooks if on_path],
        "What lies deeper": [(title, page) for title, page, on_path in notebooks if not on_path],
        "The reference": [("pandas ↔ SQLAlchemy", reference.PAGE), ("Glossary", "docs/glossary")],
        "For instructors": list(documents("docs/instructors/**/*.md")),
        "The service": [
            *documents("docs/architecture.md"),
            *api,
            *documents("docs/decisions/README.md", "data/README.md"),
        ],
        "Contributing": list(
            documents(
                "docs/commands.md", "CONTRIBUTING.md", "docs/contributing/*.md", "CHANGELOG.md"
            )
        ),
    }


def toctrees(api: list[Entry]) -> str:
    """The groups as Sphinx reads them."""
    written = []
    for caption, entries in groups(api).items():
        lines = "\n".join(f"{title} <{page}>" for title, page in entries)
        if lines:
            written.append(f"```{{toctree}}\n:hidden:\n:caption: {caption}\n\n{lines}\n```")
    return "\n\n".join(written)


def copied() -> list[Path]:
    """The documents that are pages as they are."""
    found = [each for each in DOCS.glob("**/*.md") if "_build" not in each.parts]
    inside = [each for each in found if DOCS / "site" not in each.parents]
    return [*inside, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "data" / "README.md"]
