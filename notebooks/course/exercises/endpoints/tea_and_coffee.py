"""The first endpoint: a cell, with a method and a path."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import no_rows
from course.judges.endpoints import calling, get


def endpoint(method: str = "get", path: str = "/cups", kind: str = "records") -> str:
    return f"""
app = FastAPI()


@app.{method}("{path}")
def read_cups():
    frame = pd.DataFrame({{"drink": ["tea", "coffee"], "cups": [3, 2]}})
    return frame.to_dict("{kind}")


answer = app
"""


EXERCISE = Exercise(
    title="Tea and coffee",
    minutes=3,
    objective="turn a cell into an endpoint",
    task="""A cell shows a small frame. Fill in the gaps, so that `GET /cups` answers with its
rows: a list of two dicts.""",
    starter="""app = FastAPI()


@app.____(____)
def read_cups():
    frame = pd.DataFrame({"drink": ["tea", "coffee"], "cups": [3, 2]})
    return frame.to_dict(____)


answer = ____  # the object that keeps the route""",
    hints=(
        "Compare with the endpoint for `/newest`: what does it have in the place of each gap?",
        "The first two gaps are the method, in small letters, and the path, as text. `to_dict` "
        "takes a word that says how to arrange the frame, and one of them means a dict a row.",
        '`@app.get("/cups")`, `return frame.to_dict("records")`, and `answer = app`.',
    ),
    imports="import pandas as pd\nfrom fastapi import APIRouter, FastAPI\n",
    answers=(
        endpoint(),
        """
router = APIRouter()


@router.get("/cups")
def read_cups():
    return [{"drink": "tea", "cups": 3}, {"drink": "coffee", "cups": 2}]


answer = router
""",
    ),
    mistakes=(
        Mistake(
            "another path",
            endpoint(path="/newest"),
            "Nothing answers at `/cups`: no route of yours has this path.",
        ),
        Mistake(
            "a slash at the end",
            endpoint(path="/cups/"),
            "Your path ends with a slash, so its address is `/cups/`. The task asks for `/cups`.",
        ),
        Mistake(
            "another method",
            endpoint(method="post"),
            "Your route has the path `/cups`, but not for the method GET. The name behind `@app.` "
            "is the method.",
        ),
        Mistake(
            "a dict of columns",
            endpoint(kind="list"),
            "You send a dict with a list for each column. Asked for is a list with a dict for each "
            "row, as `/newest` sends it.",
        ),
        Mistake(
            "a dict of dicts",
            endpoint(kind="dict"),
            "You send a dict for each column, with the index as keys. Asked for is a list with a "
            "dict for each row, as `/newest` sends it.",
        ),
    ),
    judge=calling(get("/cups"), on=no_rows),
    praise="A method, a path and a function: that's an endpoint.",
)
