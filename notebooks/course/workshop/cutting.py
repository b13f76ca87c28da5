"""Cut a notebook down to a part of a plan, and keep what the kept cells need."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from course.exercises.answers import used
from course.exercises.exercise import Exercise
from course.notebook_files import Cell, lines_of, source_of, tags_of
from course.workshop.names import Names, imports_of, names_of
from course.workshop.plan import Part
from course.workshop.sections import OPENING, exercise_of, sections_of

OWN_SERVICE = "In your own service"
LINK_TO_OWN_SERVICE = "](#In-your-own-service)"
PRACTICE = "More practice"
ADDED = (
    "*What runs here belongs to a section that this plan leaves out. Later cells need it: run it, "
    "and go on.*"
)
AT_HOME = "## At home\n\nExercises for after the session."


class CannotCut(Exception):
    """The plan names what isn't there, or leaves out what nothing else defines."""


@dataclass
class Piece:
    """A cell, where it lies, and whether it stays: chosen by the plan, or needed by what is."""

    cell: Cell
    section: str
    above: str
    exercise: Exercise | None
    chosen: bool = False
    needed: bool = False

    @property
    def is_code(self) -> bool:
        return bool(self.cell["cell_type"] == "code")


@dataclass(frozen=True)
class Cut:
    """What is left of a notebook, exercises for home at the end, and the imports of what isn't."""

    kept: list[Piece]
    left_out: list[str]
    imports: str


def cut(name: str, cells: list[Cell], part: Part, own_service: bool = False) -> Cut:
    pieces = pieces_of(cells)
    refuse_unknown(name, pieces, part)
    for each in pieces:
        each.chosen = is_chosen(each, part, own_service)
    drop_empty_practice(pieces)
    home = [each for each in pieces if is_for_home(each, part)]
    for each in home:
        each.chosen = True
    imports = add_needed(name, pieces)
    kept = [each for each in pieces if (each.chosen or each.needed) and each not in home]
    sections = {each.above for each in kept if each.chosen}
    left_out = [title for title in dict.fromkeys(p.above for p in pieces) if title not in sections]
    return Cut(kept + home, left_out, imports)


def pieces_of(cells: list[Cell]) -> list[Piece]:
    found = [
        Piece(cell, section.title, section.above, exercise_of(cell, after))
        for section in sections_of(cells)
        for cell, after in zip(section.cells, [*section.cells[1:], None], strict=True)
    ]
    return found


def refuse_unknown(name: str, pieces: list[Piece], part: Part) -> None:
    headings = {each.section for each in pieces}
    titles = {each.exercise.title for each in pieces if each.exercise}
    ids = {each.cell["id"] for each in pieces}
    asked: list[tuple[str, Iterable[str], set[str]]] = [
        ("section", (*part.sections, *part.without), headings),
        ("exercise", (*(part.exercises or ()), *part.home), titles),
        ("cell", part.keep, ids),
        ("section or exercise", part.late, headings | titles),
    ]
    for kind, wanted, known in asked:
        for each in wanted:
            if each not in known:
                raise CannotCut(f"{name} has no {kind} {each!r}. It has: {sorted(known)}")


def is_chosen(piece: Piece, part: Part, own_service: bool) -> bool:
    if piece.cell["id"] in part.keep:
        return True
    if piece.exercise and not is_asked(piece.exercise, part):
        return False
    if "optional" in tags_of(piece.cell) or piece.section in part.without:
        return False
    if piece.above == OWN_SERVICE or LINK_TO_OWN_SERVICE in source_of(piece.cell):
        return own_service
    wanted = {piece.section, piece.above}
    return piece.section == OPENING or not part.sections or bool(wanted & set(part.sections))


def drop_empty_practice(pieces: list[Piece]) -> None:
    """No heading without one of its exercises."""
    practice = [each for each in pieces if each.above == PRACTICE]
    if not any(each.chosen and each.exercise for each in practice):
        for each in practice:
            each.chosen = False


def is_asked(exercise: Exercise, part: Part) -> bool:
    """Whether an exercise is done in the room, if its section is."""
    if part.exercises is not None:
        return exercise.title in part.exercises
    return not exercise.practice and exercise.title not in part.home


def is_for_home(piece: Piece, part: Part) -> bool:
    return piece.exercise is not None and piece.exercise.title in part.home


def add_needed(name: str, pieces: list[Piece]) -> str:
    """Mark the cells that define what the chosen ones use, and what those use in turn.

    Returns the imports that are needed: of an import, the rest of its cell isn't.
    """
    names = [names_of(source_of(each.cell)) if each.is_code else Names() for each in pieces]
    todo = [i for i, each in enumerate(pieces) if each.chosen and each.is_code]
    imported = set()
    while todo:
        place = todo.pop()
        for missing in names[place].used:
            sources = defining(missing, place, names, pieces)
            if not sources:
                where = f"{name}, cell {pieces[place].cell['id']!r}"
                raise CannotCut(f"{where} uses {missing!r}, and no other cell defines that")
            for source in sources:
                if pieces[source].chosen or pieces[source].needed:
                    continue
                if missing in names[source].imported:
                    imported.add(missing)
                else:
                    pieces[source].needed = True
                    todo.append(source)
    lines = [line for each in pieces if each.is_code for line in imports_of(source_of(each.cell))]
    return used("\n".join(dict.fromkeys(lines)), imported)


def defining(missing: str, place: int, names: list[Names], pieces: list[Piece]) -> list[int]:
    """The last cell before this one that defines a name, and those after it that change it.

    What a function uses may also be defined further down.
    """
    lessons = [i for i, each in enumerate(pieces) if not each.exercise]
    before = [i for i in lessons if i < place and missing in names[i].defined]
    if not before:
        return [i for i in lessons if i > place and missing in names[i].defined][:1]
    if missing in names[before[-1]].imported:
        return before[-1:]
    changing = (i for i in lessons if before[-1] < i < place and missing in names[i].changed)
    return [before[-1], *changing]


def cells_of(cut: Cut, part: Part) -> Iterator[Cell]:
    """The cells of a cut notebook, with a word where some come from a section that is left out."""
    before = None
    for each in cut.kept:
        if cut.imports and each.section != OPENING and before and before.section == OPENING:
            yield code("imports-added", cut.imports)
        if each.needed and not (before and before.needed):
            yield text(f"{each.cell['id']}-added", ADDED)
        if is_for_home(each, part) and not (before and is_for_home(before, part)):
            yield text("at-home", AT_HOME)
        yield each.cell
        before = each


def text(cell_id: str, source: str) -> Cell:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {}, "source": lines_of(source)}


def code(cell_id: str, source: str) -> Cell:
    cell = text(cell_id, source) | {"cell_type": "code", "execution_count": None, "outputs": []}
    return cell
