"""Which of two routes answers a request, and with which status."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Who answers?",
    minutes=3,
    objective="predict which endpoint answers, and with which status",
    task="""An app has these two endpoints, in this order:

```python
@app.get("/users/{user_id}")
def read_user(user_id: int):
    return {"id": user_id}


@app.get("/users/newest")
def read_newest_user():
    return {"id": 500}
```

Which **status** does the answer to `GET /users/newest` have?""",
    starter="answer = ...  # a whole number",
    hints=(
        "FastAPI tries the routes in their order. Does the path of the first one fit?",
        "It fits: `{user_id}` is any text without a slash. Can `newest` become an int?",
        "It can't, so the first endpoint refuses the request, and the second is never asked. "
        "`answer = 422`",
    ),
    imports="from fastapi import FastAPI\nfrom fastapi.testclient import TestClient\n",
    answers=(
        "answer = 422",
        """
app = FastAPI()


@app.get("/users/{user_id}")
def read_user(user_id: int):
    return {"id": user_id}


@app.get("/users/newest")
def read_newest_user():
    return {"id": 500}


answer = TestClient(app).get("/users/newest").status_code
""",
    ),
    mistakes=(
        Mistake(
            "the second answers",
            "answer = 200",
            "200 would be the answer of the second endpoint. Which of the two is asked first, and "
            "what does it say?",
        ),
        Mistake(
            "no such path",
            "answer = 404",
            "404 means that no path fits. `/users/{user_id}` fits, since newest is a text without "
            "a slash.",
        ),
        Mistake(
            "no such method",
            "answer = 405",
            "405 means that the path doesn't have the method. Both endpoints have GET.",
        ),
        Mistake(
            "a redirect",
            "answer = 307",
            "307 comes when a slash at the end is missing, or is one too many.",
        ),
        Mistake(
            "a fault of the service",
            "answer = 500",
            "500 would be a fault of the service. Here the client sent something that isn't a "
            "number.",
        ),
    ),
    judge=Number("Take the routes in order: whose path fits, and what does it say to this value?"),
    praise="The first route that fits is asked, and newest isn't a number.",
)
