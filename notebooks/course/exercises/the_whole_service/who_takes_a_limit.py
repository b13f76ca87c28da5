"""A service's description, read as data."""

from copy import deepcopy
from functools import cache, partial
from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.endpoints import finished_app
from course.judges.trials import Observed, Trial, Trying

TAG = {"name": "tag", "in": "path"}
LIMIT = {"name": "limit", "in": "query", "description": "how many for a user"}
SMALL: dict[str, Any] = {
    "paths": {
        "/tags/": {"post": {"summary": "Add a tag"}, "get": {"summary": "List tags"}},
        "/tags/{tag}": {
            "get": {"parameters": [TAG, LIMIT]},
            "delete": {"parameters": [TAG]},
        },
        "/limits/": {
            "put": {"parameters": [{"name": "rate_limit", "in": "query"}]},
            "get": {"parameters": [LIMIT, {"name": "limit", "in": "header"}]},
        },
    },
}
SHOWN = """A small service: POST and GET /tags/ without parameters, GET /tags/{tag} with tag and
limit (described as "how many for a user"), DELETE /tags/{tag} with tag, PUT /limits/ with
rate_limit, GET /limits/ with limit in the query and in a header"""


@cache
def finished_document() -> dict[str, Any]:
    finished_app().openapi_schema = None
    return deepcopy(finished_app().openapi())


def asked(name: str, document: Any = lambda: SMALL, shown: str = SHOWN) -> Trial:
    def run(answer: Any) -> Observed:
        return {"returns": answer(deepcopy(document()), name)}

    return Trial(f"{shown}. Asked for: {name!r}", run)


asked_of_the_service = partial(asked, document=finished_document, shown="The finished service")

EXERCISE = Exercise(
    title="Who takes a limit?",
    minutes=6,
    objective="read a service's own description as data",
    task="""Write `operations_with(document, name)`. `document` is an OpenAPI document, as
`api.get("/openapi.json").json()` gives it. Return a sorted list of all operations that have a
parameter of exactly this name, as texts such as `"GET /posts/"`. For `"limit"` that is six of the
finished service. Not every operation has parameters.""",
    starter="""def operations_with(document, name):
    # your code here
    ...


answer = ...  # then: operations_with""",
    hints=(
        'Look at `document["paths"]["/posts/"]`: the keys are methods, the values operations.',
        'Two loops, over the paths and over the methods of each. `operation.get("parameters", '
        "[])` is empty where there are none, and each parameter is a dict with a `name`.",
        'Inside both loops: `if name in [each["name"] for each in operation.get("parameters", '
        '[])]: found.append(f"{method.upper()} {path}")`; then `return sorted(found)`.',
    ),
    imports="import pandas as pd\n",
    answers=(
        """
def operations_with(document, name):
    found = []
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if name in [each["name"] for each in operation.get("parameters", [])]:
                found.append(f"{method.upper()} {path}")
    return sorted(found)
""",
        """
def operations_with(document, name):
    rows = [
        (f"{method.upper()} {path}", parameter["name"])
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        for parameter in operation.get("parameters", [])
    ]
    frame = pd.DataFrame(rows, columns=["operation", "parameter"])
    return sorted(frame.loc[frame["parameter"] == name, "operation"].unique())
""",
    ),
    mistakes=(
        Mistake(
            "without the method",
            """
def operations_with(document, name):
    return sorted(
        path
        for path, methods in document["paths"].items()
        for operation in methods.values()
        if name in [each["name"] for each in operation.get("parameters", [])]
    )
""",
            "You return the paths alone. An operation is a method and a path.",
        ),
        Mistake(
            "in small letters",
            """
def operations_with(document, name):
    return sorted(
        f"{method} {path}"
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if name in [each["name"] for each in operation.get("parameters", [])]
    )
""",
            "The document has its methods in small letters. The task asks for GET, not get.",
        ),
        Mistake(
            "part of a name",
            """
def operations_with(document, name):
    return sorted(
        f"{method.upper()} {path}"
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if any(name in each["name"] for each in operation.get("parameters", []))
    )
""",
            "A name that only contains the one asked for counts as well: limit is a part of "
            "rate_limit. Compare with ==.",
        ),
        Mistake(
            "anywhere in the parameters",
            """
def operations_with(document, name):
    return sorted(
        f"{method.upper()} {path}"
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if name in str(operation.get("parameters", ""))
    )
""",
            "You look for the text anywhere in the parameters, and a description may contain it, "
            "too. Only a parameter's name counts.",
        ),
        Mistake(
            "GET alone",
            """
def operations_with(document, name):
    return sorted(
        f"GET {path}"
        for path, methods in document["paths"].items()
        if name in [each["name"] for each in methods.get("get", {}).get("parameters", [])]
    )
""",
            "You look at GET alone. A path may have several methods.",
        ),
        Mistake(
            "once for each parameter",
            """
def operations_with(document, name):
    return sorted(
        f"{method.upper()} {path}"
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        for each in operation.get("parameters", [])
        if each["name"] == name
    )
""",
            "An operation is in your list twice if it has two parameters of that name, one in the "
            "query and one in a header.",
        ),
    ),
    judge=Trying(
        [
            asked("limit"),
            asked("tag"),
            asked("user"),
            asked_of_the_service("limit"),
            asked_of_the_service("before"),
            asked_of_the_service("post_id"),
        ]
    ),
    praise="Six lists take a limit, and you did not open a single one of them to know.",
)
