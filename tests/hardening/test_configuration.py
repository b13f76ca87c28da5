"""30 and 31: configuration; and every other setting or command line that cannot work."""

import re
import socket
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from hardening.servers import ROOT, SECRET_KEY, run, serving, sign_up
from microblog.command_line import main
from microblog.config import Settings, get_settings, unknown_variables

WELL_KNOWN = "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7"
SET_VERSION = "INSERT INTO alembic_version VALUES ('9999')"
COMMANDS = [("microblog", "serve", "--port", "0"), ("uvicorn", "microblog.main:app", "--port", "0")]


def one_line(ended: "subprocess.CompletedProcess[str]") -> str:
    """What the process said when it refused to start: one line, and no trace."""
    assert ended.returncode not in {0, -15}
    assert ended.stdout == ""
    lines = ended.stderr.splitlines()
    assert len(lines) == 1, ended.stderr
    return lines[0]


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_30_a_weak_key_in_production_stops_the_process(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'test.db'}"
    for key in (None, "short-Zk7w"):
        given = {} if key is None else {"secret_key": key}
        ended = run(*command, environment="production", database_url=url, **given)
        line = one_line(ended)
        assert line.startswith("MICROBLOG_SECRET_KEY is unset, short or known")
        assert key is None or key not in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_30_every_weak_key_is_refused_in_production(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MICROBLOG_DATABASE_URL", f"sqlite:///{tmp_path / 'test.db'}")
    monkeypatch.setenv("MICROBLOG_ENVIRONMENT", "production")
    for key in ("", " ", "x" * 31, "x" * 40, "changeme" * 4, WELL_KNOWN, "ab" * 30):
        monkeypatch.setenv("MICROBLOG_SECRET_KEY", key)
        get_settings.cache_clear()
        with pytest.raises(SystemExit) as refused:
            get_settings()
        assert len(str(refused.value).splitlines()) == 1, key
        assert not key.strip() or key not in str(refused.value)
    get_settings.cache_clear()
    assert Settings(environment="production", secret_key=SECRET_KEY).secret_key


@pytest.mark.parametrize("key", ['"quoted 0123456789 abcdefghijklm"', "true", "[1, 2]", "null"])
def test_31_a_key_that_is_valid_json_is_taken_as_it_stands(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv("MICROBLOG_SECRET_KEY", key)
    assert Settings().secret_key.get_secret_value() == key
    assert key not in repr(Settings())


WRONG = {
    "not a URL": ({"database_url": "nonsense"}, "DATABASE_URL: not a database URL"),
    "empty URL": ({"database_url": ""}, "DATABASE_URL: not a database URL"),
    "another database": ({"database_url": "mysql://x/y"}, "DATABASE_URL: use sqlite:/// or"),
    "one slash": ({"database_url": "sqlite://x.db"}, "DATABASE_URL: one slash is missing: sqlite:"),
    "two names": ({"database_url": "sqlite://a/x.db"}, "DATABASE_URL: one slash is missing: sqlit"),
    "bad port": ({"database_url": "postgresql://u:pw@x:port/y"}, "DATABASE_URL: not a database"),
    "in memory": ({"database_url": "sqlite://"}, "DATABASE_URL: each thread would have"),
    "replica": ({"read_database_url": "nonsense"}, "READ_DATABASE_URL: not a database URL"),
    "few rounds": ({"bcrypt_rounds": "3"}, "BCRYPT_ROUNDS: Input should be greater"),
    "many rounds": ({"bcrypt_rounds": "31"}, "BCRYPT_ROUNDS: Input should be less"),
    "odd rounds": ({"bcrypt_rounds": "many"}, "BCRYPT_ROUNDS: Input should be a valid integer"),
    "no minutes": ({"access_token_expire_minutes": "0"}, "ACCESS_TOKEN_EXPIRE_MINUTES: Input"),
    "no scheme": ({"cors_origins": "example.org"}, "CORS_ORIGINS: 'example.org' is not an origin"),
    "null": ({"cors_origins": "null"}, "CORS_ORIGINS: 'null' is not an origin such as https://ex"),
    "one of two": ({"cors_origins": "https://a.org,b"}, "CORS_ORIGINS: 'b' is not an origin such"),
    "star": ({"cors_origins": "*,https://a.org"}, "CORS_ORIGINS: * already means every origin"),
    "environment": ({"environment": "staging"}, "ENVIRONMENT: Input should be 'development' or"),
}


@pytest.mark.parametrize(("given", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_setting_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], said: str
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(f"MICROBLOG_{name.upper()}", value)
    get_settings.cache_clear()
    with pytest.raises(SystemExit) as refused:
        get_settings()
    get_settings.cache_clear()
    (line,) = str(refused.value).splitlines()
    assert line.startswith(f"MICROBLOG_{said}")


SENT = "MICROBLOG_CORS_ORIGINS: an origin is written as browsers send it: "


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("https://example.org/", "https://example.org"),
        ("https://example.org/app?x=1#top", "https://example.org"),
        ("HTTPS://Example.ORG", "https://example.org"),
        ("https://example.org:443", "https://example.org"),
        ("http://example.org:80", "http://example.org"),
        ("http://localhost:3000/", "http://localhost:3000"),
        ("https://ana:planted@example.org", "https://example.org"),
        ("https://münchen.example", "https://xn--mnchen-3ya.example"),
        ("http://[::1]:3000/", "http://[::1]:3000"),
    ],
)
def test_an_origin_that_no_browser_sends_is_told_how_to_be_written(
    written: str, sent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MICROBLOG_CORS_ORIGINS", written)
    get_settings.cache_clear()
    with pytest.raises(SystemExit) as refused:
        get_settings()
    get_settings.cache_clear()
    assert str(refused.value) == SENT + sent
    assert Settings(cors_origins=[sent]).cors_origins == [sent]


@pytest.mark.parametrize(
    ("written", "origins"),
    [
        ("", []),
        (" , ", []),
        ("*", ["*"]),
        ("https://a.example", ["https://a.example"]),
        (
            "https://a.example, http://localhost:3000,",
            ["https://a.example", "http://localhost:3000"],
        ),
    ],
)
def test_origins_are_separated_by_commas(
    written: str, origins: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MICROBLOG_CORS_ORIGINS", written)
    assert Settings().cors_origins == origins


def test_no_origin_is_allowed_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MICROBLOG_CORS_ORIGINS", raising=False)
    assert Settings().cors_origins == []


NEITHER = "is not a setting of microblog; "


@pytest.mark.parametrize(
    ("variable", "warning"),
    [
        ("MICROBLOG_DATABSE_URL", NEITHER + "did you mean MICROBLOG_DATABASE_URL?"),
        ("MICROBLOG_SECRET", NEITHER + "did you mean MICROBLOG_SECRET_KEY?"),
        ("microblog_cors_origin", NEITHER + "did you mean MICROBLOG_CORS_ORIGINS?"),
        ("MICROBLOG_", NEITHER + "it changes nothing."),
        ("MICROBLOG_PORT", NEITHER + "it changes nothing."),
    ],
)
def test_a_mistyped_variable_is_warned_of(
    variable: str,
    warning: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv(variable, "sqlite:///planted.db")
    get_settings.cache_clear()
    get_settings()
    get_settings.cache_clear()
    assert [record.getMessage() for record in caplog.records] == [f"{variable} {warning}"]


VARIABLE = re.compile(r"\bMICROBLOG_[A-Z_]*[A-Z]\b")
PROGRAMS = [".ci/run", "Makefile", "README.md", ".github", "microblog", "notebooks/course", "tests"]


SHOWN_AS_A_MISTAKE = {"MICROBLOG_BCRYPT_ROUND"}  # by an exercise


def variables_of_the_project() -> set[str]:
    """Each variable that a program of the project reads or sets, other than to show a mistake."""
    files = [path for name in PROGRAMS for path in [ROOT / name, *(ROOT / name).rglob("*")]]
    return {
        name
        for path in files
        if path.is_file() and path.suffix != ".pyc" and path != Path(__file__)
        for name in VARIABLE.findall(path.read_text("utf-8", errors="ignore"))
    } - SHOWN_AS_A_MISTAKE


def test_no_variable_of_the_project_itself_is_warned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    names = variables_of_the_project()
    assert {"MICROBLOG_TEST_DATABASE_URL", "MICROBLOG_CHROMIUM", "MICROBLOG_COURSE_HOME"} <= names
    for name in names:
        monkeypatch.setenv(name, "")
    assert list(unknown_variables()) == []


def refusal_of(monkeypatch: pytest.MonkeyPatch, *arguments: str, database_url: str) -> str:
    """The one line with which `python -m microblog` ends, without a process of its own."""
    monkeypatch.setenv("MICROBLOG_DATABASE_URL", database_url)
    get_settings.cache_clear()
    with pytest.raises(SystemExit) as refused:
        main(arguments)
    get_settings.cache_clear()
    (line,) = str(refused.value).splitlines()
    assert line.startswith("microblog: ")
    return line


def test_a_port_that_cannot_be_used_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'test.db'}"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        line = refusal_of(monkeypatch, "serve", "--port", port, database_url=url)
        assert f"cannot listen on 127.0.0.1:{port}" in line
        assert "Address already in use" in line
        assert line.endswith(f"serve --port {int(port) + 1 if port != '65535' else 65534}")


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_51_a_process_without_its_database_ends_and_says_so(command: tuple[str, ...]) -> None:
    ended = run(*command, database_url="postgresql+psycopg://x:planted@127.0.0.1:1/x")
    assert ended.returncode not in {0, -15}
    assert "planted" not in ended.stderr
    if command[0] == "microblog":
        assert one_line(ended).startswith("microblog: The database ")
    else:  # uvicorn adds its own lines
        assert "The database postgresql+psycopg://x:***@127.0.0.1:1/x cannot be" in ended.stderr
        assert "Application startup failed. Exiting." in ended.stderr


def test_51_a_database_that_does_not_open_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("this is no database, but a text of some length. " * 100)
    for url, why in (
        ("postgresql+psycopg://x:planted@127.0.0.1:1/x", "Connection refused"),
        (f"sqlite:///{tmp_path}", "unable to open database file"),
        (f"sqlite:///{tmp_path}/no/such/folder.db", "unable to open database file"),
        (f"sqlite:///{text}", "file is not a database"),
    ):
        for arguments in (["serve", "--port", "0"], ["migrate"], ["load", str(ROOT / "data")]):
            line = refusal_of(monkeypatch, *arguments, database_url=url)
            assert line.startswith("microblog: The database ")
            assert why in line
            assert "planted" not in line


def test_51_a_foreign_or_older_database_is_left_alone_and_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    version = "CREATE TABLE alembic_version (version_num VARCHAR(32))"
    for name, statements in (
        ("foreign", ["CREATE TABLE sales (id INTEGER)"]),
        ("without a version", ["CREATE TABLE users (id INTEGER)", version]),
        ("newer", ["CREATE TABLE users (id INTEGER)", version, SET_VERSION]),
    ):
        path = tmp_path / f"{name}.db"
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()
            for arguments in (["serve", "--port", "0"], ["migrate"]):
                line = refusal_of(monkeypatch, *arguments, database_url=f"sqlite:///{path}")
                assert line.startswith("microblog: The database ")
                assert "Nothing was changed." in line
            tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            assert len(tables.fetchall()) == len(statements) - (SET_VERSION in statements)


@pytest.mark.slow
def test_workers_share_one_key(tmp_path: Path) -> None:
    """Without a key of its own each worker would refuse the tokens of the others."""
    url = f"sqlite:///{tmp_path / 'test.db'}"
    without = serving(url, tmp_path / "log", "--workers", "2", secret_key="")
    with without as server, server.client() as client:
        ana = sign_up(client, "ana")
        for _ in range(40):  # a new connection each time may meet either worker
            answer = client.get("/users/me", headers=ana | {"Connection": "close"})
            assert answer.status_code == 200
