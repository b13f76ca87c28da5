import json

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError

app = FastAPI(title="my_service", lifespan=lifespan, max_body_size=64 * 1024)


@app.exception_handler(RequestValidationError)
async def point_out(request: Request, error: RequestValidationError) -> Response:
    """Where and what is wrong, without the input: it may hold a password."""
    detail = [{"loc": each["loc"], "msg": each["msg"]} for each in error.errors()]
    return Response(json.dumps({"detail": detail}), 422, media_type="application/json")
