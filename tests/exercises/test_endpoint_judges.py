"""Endpoints are tried inside the finished service, which no answer may hold up."""

import pytest
from fastapi import APIRouter

from course.judges import endpoints
from course.judges.data import no_rows
from course.judges.endpoints import calling, get
from course.judges.judge import Comparison, Wrong


def right_router() -> APIRouter:
    router = APIRouter()

    @router.get("/greeting")
    def read_greeting() -> str:
        return "hello"

    return router


GREETING = Comparison(calling(get("/greeting"), on=no_rows), right_router, ())


def test_an_endpoint_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoints, "ENDPOINT_SECONDS", 0.2)
    endless = APIRouter()

    @endless.get("/greeting")
    def read_greeting() -> str:
        while True:
            pass

    with pytest.raises(Wrong, match="Does its loop ever end?"):
        GREETING.require(endless)


def test_an_async_endpoint_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoints, "ENDPOINT_SECONDS", 0.2)
    endless = APIRouter()

    @endless.get("/greeting")
    async def read_greeting() -> str:
        while True:
            pass

    with pytest.raises(Wrong, match="Does its loop ever end?"):
        GREETING.require(endless)


def test_an_answers_endpoint_is_its_own_again_afterwards() -> None:
    router = right_router()
    GREETING.require(router)
    (route,) = router.routes
    assert route.dependant.call is route.endpoint  # type: ignore[attr-defined]
