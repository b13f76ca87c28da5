"""Results that are better seen than read: SQL, the schema, pictures. All of it works offline."""

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from io import BytesIO
from typing import Any, cast

import pandas as pd
from IPython.display import HTML, Markdown, display
from matplotlib import pyplot
from matplotlib.figure import Figure
from sqlalchemy import Dialect, Engine, Select, SelectBase, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.schema import CreateTable
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler

from course.sql_format import format_sql, shorten_lists, shorten_values

DIALECTS: dict[str, Dialect] = {
    "sqlite": sqlite.dialect(),
    "postgresql": postgresql.dialect(),  # type: ignore[no-untyped-call]
}


class Diagram:
    """A Mermaid diagram: JupyterLab draws it, everything else shows its text."""

    def __init__(self, text: str, alt: str) -> None:
        self.text, self.alt = text, alt

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        kind, rest = self.text.split("\n", 1)
        described = f"{kind}\n    accDescr: {self.alt}\n{rest}"
        return {"text/vnd.mermaid": described, "text/plain": f"{self.alt}\n\n{self.text}"}


def sql(
    element: ClauseElement | type[DeclarativeBase], dialect: str = "sqlite", **parameters: Any
) -> Markdown:
    """The SQL of a statement, or the CREATE TABLE of a model, as the database receives it.

    Each clause has a line of its own. The values of the parameters stand below: those given here,
    else the statement's own. Long lists are cut.
    """
    if isinstance(element, type):
        element = CreateTable(cast(Table, element.__table__))
    if isinstance(element, SelectBase):
        element = element.params(parameters)
    lines = [format_sql(shorten_lists(_with_lists_written_out(element, dialect)))]
    if not isinstance(element, CreateTable):
        compiled = cast(SQLCompiler, element.compile(dialect=DIALECTS[dialect]))
        values = compiled.construct_params(parameters, _check=False)
        lines += [f"-- {name} = {shorten_values(value)}" for name, value in sorted(values.items())]
    return Markdown("```sql\n" + "\n".join(lines) + "\n```")


def _with_lists_written_out(element: ClauseElement, dialect: str) -> str:
    """The text as the driver gets it, with room for each value of a list."""
    try:
        options = {"render_postcompile": True}
        return str(element.compile(dialect=DIALECTS[dialect], compile_kwargs=options))
    except InvalidRequestError:  # the list is still to be given, so its length isn't known
        return str(element.compile(dialect=DIALECTS[dialect]))


def show(
    statement: Select[*tuple[Any, ...]], engine: Engine, dialect: str = "", **parameters: Any
) -> pd.DataFrame:
    """Display the SQL of a statement, and return its result as a DataFrame."""
    display(sql(statement, dialect or engine.dialect.name, **parameters))
    return pd.read_sql(statement, engine, params=parameters)


def schema(base: type[DeclarativeBase]) -> Diagram:
    """The tables of `base` and how they refer to each other, drawn from the models themselves."""
    tables = list(base.metadata.sorted_tables)
    lines = ["erDiagram", *(line for table in tables for line in _entity(table))]
    for table in tables:
        for key in table.foreign_keys:
            one, many = key.column.table.name, table.name
            lines.append(f"    {one} ||--o{{ {many} : {key.parent.name}")
    names = ", ".join(table.name for table in tables)
    return Diagram("\n".join(lines), f"The tables {names} with their columns and references.")


def _entity(table: Table) -> Iterable[str]:
    yield f"    {table.name} {{"
    for column in table.columns:
        roles = ["PK"] * column.primary_key + ["FK"] * bool(column.foreign_keys)
        kind = column.type.compile(DIALECTS["sqlite"]).split("(")[0]
        yield f"        {kind} {column.name} {','.join(roles)}"
    yield "    }"


def picture(figure: Figure, alt: str) -> HTML:
    """A figure with a description for readers who cannot see it; white, so legible in the dark."""
    file = BytesIO()
    figure.savefig(file, format="png", dpi=120, facecolor="white", bbox_inches="tight")
    pyplot.close(figure)
    source = f"data:image/png;base64,{b64encode(file.getvalue()).decode()}"
    return HTML(f'<img src="{source}" alt="{escape(alt)}" style="max-width: 100%">')
