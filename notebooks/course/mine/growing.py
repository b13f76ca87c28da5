"""The solution after any step: the pieces of all steps up to it, put together."""

import ast
import re
import sys
from dataclasses import dataclass
from pathlib import Path

SOLUTION = Path(__file__).parent / "solution"
WIDEST = 100


@dataclass(frozen=True)
class Part:
    """One statement of a module, with the comment above it, and the name that it defines."""

    name: str
    source: str
    is_block: bool  # a class or a function: two blank lines around it


Imports = dict[str, set[str]]  # the names taken from each module; "" stands for the module itself


@dataclass
class Module:
    title: str
    imports: Imports
    parts: list[Part]


def solution_after(step: int) -> dict[str, str]:
    """The text of each module of `my_service` after this step, by its file's name."""
    modules: dict[str, Module] = {}
    for folder in sorted(SOLUTION.glob("[0-9][0-9]")):
        if int(folder.name) <= step:
            for path in sorted(folder.glob("*.py")):
                piece = parsed(path.read_text(encoding="utf-8"))
                modules[path.name] = grown(modules.get(path.name), piece)
    return {name: written(module) for name, module in modules.items()}


def parsed(source: str) -> Module:
    module = Module("", {}, [])
    lines, end = source.splitlines(), 0
    for node in ast.parse(source).body:
        text = "\n".join(lines[end : node.end_lineno]).strip()
        end = node.end_lineno or end
        match node:
            case ast.Import(names=names):
                module.imports |= {each.name: {""} for each in names}
            case ast.ImportFrom(module=str(origin), names=names):
                module.imports[origin] = {each.name for each in names}
            case ast.Expr(value=ast.Constant()):
                module.title = text
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                module.parts.append(Part(name, text, True))
            case ast.AsyncFunctionDef(name=name):
                module.parts.append(Part(name, text, True))
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                module.parts.append(Part(name, text, False))
            case _:
                module.parts.append(Part(text, text, False))
    return module


def grown(module: Module | None, piece: Module) -> Module:
    if module is None:
        return piece
    parts, place = list(module.parts), len(module.parts)
    for part in reversed(piece.parts):
        there = next((i for i, each in enumerate(parts) if each.name == part.name), None)
        if there is None:
            parts.insert(place, part)
        else:
            parts[there], place = part, there
    imports = {
        origin: module.imports.get(origin, set()) | piece.imports.get(origin, set())
        for origin in module.imports.keys() | piece.imports.keys()
    }
    return Module(module.title, imports, parts)


def written(module: Module) -> str:
    body = ""
    for before, part in zip([None, *module.parts], module.parts, strict=False):
        if before is not None:
            body += "\n\n\n" if before.is_block or part.is_block else "\n"
        body += part.source
    imports = written_imports(module.imports, set(re.findall(r"\w+", body)))
    space = "\n\n\n" if module.parts[0].is_block else "\n\n"
    opening = "\n\n".join(filter(None, (module.title, imports)))
    return (opening and opening + space) + body + "\n"


def written_imports(imports: Imports, used: set[str]) -> str:
    """Sorted as ruff sorts them: the standard library, packages, one's own; none unused."""
    groups: dict[int, list[str]] = {0: [], 1: [], 2: []}
    for origin in sorted(imports, key=lambda each: ("" not in imports[each], each.lower())):
        if "" in imports[origin]:
            lines = [f"import {origin}"] if origin in used else []
        else:
            lines = from_import(origin, sorted(imports[origin] & used, key=order_of_names))
        groups[group_of(origin)] += lines
    return "\n\n".join("\n".join(lines) for lines in groups.values() if lines)


def order_of_names(name: str) -> tuple[int, str]:
    """Constants, then classes, then the rest."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name.lower())


def from_import(origin: str, names: list[str]) -> list[str]:
    if not names:
        return []
    line = f"from {origin} import {', '.join(names)}"
    if len(line) <= WIDEST:
        return [line]
    return [f"from {origin} import (", *(f"    {name}," for name in names), ")"]


def group_of(origin: str) -> int:
    top = origin.split(".")[0]
    return 0 if top in sys.stdlib_module_names else 2 if top == "my_service" else 1
