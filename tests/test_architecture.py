"""The house rules: which module may import which, and how long they may be."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "microblog"
MODULE_LINES = 150  # the aim is about 90
FUNCTION_LINES = 30  # the aim is about 20

# Each floor may use the floors below it, never those above.
MAY_IMPORT = {
    "microblog": set(),
    "config": set(),
    "errors": set(),
    "middleware": set(),
    "models": set(),
    "schemas": set(),
    "database": {"config"},
    "security": {"config"},
    "migrations": {"models"},
    "queries": {"models"},
    "sample_data": {"database", "models"},
    "services": {"config", "database", "errors", "models", "queries", "schemas", "security"},
    "dependencies": {"errors", "models", "queries", "schemas", "security", "services"},
    "routes": {"dependencies", "errors", "queries", "schemas", "security", "services"},
    "main": {
        "config",
        "database",
        "dependencies",
        "errors",
        "middleware",
        "migrations",
        "routes",
        "schemas",
        "security",
    },
    "__main__": {"config", "database", "migrations", "sample_data"},
}
MAY_USE_FASTAPI = {"main", "middleware", "routes", "dependencies", "errors"}
WEB_FRAMEWORK = {"fastapi", "fastapi_offline", "starlette"}
NEVER = {"pandas", "numpy", "IPython", "ipykernel", "ipywidgets", "matplotlib", "course", "tests"}
NEVER_PREFIX = ("jupyter", "nb")
RUN_BY_ALEMBIC = "microblog.migrations.env"

FILES = sorted(PACKAGE.rglob("*.py"))


def module_name(path: Path) -> str:
    names = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


MODULES = {module_name(path): path for path in FILES}
each_module = pytest.mark.parametrize("name", MODULES)


def floor_of(module: str) -> str:
    """The file or folder directly under microblog/ in which a module lives."""
    return module.split(".")[1] if "." in module else module


def syntax_tree(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text("utf-8"))


def imported_by(name: str) -> Iterator[str]:
    """The full name of every module that this one imports, in functions too."""
    for node in ast.walk(syntax_tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: write `from microblog import …`, with the full name"
            for alias in node.names:
                submodule = f"{node.module}.{alias.name}"
                yield submodule if submodule in MODULES else str(node.module)


def local_imports(name: str) -> set[str]:
    return {module for module in imported_by(name) if module.split(".")[0] == "microblog"}


def test_every_module_has_its_place_in_the_house() -> None:
    assert {floor_of(name) for name in MODULES} == set(MAY_IMPORT)


@each_module
def test_a_module_imports_only_from_the_floors_it_may_use(name: str) -> None:
    floor = floor_of(name)
    used = {floor_of(module) for module in local_imports(name)} - {floor}
    assert used <= MAY_IMPORT[floor]


@each_module
def test_the_web_framework_stays_on_the_top_floors(name: str) -> None:
    packages = {module.split(".")[0] for module in imported_by(name)}
    assert floor_of(name) in MAY_USE_FASTAPI or not packages & WEB_FRAMEWORK


@each_module
def test_the_service_knows_nothing_of_the_course(name: str) -> None:
    packages = {module.split(".")[0] for module in imported_by(name)}
    assert not packages & NEVER
    assert not [package for package in packages if package.startswith(NEVER_PREFIX)]


def test_no_module_imports_itself_by_way_of_others() -> None:
    reached = {name: local_imports(name) for name in MODULES}
    for _ in MODULES:
        for name, modules in reached.items():
            reached[name] = modules.union(*(reached[module] for module in modules))
    assert [name for name, modules in reached.items() if name in modules] == []


IMPORT_EACH_ALONE = """
import importlib, json, sys

def is_local(module):
    return module.split(".")[0] == "microblog"

failed = {}
for name in sys.argv[1:]:
    for module in [module for module in sys.modules if is_local(module)]:
        del sys.modules[module]
    try:
        importlib.import_module(name)
    except BaseException as error:
        failed[name] = repr(error)
packages = {module.split(".")[0] for module in sys.modules}
print(json.dumps({"failed": failed, "packages": sorted(packages)}))
"""


def test_each_module_can_be_imported_alone_and_none_brings_the_course_in(tmp_path: Path) -> None:
    names = [name for name in MODULES if name != RUN_BY_ALEMBIC]
    unset = {name: value for name, value in os.environ.items() if "MICROBLOG" not in name}
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_EACH_ALONE, *names],
        cwd=tmp_path,
        env={**unset, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    found = json.loads(done.stdout)
    assert found["failed"] == {}
    assert "fastapi" in found["packages"]
    assert not set(found["packages"]) & NEVER
    assert not [package for package in found["packages"] if package.startswith(NEVER_PREFIX)]
    assert list(tmp_path.iterdir()) == [], "an import connected to the database"


@each_module
def test_a_module_fits_on_two_screens(name: str) -> None:
    assert len(MODULES[name].read_text("utf-8").splitlines()) <= MODULE_LINES


def functions_of(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[int]:
    first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
    return set(range(first, (function.end_lineno or first) + 1))


@each_module
def test_a_function_fits_on_half_a_screen(name: str) -> None:
    """Functions within a function count for themselves; a migration lists tables, in order."""
    too_long = {}
    for function in functions_of(syntax_tree(name)):
        own = lines_of(function)
        for inner in functions_of(function):
            own -= set() if inner is function else lines_of(inner)
        if len(own) > FUNCTION_LINES and not name.startswith("microblog.migrations.versions."):
            too_long[function.name] = len(own)
    assert too_long == {}
