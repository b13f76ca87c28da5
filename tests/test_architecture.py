"""The house rules: which module may import which, and how long they may be."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.house_rule

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "microblog"
MODULE_LINES = 150  # the aim is about 90
FUNCTION_LINES = 30  # the aim is about 20

# Each floor may use these floors and no others.
MAY_IMPORT = {
    "microblog": set(),
    "config": set(),
    "rules": set(),
    "throttle": set(),
    "middleware": set(),
    "errors": {"rules"},
    "models": {"rules"},
    "schemas": {"rules"},
    "database": {"config"},
    "security": {"config"},
    "documentation": {"schemas"},
    "error_handlers": {"errors"},
    "migrations": {"models"},
    "lists": {"models", "rules"},
    "timeline": {"lists", "models"},
    "queries": {"lists", "models", "timeline"},
    "loading": {"models", "rules"},
    "reads": {"config", "errors", "lists", "models", "queries", "rules", "security"},
    "services": {"config", "database", "errors", "models", "schemas", "security"},
    "responses": set(),
    "paging": {"lists", "responses", "rules", "schemas"},
    "dependencies": {"errors", "models", "queries", "reads", "rules", "schemas", "security"},
    "routes": {
        "dependencies",
        "documentation",
        "errors",
        "lists",
        "paging",
        "queries",
        "reads",
        "responses",
        "schemas",
        "security",
        "services",
    },
    "main": {
        "config",
        "database",
        "dependencies",
        "documentation",
        "error_handlers",
        "middleware",
        "migrations",
        "reads",
        "routes",
        "schemas",
        "throttle",
    },
    "serving": set(),
    "commands": {"config", "database", "loading", "migrations", "serving"},
    "command_line": {"commands", "config", "loading", "migrations"},
    "__main__": {"command_line"},
}
MAY_USE_FASTAPI = {
    "main",
    "middleware",
    "routes",
    "dependencies",
    "paging",
    "responses",
    "documentation",
    "error_handlers",
}
WEB_FRAMEWORK = {"fastapi", "fastapi_offline", "starlette"}
NEVER = {"pandas", "numpy", "IPython", "ipykernel", "ipywidgets", "matplotlib", "course", "tests"}
NEVER_PREFIX = ("jupyter", "nb")
RUN_BY_ALEMBIC = "microblog.migrations.env"

# What a message says of a rule that was broken: the rule, why there is one, and where to read on.
EXPLAINED = "See docs/architecture.md."
PLACE = f"""every file of microblog/ has a floor in MAY_IMPORT. A new file needs a decision about \
what it may use, before its imports decide that by themselves. {EXPLAINED}"""
DOWNWARDS = f"""imports point down, from HTTP to the tables. What lies below can be read, tested \
and changed without what lies above it. {EXPLAINED}"""
NO_FASTAPI = f"""the web framework stays in the modules that speak HTTP. The others also serve the \
command line, the notebooks and the tests, where there is no request. {EXPLAINED}"""
NO_COURSE = f"""the service runs without the course: no pandas, no Jupyter, no teaching code. It \
is installed on servers that have none of them. {EXPLAINED}"""
NO_CYCLE = f"""no module imports itself by way of others. In a cycle it depends on the order of \
the imports whether a name is there yet. {EXPLAINED}"""
NO_CONNECTION = f"""nothing connects when it is imported. A test, a notebook and a server each \
make an application with a database of its own. {EXPLAINED}"""
TWO_SCREENS = f"""a module has at most {MODULE_LINES} lines, so that it can be taught whole, on \
two screens. {EXPLAINED}"""
HALF_A_SCREEN = f"""a function has at most {FUNCTION_LINES} lines, so that it can be read at a \
glance. {EXPLAINED}"""

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


def test_every_module_has_a_floor() -> None:
    assert {floor_of(name) for name in MODULES} == set(MAY_IMPORT), PLACE


@each_module
def test_a_module_imports_only_from_the_floors_it_may_use(name: str) -> None:
    floor = floor_of(name)
    used = {floor_of(module) for module in local_imports(name)} - {floor}
    too_high = sorted(used - MAY_IMPORT[floor])
    assert not too_high, f"{name} imports {too_high}, but {DOWNWARDS}"


@each_module
def test_the_web_framework_stays_on_the_top_floors(name: str) -> None:
    packages = {module.split(".")[0] for module in imported_by(name)}
    allowed = floor_of(name) in MAY_USE_FASTAPI
    assert allowed or not packages & WEB_FRAMEWORK, f"{name}: {NO_FASTAPI}"


@each_module
def test_the_service_imports_nothing_of_the_course(name: str) -> None:
    packages = {module.split(".")[0] for module in imported_by(name)}
    teaching = {package for package in packages if package.startswith(NEVER_PREFIX)}
    assert not (packages & NEVER) | teaching, f"{name}: {NO_COURSE}"


def test_no_module_imports_itself_by_way_of_others() -> None:
    reached = {name: local_imports(name) for name in MODULES}
    for _ in MODULES:
        for name, modules in reached.items():
            reached[name] = modules.union(*(reached[module] for module in modules))
    assert [name for name, modules in reached.items() if name in modules] == [], NO_CYCLE


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


def packages_loaded_by(folder: Path, *names: str) -> set[str]:
    """Import each module alone, in a process of its own; the packages that this brings in."""
    unset = {name: value for name, value in os.environ.items() if "MICROBLOG" not in name}
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_EACH_ALONE, *names],
        cwd=folder,
        env={**unset, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    found = json.loads(done.stdout)
    assert found["failed"] == {}
    return set(found["packages"])


@pytest.mark.slow
def test_each_module_can_be_imported_alone_and_none_brings_the_course_in(tmp_path: Path) -> None:
    packages = packages_loaded_by(tmp_path, *(name for name in MODULES if name != RUN_BY_ALEMBIC))
    assert "fastapi" in packages
    teaching = {package for package in packages if package.startswith(NEVER_PREFIX)}
    assert not (packages & NEVER) | teaching, NO_COURSE
    assert list(tmp_path.iterdir()) == [], NO_CONNECTION


def test_below_http_nothing_loads_the_web_framework(tmp_path: Path) -> None:
    below = [name for name in MODULES if floor_of(name) not in MAY_USE_FASTAPI | {"__main__"}]
    assert {"microblog.services", "microblog.reads", "microblog.queries"} <= set(below)
    packages = packages_loaded_by(tmp_path, *(name for name in below if name != RUN_BY_ALEMBIC))
    assert "sqlalchemy" in packages
    assert not packages & WEB_FRAMEWORK, NO_FASTAPI


@each_module
def test_a_module_fits_on_two_screens(name: str) -> None:
    lines = len(MODULES[name].read_text("utf-8").splitlines())
    assert lines <= MODULE_LINES, f"{name} has {lines} lines, but {TWO_SCREENS}"


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
    assert too_long == {}, f"{name}: {HALF_A_SCREEN}"
