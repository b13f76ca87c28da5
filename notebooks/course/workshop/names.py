"""Which names a cell takes from other cells, and which it gives them."""

import ast
import builtins
import re
import symtable
from dataclasses import dataclass, field

BY_THEMSELVES = {*dir(builtins), "display", "get_ipython", "____", "__name__"}
MAGIC = re.compile(r"^[%!].*", re.M)  # `%%writefile {folder}/test_it.py`
IMPORTS = ast.Import | ast.ImportFrom


@dataclass
class Names:
    """Of a cell: what it uses from before, what it defines, and what it only changes.

    `imported` are those of the defined names that an import brings.
    """

    used: set[str] = field(default_factory=set)
    defined: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    imported: set[str] = field(default_factory=set)


def names_of(source: str) -> Names:
    magic = set(re.findall(r"\{(\w+)", "\n".join(MAGIC.findall(source))))
    found, later = Names(used=magic, changed=set(magic)), set[str]()
    for statement in python_in(source):
        table = symtable.symtable(ast.unparse(statement), "cell", "exec")
        defined = {
            each.get_name()
            for each in table.get_symbols()
            if each.is_assigned() or each.is_imported()
        }
        used = referenced(table)
        if isinstance(statement, ast.FunctionDef):
            later |= used  # when it is called
            used = set()
        elif isinstance(statement, ast.AugAssign):
            used |= defined
        elif not isinstance(statement, ast.Assign | ast.AnnAssign):
            used -= defined  # the variable of a loop, a function that calls itself
        found.used |= used - found.defined - BY_THEMSELVES
        found.defined |= defined
        found.changed |= changed(statement) - found.defined
        found.imported |= defined if isinstance(statement, IMPORTS) else set()
    found.used |= later - found.defined - BY_THEMSELVES
    return found


def python_in(source: str) -> list[ast.stmt]:
    """The statements of a cell, without the lines and cells that only IPython understands."""
    return [] if source.startswith("%%") else ast.parse(MAGIC.sub("", source)).body


def imports_of(source: str) -> list[str]:
    return [ast.unparse(each) for each in python_in(source) if isinstance(each, IMPORTS)]


def referenced(table: symtable.SymbolTable) -> set[str]:
    """The names that a statement takes from outside, in its functions and classes too."""
    found = set()
    for each in table.get_symbols():
        if each.is_referenced() and (table.get_type() == "module" or each.is_global()):
            found.add(each.get_name())
    return found.union(*map(referenced, table.get_children()))


def changed(statement: ast.stmt) -> set[str]:
    """`posts` in `posts["day"] = …` and in `posts.update(…)`, `app` in `@app.get(…)`."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return set(filter(None, map(base_of, statement.decorator_list)))
    nodes = [node for node in ast.walk(statement) if is_changing(node)]
    return set(filter(None, map(base_of, nodes)))


def is_changing(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call)
    return isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store)


def base_of(node: ast.AST) -> str | None:
    """`app` of `app.state.engine`, if it is about a part of it; None for a name alone."""
    if isinstance(node, ast.Expr):
        node = node.value
    if isinstance(node, ast.Call):
        node = node.func
    if isinstance(node, ast.Name):
        return None
    while isinstance(node, ast.Subscript | ast.Attribute | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None
