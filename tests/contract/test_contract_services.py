"""The contract on whole services: the finished one, one of ten routes, weak ones, absent ones."""

import socket
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from contract import weak_versions as weak
from contract.ten_routes import make_app
from fastapi import APIRouter, FastAPI, Request
from hardening.servers import serving

from course.contract import CHECKS, contract, service
from course.contract.report import Report
from microblog.config import Settings
from microblog.main import create_app


def names(report: Report, outcome: str) -> set[str]:
    return {result.name for result in report.results if result.outcome == outcome}


@pytest.mark.slow
def test_the_finished_service_passes(settings: Settings) -> None:
    report = contract(create_app(settings))
    assert report.passed, str(report)
    assert names(report, "passed") == {check.name for check in CHECKS}
    assert len(report.users) == len(set(report.users)) > 0
    assert all(user.startswith("contract_") and len(user) <= 30 for user in report.users)


@pytest.mark.slow
def test_two_workers_pass(empty_database_url: str, tmp_path: Path) -> None:
    with serving(empty_database_url, tmp_path / "log", "--workers", "2") as server:
        report = contract(server.url)
    assert report.passed, str(report)
    assert len(report.results) == sum(not check.in_process for check in CHECKS)


def test_of_ten_routes_the_contract_says_what_is_missing() -> None:
    report = contract(make_app())
    assert names(report, "failed") == {
        "retweets",
        "deletes_a_post",
        "deletes_an_account",
        "profile",
        "pages_while_posts_arrive",
        "link_pages_by_key",
        "body_of_a_megabyte",
        "changes_a_password",
        "guessing_is_throttled",
        "front_door",
    }
    assert names(report, "waits") == {
        "takes_a_retweet_back",
        "counts_do_not_multiply",
        "reacting_needs_a_token_and_a_post",
        "post_of_somebody_else",
        "deleting_needs_a_token_and_a_post",
        "unknown_user",
        "follows",
        "follows_no_more",
        "whom_one_cannot_follow",
        "posts_of_a_user",
        "people_newest_first",
        "timeline",
        "timeline_needs_a_token",
        "timeline_has_retweets",
        "timeline_has_each_post_once",
        "timeline_in_pages",
        "pages_of_a_user_while_posts_arrive",
        "timeline_while_posts_arrive",
        "every_post_once",
        "few_statements",
        "unknown_parameters",
        "people_have_no_time",
        "broken_paths",
        "names_become_no_sql",
        "new_password_ends_old_tokens",
        "change_that_is_refused",
        "name_with_a_new_owner",
        "head",
        "other_form_of_the_slash",
    }
    assert contract(make_app(), step=20).passed


@pytest.mark.slow
@pytest.mark.parametrize(
    ("routes", "name"),
    [
        (weak.forged_token, "forged_tokens"),
        (weak.post_in_anothers_name, "owner_comes_from_the_token"),
        (weak.post_of_another_deleted, "post_of_somebody_else"),
        (weak.one_field_too_many, "fields_that_nobody_asked_for"),
        (weak.names_by_the_words, "refusal_names_nobody"),
        (weak.names_by_the_time, "refusal_takes_as_long_for_nobody"),
        (weak.guessed_password, "guessing_is_throttled"),
        (weak.hashes_through_the_path, "names_become_no_sql"),
        (weak.hashes_in_the_answer, "profile_shows_no_secret"),
        (weak.double_click, "likes_at_once_count_once"),
    ],
)
def test_a_weak_version_fails_the_check_of_its_attack(
    finished: Callable[..., FastAPI],
    sqlite_file: Path,
    routes: Callable[[Path], APIRouter],
    name: str,
) -> None:
    app = finished()
    app.router.routes[:0] = routes(sqlite_file).routes
    assert name in names(contract(app), "failed")


@pytest.mark.parametrize("name", ["broken_bodies", "errors_do_not_talk", "body_of_a_megabyte"])
def test_an_app_that_talks_fails_the_checks_of_its_attacks(name: str) -> None:
    assert name in names(contract(weak.talking_app()), "failed")


@contextmanager
def listening(answers: bool) -> Iterator[str]:
    """An address where nobody listens, or where somebody listens and never answers."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        if answers:
            bound.listen()
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"


@pytest.mark.parametrize("answers", [False, True], ids=["absent", "silent"])
def test_a_server_that_does_not_answer_gets_one_message(
    answers: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "SECONDS", 0.2)
    with listening(answers) as url:
        report = contract(url)
    assert names(report, "waits") == {check.name for check in CHECKS if not check.in_process}
    assert not report.passed
    assert report.problem.startswith("GET /health")
    assert report.problem.endswith(f"Is your service running at {url}?")
    assert str(report).count(report.problem) == 1


def test_an_app_that_stops_answering_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "SECONDS", 0.2)
    app = FastAPI()
    asked = []

    @app.get("/health")
    def read_health() -> dict[str, str]:
        return {"status": "ok"}

    @app.middleware("http")
    async def hang(request: Request, call_next: Any) -> Any:
        asked.append(request.url.path)
        if request.url.path != "/health":
            time.sleep(0.5)
        return await call_next(request)

    report = contract(app)
    assert names(report, "passed") == {"healthy"}
    assert len(names(report, "failed")) == 3
    assert report.problem == "3 requests had no answer, so nothing more is sent."
    assert len(asked) <= 5


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_app_that_does_not_start_gets_one_message() -> None:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        raise RuntimeError("no database")
        yield

    report = contract(FastAPI(lifespan=lifespan))
    assert report.problem.startswith("Your app doesn't start.")
    assert names(report, "waits") == {check.name for check in CHECKS}
