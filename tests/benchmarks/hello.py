"""The least that FastAPI can do: a route that answers a constant, served as the service is."""

import uvicorn
from fastapi import FastAPI

from microblog.serving import logging_config

app = FastAPI()


@app.get("/")
async def read_hello() -> dict[str, str]:
    return {"hello": "world"}


if __name__ == "__main__":
    uvicorn.run(app, port=0, access_log=False, log_config=logging_config(), proxy_headers=False)
