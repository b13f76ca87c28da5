from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = 422.0",
        "from http import HTTPStatus\n\nanswer = int(HTTPStatus.UNPROCESSABLE_ENTITY)",
        "answer = 400 + 22",
        """
app = FastAPI()


@app.get("/users/{user_id}")
def first(user_id: int): ...


answer = TestClient(app).get("/users/newest").status_code
""",
    ),
    named={
        """
app = FastAPI()


@app.get("/users/newest")
def only():
    return {"id": 500}


answer = TestClient(app).get("/users/newest").status_code
""": "the second answers",
        "answer = TestClient(FastAPI()).get('/users/newest').status_code": "no such path",
        "answer = 500.0": "a fault of the service",
    },
    unnamed=(
        "answer = 400",
        "answer = 401",
        "answer = 201",
        'answer = "422"',
        "answer = 2",
        "answer = [422]",
    ),
)
