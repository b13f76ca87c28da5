"""Answers that are an attack, or the repair of a route: tried on services of the judge's own."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any

from fastapi import APIRouter
from fastapi.testclient import TestClient
from sqlalchemy import Engine, Select, create_engine, event
from sqlalchemy.orm import Session

from course.databases import empty_database
from course.exercises.exercise import Judge, Wrong
from course.exercises.judges.endpoints import Failures, failures
from course.exercises.judges.functions import need_a_function
from microblog import migrations
from microblog.config import Settings
from microblog.database import make_engine
from microblog.main import create_app
from microblog.models import Base, Post, User
from microblog.security import create_access_token, hash_password

MOST_REQUESTS = 3_000  # of one attack
PEOPLE = ("marta", "ana", "bodil", "jonas", "keiko")


@dataclass
class Target:
    """A service with five users, each with one post and a secret password and address."""

    engine: Engine
    settings: Settings
    api: Any
    failed: Failures
    answers: list[Any] = field(default_factory=list)

    def keep(self, answer: Any) -> None:
        """Keep an answer, and end an attack that would go on for ever."""
        self.answers.append(answer)
        if len(self.answers) > MOST_REQUESTS:
            raise Wrong(
                f"Your attack has sent {MOST_REQUESTS:,} requests and goes on; the last answer was "
                f"{answer.status_code}. When does its loop end?"
            )

    def call(self, method: str, path: str, by: str = "", json: Any = None) -> Any:
        """A request, by one of the users or by nobody; what fails in the route is raised here."""
        bearer = f"Bearer {create_access_token(by, self.settings)}"
        headers = {"Authorization": bearer} if by else {}
        answer = self.api.request(method, path, json=json, headers=headers)
        if answer.status_code == 500 and self.failed.errors:
            raise self.failed.errors[-1]
        return answer

    def rows(self, statement: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """What the database holds."""
        with Session(self.engine) as session:
            return [tuple(row) for row in session.execute(statement)]

    def value(self, statement: Select[*tuple[Any, ...]]) -> Any:
        return self.rows(statement)[0][0]


@contextmanager
def service(router: APIRouter | None = None, password: str = "") -> Iterator[Target]:
    """The finished service, with the routes of `router` in front of its own."""
    settings = Settings(database_url=empty_database(), bcrypt_rounds=4)
    engine = make_engine(settings.database_url)
    migrations.prepare(engine)
    hashed = hash_password(password or secrets.token_hex(8), settings)
    with Session(engine) as session, session.begin():
        for name in PEOPLE:
            address = f"{name}.{secrets.token_hex(4)}@example.org"
            user = User(username=name, email=address, hashed_password=hashed)
            session.add(Post(content=f"Good evening from {name}", owner=user))
            session.flush()  # so that marta is user 1 and post 1, and so on
    app = create_app(settings)
    app.router.routes[:0] = router.routes if router else []
    try:
        with failures() as failed, TestClient(app, raise_server_exceptions=False) as api:
            target = Target(engine, settings, api, failed)
            api.event_hooks = {"response": [target.keep]}
            yield target
    finally:
        engine.dispose()


def attack(
    weak: APIRouter,
    loot: Callable[[Target], Any],
    explain: Callable[[Any, Target], str],
    arguments: Sequence[Any] = (),
    password: str = "",
) -> Judge:
    """A function of a client that brings `loot` from the service with the weak routes, and
    nothing from the finished one; `explain` says more where it brings something else."""

    def judge(answer: Any) -> None:
        need_a_function(answer)
        with service(weak, password) as draft:
            try:
                given = answer(draft.api, *arguments)
            except Wrong:
                raise
            except Exception:
                if not draft.answers or draft.answers[-1].is_success:
                    raise
                given = None  # it took a refusal for what it wanted; the refusal says more
            if given != loot(draft):
                raise Wrong(explain(given, draft))
        with service(None, password) as finished:
            try:
                given = answer(finished.api, *arguments)
            except Exception:
                return  # it relied on what the draft gave away
            if given == loot(finished):
                raise Wrong("It brings the same from the finished service, so it is no attack.")

    return judge


def repair(*checks: Callable[[Target], None]) -> Judge:
    """A router, tried inside the finished service; each check sees a service of its own."""

    def judge(answer: Any) -> None:
        if not isinstance(answer, APIRouter) or not answer.routes:
            raise Wrong("Answer with the router that has your route: answer = router")
        for check in checks:
            with service(answer) as target:
                check(target)

    return judge


def race(write: Callable[[Session], None]) -> tuple[list[Exception], Engine]:
    """Let two threads `write` at once, each with its own session, into a new database; what
    arose, and the database. Whoever looks first sees what was there before the other wrote."""
    engine, both = two_users_two_posts(), Barrier(2)
    errors: list[Exception] = []

    def meet(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            with suppress(BrokenBarrierError):  # the other does not look, or waits for this one
                both.wait(timeout=0.3)

    def once() -> None:
        with Session(engine) as session:
            try:
                write(session)
            except Exception as error:
                errors.append(error)

    event.listen(engine, "after_cursor_execute", meet)
    threads = [Thread(target=once) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    event.remove(engine, "after_cursor_execute", meet)
    return errors, engine


def two_users_two_posts() -> Engine:
    """A file in which a reader sees only what is committed, and no transaction holds a writer
    back before it writes: as on PostgreSQL."""
    engine = create_engine(empty_database())

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")

    Base.metadata.create_all(engine)
    with Session(engine) as session, session.begin():
        for name in PEOPLE[:2]:
            user = User(username=name, email=f"{name}@example.org", hashed_password="none")
            session.add(Post(content="Hello", owner=user))
            session.flush()
    return engine
