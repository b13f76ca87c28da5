"""The notebooks build the package: the same definitions, compared as syntax trees."""

import ast
from functools import cache
from pathlib import Path

import pytest
from notebooks.reading import ALL, Cell, cells_of

import microblog

pytestmark = pytest.mark.house_rule

PACKAGE = Path(microblog.__file__).parent

Definitions = dict[str, ast.stmt]


def definitions(source: str) -> Definitions:
    """The classes, functions and named values at the top level of `source`, the last of each."""
    found: Definitions = {}
    for statement in ast.parse(source).body:
        match statement:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                found[name] = statement
            case ast.AsyncFunctionDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                found[name] = statement
            case ast.Assign(targets=[ast.Name(id=name)]):
                found[name] = statement
    return found


def modules() -> dict[str, str]:
    """The source of each module, by its name below microblog."""
    sources = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        sources[name] = path.read_text(encoding="utf-8")
    return sources


@cache
def built() -> dict[str, tuple[Cell, ast.stmt]]:
    """The last definition of each name that a cell with a module's name builds."""
    found = {}
    for path in ALL:
        for cell in cells_of(path):
            first, _, rest = cell.source.partition("\n")
            if cell.kind == "code" and first.startswith("# microblog/"):
                module = first.removeprefix("# microblog/").removesuffix(".py").replace("/", ".")
                module = module.removesuffix(".__init__")
                assert module in modules(), f"{cell}: there is no {first.removeprefix('# ')}"
                for name, statement in definitions(rest).items():
                    found[f"{module}.{name}"] = (cell, statement)
    return found


PACKAGE_DEFINITIONS = [
    (module, name, statement)
    for module, source in modules().items()
    for name, statement in definitions(source).items()
]


def test_what_the_notebooks_build_last_is_what_the_package_has() -> None:
    package = {f"{module}.{name}": each for module, name, each in PACKAGE_DEFINITIONS}
    for full_name, (cell, statement) in built().items():
        assert full_name in package, f"{cell}: the package has no {full_name}"
        same = ast.dump(statement) == ast.dump(package[full_name])
        assert same, f"{cell}: {full_name} differs from the package's"


def test_every_definition_of_the_package_is_built_in_a_notebook() -> None:
    missing = [
        f"{module}.{name}"
        for module, name, _ in PACKAGE_DEFINITIONS
        if f"{module}.{name}" not in built()
    ]
    assert missing == []
