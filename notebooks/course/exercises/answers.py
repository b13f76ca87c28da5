"""Answers as code: with the imports that they use, and executed."""

import ast
import linecache
from itertools import count
from typing import Any

numbers = count()


def completed(code: str, imports: str) -> str:
    """The code with those of the imports that it uses, and with `answer = …` as its last line."""
    code = code.strip()
    tree = ast.parse(code)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    last = tree.body[-1]
    if isinstance(last, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        code = f"{code}\n\n\nanswer = {last.name}"
    above = used(imports, names)
    first = tree.body[0]
    gap = "\n\n\n" if isinstance(first, ast.FunctionDef | ast.ClassDef) else "\n\n"
    return f"{above}{gap}{code}" if above else code


def used(imports: str, names: set[str]) -> str:
    """The lines of imports cut down to these names; blank lines between their blocks stay."""
    blocks = []
    for block in imports.strip().split("\n\n"):
        lines = []
        for statement in ast.parse(block).body:
            if isinstance(statement, ast.Import | ast.ImportFrom):
                kept = [each for each in statement.names if (each.asname or each.name) in names]
                if kept:
                    statement.names = kept
                    lines.append(ast.unparse(statement))
        if lines:
            blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def answer_of(code: str) -> Any:
    """What the code calls `answer`. Its lines are kept, as those of a notebook's cell are."""
    namespace: dict[str, Any] = {"__name__": "answer"}
    name = f"<answer {next(numbers)}>"
    linecache.cache[name] = (len(code), None, code.splitlines(keepends=True), name)
    exec(compile(code, name, "exec"), namespace)  # code of the course's own
    return namespace["answer"]
