from learners import Learners

FRAME = 'frame = pd.DataFrame({"drink": ["tea", "coffee"], "cups": [3, 2]})'


def app_with(decorator: str, *body: str, end: str = "answer = app") -> str:
    lines = "\n    ".join(body)
    return f"""
app = FastAPI()


@app.{decorator}
def read_cups():
    {lines}


{end}
"""


LEARNERS = Learners(
    right=(
        app_with('get("/cups")', FRAME, 'return frame.to_dict(orient="records")'),
        app_with('get(path="/cups")', FRAME, 'return frame.to_dict("records")'),
        app_with(
            'get("/cups")', FRAME, "return [row._asdict() for row in frame.itertuples(index=False)]"
        ),
        app_with('get("/cups")', FRAME, "return [dict(row) for _, row in frame.iterrows()]"),
        app_with('api_route("/cups", methods=["GET"])', FRAME, 'return frame.to_dict("records")'),
    ),
    named={
        app_with('get("/cup")', FRAME, 'return frame.to_dict("records")'): "another path",
        app_with('get("/")', FRAME, 'return frame.to_dict("records")'): "another path",
        app_with('get("/cups/")', FRAME, "return frame.to_dict('records')"): "a slash at the end",
        app_with('put("/cups")', FRAME, 'return frame.to_dict("records")'): "another method",
        app_with('get("/cups")', FRAME, "return frame.to_dict()"): "a dict of dicts",
        app_with('get("/cups")', FRAME, 'return frame.to_dict(orient="list")'): "a dict of columns",
    },
    unnamed=(
        app_with('get("/cups")', FRAME, 'return frame.to_dict("index")'),
        app_with('get("/cups")', FRAME, 'return frame.to_dict("split")'),
        app_with('get("/cups")', FRAME, 'return frame.to_json(orient="records")'),
        app_with('get("/cups")', FRAME, "return frame"),
        app_with('get("/cups")', FRAME, "return dict(frame)"),
        app_with('get("/cups")', FRAME, 'frame.to_dict("records")'),
        app_with(
            'get("/cups")', FRAME, 'return frame.to_dict("records")', end="answer = read_cups"
        ),
        app_with(
            'get("/cups")', FRAME, 'return frame.to_dict("records")', end="answer = read_cups()"
        ),
        "answer = FastAPI()",
    ),
)
