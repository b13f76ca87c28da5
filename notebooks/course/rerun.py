"""Lets the cell of a model run again: SQLAlchemy alone would say that its table exists."""

import ast
from typing import Any

from IPython.core.getipython import get_ipython
from IPython.core.interactiveshell import ExecutionInfo


def forget_models_defined_again(info: ExecutionInfo) -> None:
    """Before a cell runs, take the tables of the models that it defines again off their list."""
    shell: Any = get_ipython()
    try:
        statements = ast.parse(info.raw_cell or "").body
    except SyntaxError:
        return
    for statement in statements:
        if not isinstance(statement, ast.ClassDef):
            continue
        old: Any = shell.user_ns.get(statement.name)
        is_model = isinstance(old, type) and "__table__" in vars(old)
        if is_model and old.__module__ == "__main__":
            old.metadata.remove(old.__table__)
            old.registry._dispose_cls(old)


def install() -> None:
    """Watch the cells of this notebook; outside of one, do nothing."""
    shell: Any = get_ipython()
    if shell is not None:
        shell.events.register("pre_run_cell", forget_models_defined_again)
