"""The service's own description, as pages: one for each group of endpoints, one for the schemas."""

from collections.abc import Iterator
from typing import Any

from course.site.navigation import Entry
from microblog.config import Settings
from microblog.main import create_app

SAID_ONCE = {"500", "503"}  # the same at every endpoint: the first page says so
LIMITS = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "minLength": "{} or more characters",
    "maxLength": "at most {} characters",
    "pattern": "matches `{}`",
    "default": "{} when left out",
}
HEAD = """# The API

{summary} {description}

Any endpoint may answer 503 with a `Retry-After` header while the database is away, and 500 if the
service itself fails. Each response has an `X-Request-ID`, under which the log reports the request.
The service describes itself in the same words at `/docs`; these pages need no running service.

| endpoint | what it does |
|:--|:--|
{rows}
"""


def pages() -> dict[str, str]:
    """The text of each page, by its name."""
    described = create_app(Settings()).openapi()
    written = {"api/index": index(described), "api/schemas": schemas(described)}
    for tag in described["tags"]:
        text = "\n\n".join(
            [f"# {titled(tag['name'])}", tag["description"], *endpoints(described, tag)]
        )
        written[page_of(tag["name"])] = text + "\n"
    return written


def entries() -> list[Entry]:
    tags = create_app(Settings()).openapi()["tags"]
    grouped = [(titled(tag["name"]), page_of(tag["name"])) for tag in tags]
    return [("The API", "api/index"), *grouped, ("API: schemas", "api/schemas")]


def titled(tag: str) -> str:
    return f"API: {tag}"


def page_of(tag: str) -> str:
    return f"api/{tag.replace(' ', '_')}"


def operations(described: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def index(described: dict[str, Any]) -> str:
    about = described["info"]
    rows = "\n".join(
        f"| [`{method} {path}`]({page_of(operation['tags'][0])}.md#{operation['operationId']}) "
        f"| {operation['description'].splitlines()[0]} |"
        for method, path, operation in operations(described)
    )
    about = {name: " ".join(about[name].split()) for name in ("summary", "description")}
    return HEAD.format(rows=rows, **about).replace("\n\n\n", "\n\n").replace("(api/", "(")


def endpoints(described: dict[str, Any], tag: dict[str, Any]) -> Iterator[str]:
    for method, path, operation in operations(described):
        if operation["tags"] == [tag["name"]]:
            yield f"({operation['operationId']})=\n## `{method} {path}`"
            yield operation["description"]
            if operation.get("security"):
                yield "Needs a token: `Authorization: Bearer …`."
            yield from parameters(operation)
            yield from body(operation)
            yield from responses(operation)


def parameters(operation: dict[str, Any]) -> Iterator[str]:
    rows = []
    for each in operation.get("parameters", []):
        about = f"{kind(each['schema'])} | {each.get('description', '')}"
        rows.append(f"| `{each['name']}` | {each['in']} | {about} |")
    if rows:
        yield "\n".join(["| parameter | in | type | |", "|:--|:--|:--|:--|", *rows])


def body(operation: dict[str, Any]) -> Iterator[str]:
    for form, content in operation.get("requestBody", {}).get("content", {}).items():
        as_form = " as a form" if "urlencoded" in form else ""
        yield f"**Body**{as_form}: {kind(content['schema'])}"


def responses(operation: dict[str, Any]) -> Iterator[str]:
    rows = []
    for status, response in sorted(operation["responses"].items()):
        if status not in SAID_ONCE:
            contents = response.get("content", {}).values()
            shown = ", ".join(kind(each["schema"]) for each in contents if each.get("schema"))
            headers = [name for name in response.get("headers", {}) if name != "X-Request-ID"]
            named = ", ".join(f"`{name}`" for name in headers)
            rows.append(f"| {status} | {response['description']} | {shown} | {named} |")
    yield "\n".join(["| status | | body | headers |", "|:--|:--|:--|:--|", *rows])


def schemas(described: dict[str, Any]) -> str:
    written = ["# API: schemas", "What the bodies of requests and responses hold."]
    for name, schema in described["components"]["schemas"].items():
        required = schema.get("required", ())
        rows = [
            f"| `{field}` | {kind(about)} | {'yes' if field in required else ''} |"
            for field, about in schema.get("properties", {}).items()
        ]
        written.append(f"(schema-{name.lower()})=\n## {name}")
        written.append("\n".join(["| field | type | required |", "|:--|:--|:--|", *rows]))
    return "\n\n".join(written) + "\n"


def kind(schema: dict[str, Any]) -> str:
    """The type of a value in words, with a link where it's a schema of its own."""
    if reference := schema.get("$ref"):
        name = reference.rpartition("/")[2]
        return f"[{name}](schemas.md#schema-{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(kind(each) for each in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {kind(schema['items'])}"
    said = [schema.get("format", schema.get("type", "anything"))]
    said += [words.format(schema[name]) for name, words in LIMITS.items() if name in schema]
    return ", ".join(said).replace("|", "\\|")
