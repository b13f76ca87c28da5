"""The headers with which a proxy hands a request on."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import calls

MALLORY = "198.51.100.7"

EXERCISE = Exercise(
    title="Say who it was",
    minutes=5,
    objective="tell a service which client it serves, behind a proxy",
    task="""Write `handed_on(headers, address, scheme)` for a proxy: a new dict of headers for the
service. `headers` is a dict, and all its names are in small letters. `address` and `scheme` are
the client's, as the proxy itself sees them. They go into `x-forwarded-for` and
`x-forwarded-proto`. The header `connection` is between the client and the proxy, so leave it out.
All others stay, and the client's own dict isn't changed.""",
    starter="""def handed_on(headers, address, scheme):
    # your code here
    ...


answer = handed_on""",
    hints=(
        "What if the client has sent an `x-forwarded-for`, too? Which one should the service see?",
        "Make a copy first. Then set two names in it, whatever they held before, and remove one "
        "that may be missing.",
        '`{**headers, "x-forwarded-for": address, "x-forwarded-proto": scheme}` is a copy with '
        'both. `pop("connection", None)` removes the third.',
    ),
    imports="",
    answers=(
        """
def handed_on(headers, address, scheme):
    new = {**headers, "x-forwarded-for": address, "x-forwarded-proto": scheme}
    new.pop("connection", None)
    return new
""",
        """
def handed_on(headers, address, scheme):
    new = {name: value for name, value in headers.items() if name != "connection"}
    new["x-forwarded-for"] = address
    new["x-forwarded-proto"] = scheme
    return new
""",
    ),
    mistakes=(
        Mistake(
            "the client's word",
            """
def handed_on(headers, address, scheme):
    new = {"x-forwarded-for": address, "x-forwarded-proto": scheme, **headers}
    new.pop("connection", None)
    return new
""",
            "A client that sends these headers itself decides what the service gets. Set them "
            "to what the proxy sees.",
        ),
        Mistake(
            "appended",
            """
def handed_on(headers, address, scheme):
    sent = [headers["x-forwarded-for"]] if "x-forwarded-for" in headers else []
    new = {**headers, "x-forwarded-for": ", ".join([*sent, address]), "x-forwarded-proto": scheme}
    new.pop("connection", None)
    return new
""",
            "You hand on the address that the client wrote, in front of the real one. This proxy "
            "is the first, so nobody before it is trusted: set the header to `address` alone.",
        ),
        Mistake(
            "connection stays",
            """
def handed_on(headers, address, scheme):
    return {**headers, "x-forwarded-for": address, "x-forwarded-proto": scheme}
""",
            "The header `connection` is handed on. It's about the connection between the client "
            "and the proxy, and the one to the service is another.",
        ),
        Mistake(
            "the client's dict changed",
            """
def handed_on(headers, address, scheme):
    headers["x-forwarded-for"] = address
    headers["x-forwarded-proto"] = scheme
    headers.pop("connection", None)
    return headers
""",
            "The result is right, but you change the dict that you were given. Make a copy.",
        ),
        Mistake(
            "the others lost",
            """
def handed_on(headers, address, scheme):
    return {"x-forwarded-for": address, "x-forwarded-proto": scheme}
""",
            "All other headers are gone, the token in `authorization` among them.",
        ),
        Mistake(
            "no scheme",
            """
def handed_on(headers, address, scheme):
    new = {**headers, "x-forwarded-for": address}
    new.pop("connection", None)
    return new
""",
            "The service isn't told how the client came, by http or by https: set "
            "`x-forwarded-proto`, too.",
        ),
    ),
    judge=calls(
        ({"host": "microblog.example"}, MALLORY, "https"),
        ({"host": "microblog.example", "connection": "close"}, MALLORY, "http"),
        ({"x-forwarded-for": "192.0.2.1", "authorization": "Bearer x"}, MALLORY, "https"),
        ({"x-forwarded-proto": "https", "accept": "*/*"}, MALLORY, "http"),
        ({}, MALLORY, "https"),
        named="handed_on",
    ),
    praise="What the service learns about the client comes from the proxy, not from the client.",
)
