from learners import Learners


def looping(condition: str, text: str = 'f"{m.upper()} {p}"', end: str = "sorted(found)") -> str:
    return f"""
def operations_with(document, name):
    found = []
    for p, ms in document["paths"].items():
        for m, o in ms.items():
            if {condition}:
                found.append({text})
    return {end}
"""


IS_THERE = 'any(x["name"] == name for x in o.get("parameters", []))'

LEARNERS = Learners(
    right=(
        looping(IS_THERE),
        looping('name in {x["name"] for x in o.get("parameters") or ()}', 'm.upper() + " " + p'),
        """
def operations_with(document, name):
    found = set()
    for path in document["paths"]:
        for method in document["paths"][path]:
            operation = document["paths"][path][method]
            if "parameters" in operation:
                for parameter in operation["parameters"]:
                    if parameter["name"] == name:
                        found.add(method.upper() + " " + path)
    return sorted(found)
""",
        """
def operations_with(document, name):
    frame = pd.DataFrame(
        [
            {"operation": f"{m.upper()} {p}", "name": x["name"]}
            for p, ms in document["paths"].items()
            for m, o in ms.items()
            for x in o.get("parameters", [])
        ]
    )
    return frame[frame.name == name].operation.drop_duplicates().sort_values().tolist()
""",
    ),
    named={
        looping(IS_THERE, "p"): "without the method",
        looping('any(name in x["name"] for x in o.get("parameters", []))'): "part of a name",
        looping(IS_THERE, 'f"{m} {p}"'): "in small letters",
    },
    unnamed=(
        looping(IS_THERE, end="found"),
        looping(IS_THERE, end="set(found)"),
        looping(IS_THERE, end="len(found)"),
        looping('name in o["parameters"]'),
        looping('any(x["name"] == "limit" for x in o.get("parameters", []))'),
        looping('any(x["name"] == name and x["in"] == "query" for x in o.get("parameters", []))'),
        looping(IS_THERE, "(m.upper(), p)"),
        looping("name in o"),
    ),
)
