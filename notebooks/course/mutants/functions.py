"""Functions of a notebook as the text of a module, with everything that they use."""

import ast
import builtins
import inspect
import linecache
import sys
import textwrap
from collections.abc import Iterable
from types import CodeType, ModuleType
from typing import Any

PLAIN = (str, bytes, int, float, list, tuple, dict, set, frozenset, type(None))
# The modules of a notebook's cells, also by the name that multiprocessing adds, and of answers.
OWN = {"__main__", "__mp_main__", "answer"}


def text_of(functions: Iterable[Any]) -> str:
    """A module with these functions, and before them what they use of their notebook."""
    module = Module()
    for function in map(inner, functions):
        if function.__name__ not in module.names:
            module.define(function)
    return "\n".join(sorted(module.imports)) + "\n\n\n" + "\n\n\n".join(module.parts) + "\n"


def inner(value: Any) -> Any:
    """The function as it was written, below the decorators of pytest and Hypothesis."""
    if hypothesis := getattr(value, "hypothesis", None):
        return hypothesis.inner_test
    return getattr(value, "_fixture_function", value)


class Module:
    """Imports and definitions; what a definition uses comes before it."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.imports: list[str] = []
        self.parts: list[str] = []

    def define(self, written: Any) -> None:
        """Add a function or a class of the notebook."""
        self.names.add(written.__name__)
        source = textwrap.dedent(inspect.getsource(written))
        own = getattr(written, "__code__", None)
        namespace = getattr(written, "__globals__", None) or vars(sys.modules[written.__module__])
        cell = "".join(linecache.getlines(own.co_filename)) if own else ""
        self.add_names(used_by(source, own), namespace, cell)
        self.parts.append(source.strip())

    def add_names(self, names: set[str], namespace: dict[str, Any], cell: str) -> None:
        for name in sorted(names - self.names):
            if name in namespace:
                self.add(name, namespace, cell)

    def add(self, name: str, namespace: dict[str, Any], cell: str) -> None:
        """Add what a definition uses: by its import, or as the cell defines it."""
        self.names.add(name)
        value = namespace[name]
        written = inner(value)
        if isinstance(value, ModuleType):
            self.imports.append(f"import {value.__name__} as {name}")
        elif getattr(written, "__module__", "") in OWN and hasattr(written, "__name__"):
            self.define(written)
        elif assignment := assigned(name, cell):
            self.add_names(names_in(assignment), namespace, cell)
            self.parts.append(assignment)
        elif isinstance(value, PLAIN):
            self.parts.append(f"{name} = {value!r}")
        elif origin := origin_of(name, value):
            self.imports.append(f"from {origin} as {name}")


def assigned(name: str, cell: str) -> str:
    """The statement of a cell that gives a name its value; "" when there is none."""
    for statement in ast.parse(cell).body:
        if isinstance(statement, ast.Assign) and name in [
            ast.unparse(each) for each in statement.targets
        ]:
            return ast.unparse(statement)
    return ""


def used_by(source: str, code: CodeType | None) -> set[str]:
    """What a definition takes from its notebook: not its own names, but for its decorators."""
    if code is None:
        return names_in(source)
    (definition,) = ast.parse(source).body
    decorators = getattr(definition, "decorator_list", [])
    above = names_in("\n".join(map(ast.unparse, decorators)))
    return names_in(source) & names_from_outside(code) | above


def names_from_outside(code: CodeType) -> set[str]:
    """The names that a function and those inside of it look up, attributes among them."""
    inside = (each for each in code.co_consts if isinstance(each, CodeType))
    return set(code.co_names).union(*map(names_from_outside, inside))


def names_in(source: str) -> set[str]:
    """The names that it mentions, without Python's own."""
    names = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    return names - set(vars(builtins))


def origin_of(name: str, value: Any) -> str:
    """Whence it can be imported, as in "datetime import UTC"; "" for what is the notebook's own."""
    module, called = getattr(value, "__module__", None), getattr(value, "__name__", None)
    if isinstance(called, str) and getattr(sys.modules.get(str(module)), called, None) is value:
        return f"{module} import {called}"
    holders = {each for each, there in sys.modules.items() if vars(there).get(name) is value} - OWN
    return f"{min(holders, key=len)} import {name}" if holders else ""
