"""The app. Start it with: uvicorn my_service.main:app --reload"""

from fastapi import FastAPI

app = FastAPI(title="my_service")


@app.get("/health")
def read_health() -> dict[str, str]:
    return {"status": "ok"}
