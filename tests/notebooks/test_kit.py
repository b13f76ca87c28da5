"""What the kit shows is what happened: statements, plans, request flows, servers, databases."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI, Response
from IPython.core.interactiveshell import InteractiveShell
from matplotlib import pyplot
from sqlalchemy import Engine, delete, func, select

from course import (
    empty_database,
    expect_error,
    flow,
    picture,
    plan,
    running,
    sample_database,
    schema,
    show,
    sql,
    statements,
    timing_curve,
    timings,
)
from course.databases import database_of
from course.exercises import progress_file
from microblog import queries
from microblog.config import Settings
from microblog.database import make_engine
from microblog.main import create_app
from microblog.models import Base, Like, Post, User


@pytest.fixture
def sample() -> Iterator[Engine]:
    engine = make_engine(sample_database())
    yield engine
    engine.dispose()


def test_each_database_is_its_own_and_holds_the_sample_data(sample: Engine) -> None:
    with sample.begin() as connection:
        connection.execute(delete(User))
    other = make_engine(sample_database())
    with other.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(User)) == 500
        assert connection.scalar(select(func.count()).select_from(Post)) == 5000
    assert not Path(empty_database().removeprefix("sqlite:///")).exists()
    other.dispose()


def test_a_server_answers_and_leaves_neither_thread_nor_port() -> None:
    before = set(threading.enumerate())
    app = create_app(Settings(database_url=empty_database()))
    for _ in range(2):
        with (service := running(app)) as api:
            assert api.get("/health").json() == {"status": "ok"}
            port = api.base_url.port
            # Only then does asyncio send each part of an answer at once, not after 40 ms.
            assert service._socket.proto == socket.IPPROTO_TCP
        assert {each for each in threading.enumerate() if "server" in each.name} - before == set()
        with socket.socket() as free:
            free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            free.bind(("127.0.0.1", port or 0))


def test_a_server_stops_quietly_although_a_client_does_not_read_its_answer(
    capfd: pytest.CaptureFixture[str],
) -> None:
    app = FastAPI()
    app.get("/")(lambda: Response(b"x" * 50_000_000))
    service = running(app)
    port = service.start().base_url.port
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
        assert client.recv(1)
        service.stop()
    assert capfd.readouterr().err == ""


def test_a_server_that_was_started_again_is_the_only_one() -> None:
    service = running(create_app(Settings(database_url=empty_database())))
    first = service.start().base_url
    second = service.start()
    assert second.get("/health").status_code == 200
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{first}/health")
    service.stop()
    service.stop()


def test_statements_are_counted_without_what_begins_and_ends_a_transaction(sample: Engine) -> None:
    with statements() as ran, sample.begin() as connection:
        for owner in connection.scalars(select(Post.owner_id).limit(6)).all():
            connection.execute(select(User.username).where(User.id == owner))
    assert ran.count == 7
    assert repr(ran).splitlines()[0] == "7 statements, the first 5 of them"
    assert "-- 5" in ran._repr_markdown_()
    with sample.connect() as connection:
        connection.execute(select(User.id))
    assert ran.count == 7


def test_a_long_list_of_values_is_cut_where_a_statement_is_shown(sample: Engine) -> None:
    for length, shown in ((3, "(?, ?, ?)"), (500, "(?, ?, … 500 in all)")):
        with sample.connect() as connection, statements() as ran:
            connection.execute(select(Post.id).where(Post.id.in_(range(length))))
        assert f"IN {shown}" in ran._repr_markdown_()


def test_a_plan_on_sqlite_is_told_in_words(sample: Engine) -> None:
    first, *others = repr(plan(queries.posts_with_counts(), sample)).splitlines()
    assert first in ("makes page and keeps it:", "makes page row by row:")  # older, newer SQLite
    if others[-1] == "sorts on the side, for ORDER BY":
        others.pop()
    assert others == [
        "  looks up timestamp<? of posts in the index posts_by_time",
        "reads all of page",
        "looks up the id of users by its primary key",
        "for each row, once:",
        "  looks up post_id=? of likes by its primary key",
        "for each row, once:",
        "  looks up post_id=? of retweets by its primary key",
    ]
    words = repr(plan(select(Post).where(Post.content == "Hello"), sample))
    assert words == "reads all of posts"


def test_a_plan_is_that_of_now_when_an_index_went() -> None:
    engine = make_engine(sample_database())
    liked = select(Like.post_id).where(Like.user_id == 1)
    by_user = next(index for index in Like.__table__.indexes if index.name == "likes_by_user")  # type: ignore[attr-defined]
    assert "likes_by_user" in repr(plan(liked, engine))
    by_user.drop(engine)
    assert repr(plan(liked, engine)) == "reads all of likes"
    engine.dispose()


def test_a_plan_of_a_moment_and_three_more_columns() -> None:
    engine = make_engine(sample_database())
    statement = select(Post.timestamp, Post.id, Post.owner_id, Post.content)
    assert repr(plan(statement, engine)) == "reads all of posts"
    engine.dispose()


def test_a_database_of_any_size_keeps_the_proportions() -> None:
    engine = make_engine(database_of(1_000))
    with engine.connect() as connection:
        counts = [
            connection.scalar(select(func.count()).select_from(m)) for m in (User, Post, Like)
        ]
        per_post = select(func.count()).select_from(Like).group_by(Like.post_id)
        most = max(connection.scalars(per_post))
        newest = connection.execute(queries.posts_with_counts()).all()
    assert counts == [100, 1_000, 4_820]
    assert most == 100
    assert len(newest) == 20
    engine.dispose()


@pytest.mark.parametrize("empty_database_url", ["postgresql"], indirect=True)
def test_a_plan_on_postgresql_is_told_in_words(empty_database_url: str) -> None:
    engine = make_engine(empty_database_url)
    Base.metadata.create_all(engine)
    words = repr(plan(select(Post).where(Post.content == "Hello"), engine)).splitlines()
    assert words == ["reads all of posts"]
    counted = plan(select(func.count()).select_from(Like), engine)
    assert [raw for _, _, raw in counted.steps][0] == "Aggregate"
    engine.dispose()


def test_the_sql_stands_with_its_parameters_on_either_dialect() -> None:
    statement = select(Post.id).where(Post.owner_id == 7)
    assert sql(statement).data == (
        "```sql\nSELECT posts.id\nFROM posts\nWHERE posts.owner_id = ?\n-- owner_id_1 = 7\n```"
    )
    assert "%(owner_id_1)s" in sql(statement, "postgresql").data
    assert "-- username = 'ana'" in sql(queries.user(), username="ana").data
    assert "CREATE TABLE users" in sql(User).data


def test_long_sql_is_broken_at_blanks(sample: Engine) -> None:
    columns = [Post.id.label(f"a_column_with_a_rather_long_name_{n}") for n in range(6)]
    shown = sql(select(*columns)).data.removeprefix("```sql\n").removesuffix("\n```")
    assert max(map(len, shown.splitlines())) <= 90
    assert "".join(shown.split()) == "".join(str(select(*columns)).split())


def test_show_returns_the_rows(sample: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    frame = show(queries.profile(), sample, username="MARTA")
    assert frame[["username", "posts_count"]].values.tolist() == [["marta", 19]]


def test_the_schema_is_drawn_from_the_models() -> None:
    drawn = schema(Base)._repr_mimebundle_()
    text = drawn["text/vnd.mermaid"]
    assert text.startswith("erDiagram\n    accDescr: The tables users, ")
    assert "        INTEGER owner_id FK\n" in text
    assert "    users ||--o{ posts : owner_id" in text
    assert text.count("||--o{") == 7


def test_a_flow_records_who_asks_whom_and_what_is_answered() -> None:
    app = create_app(Settings(database_url=sample_database(), bcrypt_rounds=4))
    user = {"username": "ana", "password": "sample-password"}
    with running(app) as api:
        with flow(api) as logged_in:
            token = api.post("/token", data=user).json()["access_token"]
            api.post("/token", data=user | {"password": "a guess"})
        with flow(api) as recorded:
            api.post("/posts/", json={"content": "Hi"})
            signed = {"Authorization": f"Bearer {token}"}
            api.post("/posts/", json={"content": "Hi"}, headers=signed)
            api.get("/users/me", headers={"Authorization": "Bearer of.bad.news"})
        api.get("/health")
    by_password = [
        ("FastAPI", "auth", "whose name and password?"),
        ("auth", "database", "SELECT from users"),
        ("database", "auth", "rows"),
    ]
    assert logged_in.messages == [
        ("client", "FastAPI", "POST /token"),
        *by_password,
        ("auth", "auth", "does the password fit the hash? yes"),
        ("auth", "FastAPI", "ana"),
        ("FastAPI", "client", "200 OK"),
        ("client", "FastAPI", "POST /token"),
        *by_password,
        ("auth", "auth", "does the password fit the hash? no"),
        ("auth", "FastAPI", "nobody"),
        ("FastAPI", "client", "401 Unauthorized"),
    ]
    assert recorded.messages == [
        ("client", "FastAPI", "POST /posts/"),
        ("FastAPI", "auth", "who is asking?"),
        ("auth", "FastAPI", "nobody"),
        ("FastAPI", "client", "401 Unauthorized"),
        ("client", "FastAPI", "POST /posts/ with a token"),
        ("FastAPI", "auth", "who is asking?"),
        ("auth", "auth", "is the token genuine? yes, of ana"),
        ("auth", "database", "SELECT from users"),
        ("database", "auth", "rows"),
        ("auth", "FastAPI", "ana"),
        ("FastAPI", "database", "INSERT into posts"),
        ("database", "FastAPI", "done"),
        ("FastAPI", "database", "COMMIT"),
        ("FastAPI", "client", "201 Created"),
        ("client", "FastAPI", "GET /users/me with a token"),
        ("FastAPI", "auth", "who is asking?"),
        ("auth", "auth", "is the token genuine? no"),
        ("auth", "FastAPI", "nobody"),
        ("FastAPI", "client", "401 Unauthorized"),
    ]
    drawn = recorded.diagram().text
    assert drawn.startswith("sequenceDiagram\n    participant client\n    participant FastAPI\n")
    assert "    FastAPI->>auth: who is asking?" in drawn
    assert "    auth->>auth: is the token genuine? yes, of ana" in drawn
    assert "    database-->>auth: rows" in drawn
    assert app.dependency_overrides == {}


@pytest.mark.slow
def test_timings_and_pictures_are_described_in_words() -> None:
    shown = timings({"one": lambda: sum(range(10)), "many": lambda: sum(range(10_000))}, repeat=2)
    assert list(shown.frame.index) == ["one", "many"]
    assert shown.frame["times the fastest"].min() == 1
    assert 'alt="Bar chart of milliseconds: one: milliseconds ' in shown._repr_html_()
    curve = timing_curve({"sum": lambda size: sum(range(size))}, [10, 100], "numbers", repeat=1)
    assert 'alt="Curves of milliseconds against numbers: 10: sum ' in curve.data
    assert list(curve.frame.index) == [10, 100]
    assert "sum" in repr(curve)
    figure, _ = pyplot.subplots()
    assert 'alt="A &lt;b&gt;"' in picture(figure, alt="A <b>").data
    assert pyplot.get_fignums() == []


def test_the_cell_of_a_model_may_run_again() -> None:
    shell = InteractiveShell.instance()
    model = "class Note(Base):\n    __tablename__ = 'notes'\n    id: Mapped[int] = mapped_column("
    for cell in (
        "from course.rerun import install\ninstall()",
        "from course import new_base\nfrom sqlalchemy.orm import Mapped, mapped_column",
        "Base = new_base()",
        f"{model}primary_key=True)",
        f"{model}primary_key=True)\n    text: Mapped[str]",
    ):
        assert shell.run_cell(cell).success
    assert shell.user_ns["Note"].__table__.columns.keys() == ["id", "text"]


def test_a_model_of_the_package_stays_when_a_cell_defines_its_name_again() -> None:
    shell = InteractiveShell.instance()
    for cell in (
        "from course.rerun import install\ninstall()",
        "from microblog.models import Retweet",
        "class Retweet: pass",
    ):
        assert shell.run_cell(cell).success
    assert "retweets" in Base.metadata.tables


def test_progress_keeps_the_best_outcome_until_it_is_forgotten() -> None:
    progress_file.record("00.1", "wrong")
    progress_file.record("00.1", "correct")
    progress_file.record("00.1", "wrong")
    progress_file.record("00.2", "error")
    assert progress_file.outcomes() == {"00.1": "correct", "00.2": "error"}
    progress_file.forget("00.1")
    assert progress_file.outcomes() == {"00.2": "error"}
    progress_file.forget_progress()
    assert progress_file.outcomes() == {}
    progress_file.file().write_text("broken", encoding="utf-8")
    assert progress_file.outcomes() == {}


def test_an_expected_error_is_shown_and_missed_when_it_does_not_come(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with expect_error(ValueError):
        raise ValueError("no zone (Background on this error at: https://example.org)")
    assert capsys.readouterr().out == "ValueError: no zone\n"
    with pytest.raises(AssertionError, match="should end in ValueError"), expect_error(ValueError):
        pass
    with pytest.raises(KeyError), expect_error(ValueError):
        raise KeyError("x")
