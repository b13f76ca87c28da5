from learners import Learners


def answer(lines: str, send: str = "sending") -> str:
    """A class with these lines in its own send."""
    inner = "\n".join(f"            {line}" for line in lines.strip().splitlines())
    return f"""
class NoStore:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def sending(message):
{inner}

        await self.app(scope, receive, {send})
"""


LEARNERS = Learners(
    right=(
        answer("""
if message["type"].endswith("start"):
    MutableHeaders(scope=message).append("Cache-Control", "no-store")
await send(message)
"""),
        answer("""
if message["type"] == "http.response.start":
    headers = MutableHeaders(raw=message["headers"])
    headers["cache-control"] = "no-store"
return await send(message)
"""),
        answer("""
if message["type"] != "http.response.body":
    MutableHeaders(scope=message)["Cache-Control"] = "no-store"
await send(message)
"""),
        """
class NoStore:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        started = False

        async def sending(message):
            nonlocal started
            if not started and scope["type"] == "http":
                MutableHeaders(scope=message)["Cache-Control"] = "no-store"
                started = True
            await send(message)

        await self.app(scope, receive, sending)
""",
    ),
    named={
        answer(
            """
if message["type"] == "http.response.start":
    MutableHeaders(scope=message)["Cache-Control"] = "no-store"
await send(message)
""",
            "send",
        ): "no header",
        answer("""
if message["type"] == "start":
    MutableHeaders(scope=message)["Cache-Control"] = "no-store"
await send(message)
"""): "no header",
    },
    unnamed=(
        answer("""
if message["type"] == "http.response.start":
    MutableHeaders(scope=message)["Cache-Control"] = "no-cache"
await send(message)
"""),
        answer("""
if message["type"] == "http.response.start":
    MutableHeaders(scope=message)["Cache-Control"] = "no-store"
    message["status"] = 200
await send(message)
"""),
        """
class NoStore:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        MutableHeaders(scope=scope)["Cache-Control"] = "no-store"
        await self.app(scope, receive, send)
        raise ValueError
""",
        "answer = 3",
    ),
)
