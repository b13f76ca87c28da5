from fastapi import Request
from fastapi.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class HeadAsGet:
    """HEAD asks for the headers of a GET; the server leaves out the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asks_head = scope["type"] == "http" and scope["method"] == "HEAD"
        await self.app({**scope, "method": "GET"} if asks_head else scope, receive, send)


app.add_middleware(HeadAsGet)


@app.get("/", include_in_schema=False)
def show_documentation() -> RedirectResponse:
    return RedirectResponse("/docs")


@app.get("/posts/with_counts", include_in_schema=False)
def add_the_slash(request: Request) -> RedirectResponse:
    """Without it the path would be taken for a post's."""
    return RedirectResponse(request.url.replace(path="/posts/with_counts/"))


app.include_router(posts.router)
