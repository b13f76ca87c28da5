"""What a reader of the contract sees, and how it treats the service."""

import re
import threading
from typing import Any

import pytest
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from course.contract import CHECKS, contract
from course.contract.report import Report
from course.mine.steps import STEPS


class EchoingService:
    """Answers everything with what was sent, and with a password hash."""

    def __init__(self) -> None:
        self.passwords: set[str] = set()
        self.app = FastAPI()
        self.app.add_api_route("/{path:path}", self.echo, methods=["GET", "POST", "PUT", "DELETE"])

    async def echo(self, request: Request) -> Response:
        body = await request.body()
        try:
            sent = await request.json()
        except ValueError:
            sent = {}
        if isinstance(sent, dict):
            self.passwords |= {str(value) for name, value in sent.items() if "password" in name}
        told = {"sent": body.decode(errors="replace"), "hash": "$2b$12$" + "h" * 53}
        answer = JSONResponse(told, 201)
        answer.set_cookie("sent", "again")
        return answer


@pytest.fixture(scope="module")
def echoed() -> tuple[EchoingService, Report]:
    service = EchoingService()
    return service, contract(service.app)


def test_no_password_and_no_hash_is_shown(echoed: tuple[EchoingService, Report]) -> None:
    service, report = echoed
    secret = {password for password in service.passwords if len(password) > 9}
    assert len(secret) > 2
    shown = str(report) + report._repr_html_() + repr(report)
    assert "•••" in shown
    assert [password for password in secret if password in shown] == []
    assert "hhhhh" not in shown


def test_a_failed_check_shows_request_answer_contract_and_notebook(
    echoed: tuple[EchoingService, Report],
) -> None:
    _, report = echoed
    (failed,) = [result for result in report.results if result.name == "healthy"]
    assert (failed.outcome, failed.step, failed.notebook) == ("failed", 13, "08_endpoints")
    assert failed.sent == "GET /health"
    assert failed.came.startswith("201 Created\n{")
    assert failed.message == "Expected 200, but 201 came."
    for part in (failed.says, failed.sent, failed.came, failed.message, failed.notebook):
        assert part.splitlines()[0] in str(report)
    page = report._repr_html_()
    assert page.count("<details open") == 1
    assert "<code>GET /health</code> answers 200" in page


def test_the_picture_says_in_words_what_it_shows(echoed: tuple[EchoingService, Report]) -> None:
    _, report = echoed
    bundle = report._repr_mimebundle_()
    assert bundle["text/plain"] == str(report)
    label = re.search(r'<svg role="img" aria-label="([^"]*)"', bundle["text/html"])
    assert label
    assert report.summary.replace("'", "&#x27;") in label[1]
    assert "Step 14: 0 of 5 passed." in label[1]
    assert bundle["text/html"].count("<rect ") == len(CHECKS)


def test_a_check_waits_for_the_first_thing_that_is_missing() -> None:
    app = FastAPI()

    @app.get("/health")
    def read_health() -> dict[str, str]:
        return {"status": "ok"}

    results = {result.name: result for result in contract(app).results}
    assert results["healthy"].outcome == "passed"
    assert results["lists_posts"].outcome == "failed"
    assert results["offset"].outcome == "waits"
    assert results["offset"].message.startswith("Waits for step 14: `GET /posts/` answers 200")
    assert results["every_post_once"].message.startswith("Waits for step 14:")


def test_without_any_post_reading_waits_for_posts() -> None:
    app = FastAPI()

    @app.get("/posts/")
    def list_posts() -> list[dict[str, Any]]:
        return []

    results = {result.name: result for result in contract(app, step=14).results}
    assert results["lists_posts"].outcome == "passed"
    assert results["posts_have_their_fields"].message == (
        "Waits for step 21: there are too few posts to read. Load some, or come back then."
    )


def test_after_a_429_nothing_more_is_sent() -> None:
    app, asked = FastAPI(), []

    @app.middleware("http")
    async def throttle(request: Request, call_next: Any) -> Response:
        asked.append(request.url.path)
        if len(asked) > 4:
            return JSONResponse({"detail": "Wait."}, 429, {"Retry-After": "30"})
        answer: Response = await call_next(request)
        return answer

    report = contract(app)
    assert len(asked) == 5
    assert report.problem == (
        "The service asked to wait 30 seconds (429). Run the contract again after that."
    )
    assert not report.passed


def test_no_server_is_left_running_and_no_proxy_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    report = contract(FastAPI(), step=13)
    assert [result.message for result in report.results] == ["Expected 200, but 404 came."]
    assert [thread for thread in threading.enumerate() if "server" in thread.name] == []


def test_before_step_13_there_is_nothing_to_try() -> None:
    report = contract(FastAPI(), step=12)
    assert (report.results, report.passed) == ((), True)
    assert report.summary.startswith("The contract begins with step 13.")


@pytest.mark.parametrize("step", [0, len(STEPS) + 1])
def test_there_are_no_other_steps(step: int) -> None:
    with pytest.raises(ValueError, match="There are steps 1 to 33"):
        contract(FastAPI(), step=step)


def test_an_address_has_to_be_whole() -> None:
    with pytest.raises(ValueError, match="Write the whole address"):
        contract("localhost:8000")


def test_the_checks_come_in_the_order_of_the_steps_after_those_they_need() -> None:
    steps = [check.step for check in CHECKS]
    assert steps == sorted(steps)
    assert set(steps) == set(range(13, 33)) - {31}  # their own tests are pytest's affair
    place = {check.name: number for number, check in enumerate(CHECKS)}
    assert len(place) == len(CHECKS)
    for check in CHECKS:
        assert check.says.endswith((".", ".)"))
        assert all(place[need.name] < place[check.name] for need in check.needs), check.name


def test_a_result_shows_itself(echoed: tuple[EchoingService, Report]) -> None:
    _, report = echoed
    for result in report.results:
        bundle = result._repr_mimebundle_()
        assert bundle["text/plain"] == str(result)
        assert result.notebook in bundle["text/html"]
    by_outcome = {result.outcome: str(result) for result in report.results}
    assert "What is wrong:" in by_outcome["failed"]
    assert "Not yet:" in by_outcome["waits"]


def test_a_check_that_passed_shows_its_last_request_too() -> None:
    app = FastAPI()
    app.add_api_route("/health", lambda: {"status": "ok"})
    (healthy,) = contract(app, step=13).results
    assert (healthy.outcome, healthy.sent) == ("passed", "GET /health")
    assert healthy.came == '200 OK\n{"status":"ok"}'
