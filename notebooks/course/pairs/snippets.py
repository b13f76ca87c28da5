"""The code of a pair as one would write it in a cell, and what it takes for granted."""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from collections.abc import Callable
from functools import cache
from typing import Any

OURS = {"course.pairs.frames", "microblog.queries"}  # from which the modules of pairs import
Function = Callable[..., Any]


@cache
def code_of(function: Function) -> str:
    """The body of a function, as one would write it in a cell."""
    source, definition = parsed(function)
    lines = source.splitlines()
    last = definition.body[-1]
    inner = [node for node in ast.walk(definition) if isinstance(node, ast.FunctionDef)][1:]
    own, others = returns_in(definition), [node for each in inner for node in returns_in(each)]
    if [node for node in own if node not in others] == [last]:
        lines[last.lineno - 1] = lines[last.lineno - 1].replace("return ", "", 1)
    return textwrap.dedent("\n".join(lines[definition.body[0].lineno - 1 :]))


def returns_in(definition: ast.FunctionDef) -> list[ast.Return]:
    return [node for node in ast.walk(definition) if isinstance(node, ast.Return)]


def parsed(function: Function) -> tuple[str, ast.FunctionDef]:
    source = textwrap.dedent(inspect.getsource(function))
    definition = ast.parse(source).body[0]
    assert isinstance(definition, ast.FunctionDef)
    return source, definition


def definitions_for(*functions: Function) -> dict[str, str]:
    """The code of what these functions use and neither Python nor a library defines, by name.

    What a definition uses itself comes before it.
    """
    found: dict[str, str] = {}
    for function in functions:
        _, definition = parsed(function)
        _collect(ast.Module(definition.body, []), function.__module__, found)
    return found


def _collect(node: ast.AST, module: str, found: dict[str, str]) -> None:
    for name in names_read(node):
        definition, home = _definition_of(name, module)
        if definition is not None and name not in found:
            _collect(definition, home, found)
            found[name] = _source(definition, home)


def names_read(node: ast.AST) -> list[str]:
    """The names that a piece of code takes from outside, such as `post` or `queries.posts`."""
    names = [each for each in ast.walk(node) if isinstance(each, ast.Name)]
    own = {each.id for each in names if isinstance(each.ctx, ast.Store)}
    own |= {each.arg for each in ast.walk(node) if isinstance(each, ast.arg)}
    dotted = [
        f"{each.value.id}.{each.attr}"
        for each in ast.walk(node)
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name)
    ]
    read = [each.id for each in names if isinstance(each.ctx, ast.Load)]
    return [name for name in [*read, *dotted] if name.partition(".")[0] not in own]


def _definition_of(name: str, module: str) -> tuple[ast.stmt | None, str]:
    """The statement that defines a name in one of our modules, and that module."""
    first, _, rest = name.partition(".")
    for statement in _statements(module):
        if isinstance(statement, ast.ImportFrom):
            if first in {alias.asname or alias.name for alias in statement.names}:
                home = f"{statement.module}.{first}" if rest else f"{statement.module}"
                return _definition_of(rest or first, home) if home in OURS else (None, "")
        elif not rest and first in _defined_by(statement):
            return statement, module
    return None, ""


@cache
def _statements(module: str) -> list[ast.stmt]:
    return ast.parse(inspect.getsource(sys.modules[module])).body


def _defined_by(statement: ast.stmt) -> set[str]:
    """The names of a constant or a function; pairs and models are no mere definitions."""
    if isinstance(statement, ast.Assign):
        return {each.id for each in statement.targets if isinstance(each, ast.Name)}
    if isinstance(statement, ast.FunctionDef) and not any(
        map(_makes_a_pair, statement.decorator_list)
    ):
        return {statement.name}
    return set()


def _makes_a_pair(decorator: ast.expr) -> bool:
    return not isinstance(decorator, ast.Name)  # @cache is one; @pair(…) and @append.write are not


def _source(statement: ast.stmt, module: str) -> str:
    lines = inspect.getsource(sys.modules[module]).splitlines()
    decorators = getattr(statement, "decorator_list", [])
    first = min(each.lineno for each in (statement, *decorators))
    return "\n".join(lines[first - 1 : statement.end_lineno])
