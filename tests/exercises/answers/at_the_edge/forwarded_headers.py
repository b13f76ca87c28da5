from learners import Learners

LEARNERS = Learners(
    right=(
        """
def handed_on(headers, address, scheme):
    new = headers.copy()
    new.update({"x-forwarded-for": address, "x-forwarded-proto": scheme})
    if "connection" in new:
        del new["connection"]
    return new
""",
        """
def handed_on(headers, address, scheme):
    kept = {name: headers[name] for name in headers.keys() - {"connection"}}
    return kept | {"x-forwarded-proto": scheme, "x-forwarded-for": address}
""",
        """
def handed_on(headers, address, scheme):
    own = {"x-forwarded-for": address, "x-forwarded-proto": scheme}
    return {**{k: v for k, v in headers.items() if k != "connection" and k not in own}, **own}
""",
        """
def handed_on(headers, address, scheme):
    new = dict(headers, **{"x-forwarded-for": address, "x-forwarded-proto": scheme})
    return dict(pair for pair in new.items() if pair[0] != "connection")
""",
    ),
    named={
        """
def handed_on(headers, address, scheme):
    new = {name: value for name, value in headers.items() if name != "connection"}
    new.setdefault("x-forwarded-for", address)
    new.setdefault("x-forwarded-proto", scheme)
    return new
""": "the client's word",
        """
def handed_on(headers, address, scheme):
    new = dict(headers)
    new["x-forwarded-for"], new["x-forwarded-proto"] = address, scheme
    return new
""": "connection stays",
        """
def handed_on(headers, address, scheme):
    new = {name: value for name, value in headers.items() if name != "connection"}
    before = new.get("x-forwarded-for")
    new["x-forwarded-for"] = f"{before}, {address}" if before else address
    new["x-forwarded-proto"] = scheme
    return new
""": "appended",
    },
    unnamed=(
        """
def handed_on(headers, address, scheme):
    new = {**headers, "X-Forwarded-For": address, "X-Forwarded-Proto": scheme}
    new.pop("connection", None)
    return new
""",
        """
def handed_on(headers, address, scheme):
    new = {**headers, "x-forwarded-for": address, "x-forwarded-proto": scheme}
    new.pop("connection")
    return new
""",
        "answer = {}",
    ),
)
