"""Cells with gaps: until the last ____ is replaced, what holds it counts as three dots."""

import ast
from typing import Any

from IPython.core.getipython import get_ipython

BLANK = "____"


class Blanks(ast.NodeTransformer):
    """Replaces each statement of a cell that has a gap, so that an untouched cell runs."""

    def visit_Module(self, node: ast.Module) -> ast.Module:
        node.body = [without_blanks(statement) for statement in node.body]
        return node


def without_blanks(statement: ast.stmt) -> ast.stmt:
    """The statement; if it has a gap, the names that it defines become `...` instead."""
    if not any(BLANK in (name_of(node), name_of(node, "attr")) for node in ast.walk(statement)):
        return statement
    dots = ast.Constant(...)
    match statement:
        case ast.Assign(targets=targets):
            changed: ast.stmt = ast.Assign(targets, dots)
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            changed = ast.Assign([ast.Name(name, ast.Store())], dots)
        case ast.Expr():
            changed = ast.Expr(dots)
        case _:
            return statement
    return ast.fix_missing_locations(ast.copy_location(changed, statement))


def name_of(node: ast.AST, field: str = "id") -> str:
    return str(getattr(node, field, ""))


def install() -> None:
    """Look at the cells of this notebook; outside of one, do nothing."""
    shell: Any = get_ipython()
    if shell is not None and not any(isinstance(each, Blanks) for each in shell.ast_transformers):
        shell.ast_transformers.append(Blanks())
