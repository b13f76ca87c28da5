"""`python -m microblog`: its help, its commands, and what it says when one of them fails."""

import io
import os
import runpy
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, text

from microblog import commands, migrations
from microblog.__main__ import run
from microblog.command_line import COMMANDS, main
from microblog.config import Settings, get_settings
from microblog.database import make_engine
from microblog.loading import Loaded
from microblog.models import Base

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
TABLES = set(Base.metadata.tables)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty current folder, and no setting but those that a test makes."""
    for name in [name for name in os.environ if name.startswith("MICROBLOG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(tmp_path)
    get_settings.cache_clear()
    yield tmp_path
    get_settings.cache_clear()


@pytest.fixture
def in_database(empty_database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """An empty database, the one that the commands use."""
    monkeypatch.setenv("MICROBLOG_DATABASE_URL", empty_database_url)
    engine = make_engine(empty_database_url)
    yield engine
    engine.dispose()


def tables_of(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def exit_code(*arguments: str) -> int | str | None:
    """With what a command ends that fails, or that only shows something."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return ended.value.code


# Help


def test_without_a_command_the_help_is_shown_as_for_a_mistake(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert exit_code() == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert exit_code("--help") == 0
    assert shown.err == capsys.readouterr().out
    for command in COMMANDS:
        assert f"\n    {command} " in shown.err


def test_the_version_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("--version") == 0
    assert capsys.readouterr().out == f"microblog {version('microblog')}\n"


@pytest.mark.parametrize(
    "arguments", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=str
)
def test_each_help_names_each_setting_with_its_default_and_meaning(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(*arguments) == 0
    shown = capsys.readouterr().out
    for name, field in Settings.model_fields.items():
        assert field.description, f"{name} has no description"
        default = field.default or "none"
        line = f"\n  MICROBLOG_{name.upper()} (default: {default})\n      {field.description}\n"
        assert line in f"{shown}\n"
    assert max(map(len, shown.splitlines())) <= 100


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_says_what_it_does(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exit_code(name, "--help")
    shown = capsys.readouterr().out
    assert str(COMMANDS[name].__doc__).splitlines()[0] in shown


@pytest.mark.parametrize(
    ("option", "meaning"),
    [
        ("--host HOST", "the address to listen on; 0.0.0.0 means all of this computer"),
        ("--port PORT", "the port to listen on; 0 means any free one (default: 8000)"),
        ("--workers WORKERS", "how many processes share the requests (default: 1)"),
        ("--reload", "restart when the code changes (default: no)"),
        ("--proxy ADDRESS", "headers are trusted (default: none)"),
    ],
)
def test_the_help_of_serve_says_what_each_option_means(
    option: str, meaning: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exit_code("serve", "--help")
    shown = " ".join(capsys.readouterr().out.split())
    assert f" {option} " in shown
    assert meaning in shown


def test_serve_starts_with_the_defaults_that_its_help_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = {}
    monkeypatch.setitem(COMMANDS, "serve", lambda settings, **options: given.update(options))
    main(["serve"])
    assert given == {
        "host": "127.0.0.1",
        "port": 8000,
        "workers": 1,
        "reload": False,
        "proxy": None,
    }


# Mistakes


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("serve --workers 0", "argument --workers: '0' is not a number of processes: 1 or more"),
        ("serve --workers=-1", "argument --workers: '-1' is not a number of processes: 1 or more"),
        ("serve --workers two", "argument --workers: 'two' is not a number of processes"),
        ("serve --port 65536", "argument --port: '65536' is not a port: 0 to 65535"),
        ("serve --port=-1", "argument --port: '-1' is not a port: 0 to 65535"),
        ("serve --port http", "argument --port: 'http' is not a port: 0 to 65535"),
        ("serve --reload --workers 2", "argument --workers: not allowed with argument --reload"),
        ("serv", "invalid choice: 'serv'"),
        ("load", "the following arguments are required: folder"),
        ("load a b", "unrecognized arguments: b"),
        ("revision", "the following arguments are required: message"),
        ("revision ' '", "argument message: say in a few words what changes"),
    ],
)
def test_a_mistyped_command_is_refused_in_one_line(
    typed: str,
    answer: str,
    own_folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in COMMANDS:
        monkeypatch.setitem(COMMANDS, name, lambda settings, **options: pytest.fail("it ran"))
    assert exit_code(*shlex.split(typed)) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("microblog: ")
    assert answer in line
    assert line.endswith(" --help")
    assert list(own_folder.iterdir()) == []


@pytest.mark.parametrize("port", ["0", "65535"])
def test_a_port_may_be_any_that_there_is(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given = {}
    monkeypatch.setitem(COMMANDS, "serve", lambda settings, **options: given.update(options))
    main(["serve", "--port", port])
    assert given["port"] == int(port)


def test_a_mistyped_folder_leaves_no_database_behind(own_folder: Path) -> None:
    assert exit_code("load", "dtaa") == "microblog: there is no folder dtaa"
    assert list(own_folder.iterdir()) == []


@pytest.mark.parametrize("name", ["load", "migrate", "revision"])
def test_an_interrupt_ends_a_command_with_one_line(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(settings: Settings, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(COMMANDS, name, interrupted)
    arguments = [name] if name == "migrate" else [name, "x"]
    monkeypatch.setattr(sys, "argv", ["microblog", *arguments])
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 130
    assert capsys.readouterr().err == "microblog: Interrupted; nothing was changed.\n"


def test_an_error_that_nobody_foresaw_is_one_line_with_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(settings: Settings) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setitem(COMMANDS, "migrate", broken)
    line = broken.__code__.co_firstlineno + 1
    assert exit_code("migrate") == f"microblog: RuntimeError: two lines ({__file__}, line {line})"


def test_the_command_line_is_what_the_module_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["microblog", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(ROOT / "microblog" / "__main__.py"), run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("microblog ")


# load


@pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)
def test_load_says_what_each_table_gained_and_what_was_there(
    in_database: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["load", str(DATA)])
    name = migrations.describe_database(in_database)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"Loaded into {name}:"
    assert len(lines) == 1 + len(TABLES)
    with in_database.begin() as connection:
        rows = {
            table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
            for table in TABLES
        }
        connection.execute(text("UPDATE posts SET content = 'changed' WHERE id <= 3"))
        connection.execute(text("DELETE FROM likes WHERE user_id = 1"))
        gone = rows["likes"] - connection.execute(text("SELECT count(*) FROM likes")).scalar_one()
    assert {f"  {table}: {count:,} new" for table, count in rows.items()} == set(lines[1:])
    main(["load", str(DATA)])
    again = capsys.readouterr().out
    assert f"\n  users: 0 new, {rows['users']:,} there already\n" in again
    left = "of which 3 differ from the file and were left as they are"
    assert f"\n  posts: 0 new, {rows['posts']:,} there already, {left}\n" in again
    assert f"\n  likes: {gone:,} new, {rows['likes'] - gone:,} there already\n" in again


def test_load_of_new_rows_alone_speaks_of_no_others() -> None:
    assert commands.describe_rows(Loaded(gained=1_234)) == "1,234 new"


# migrate


def test_migrate_says_from_where_to_where(
    in_database: Engine, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    name = migrations.describe_database(in_database)
    main(["migrate"])
    assert capsys.readouterr().out == f"{name} was empty and has its tables now.\n"
    assert tables_of(in_database) == TABLES
    main(["migrate"])
    assert capsys.readouterr().out == f"{name} is up to date.\n"
    monkeypatch.setattr(migrations, "migrate", lambda engine: ("0001", "0002"))
    main(["migrate"])
    assert capsys.readouterr().out == f"{name} was at revision 0001 and is at 0002 now.\n"


def test_migrate_refuses_a_database_of_another_program(in_database: Engine) -> None:
    with in_database.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE invoices (id INTEGER PRIMARY KEY)")
    line = exit_code("migrate")
    assert str(line).startswith("microblog: The database ")
    assert "(invoices). Nothing was changed." in str(line)
    assert tables_of(in_database) == {"invoices"}


def test_an_interrupt_while_modules_are_imported_ends_in_one_line(tmp_path: Path) -> None:
    pressed = tmp_path / "sqlalchemy.py"  # stands in for the library, so it is imported first
    pressed.write_text("raise KeyboardInterrupt", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "microblog", "--version"],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (
        130,
        "microblog: Interrupted; nothing was changed.\n",
    )


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="sends the signal of Ctrl+C")
@pytest.mark.usefixtures("ctrl_c")
@pytest.mark.parametrize("empty_database_url", ["postgresql"], indirect=True)
def test_ctrl_c_ends_a_migration_that_waits_for_another(
    in_database: Engine, empty_database_url: str
) -> None:
    waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    with migrations.exclusive_transaction(in_database) as connection:
        process = subprocess.Popen(
            [sys.executable, "-m", "microblog", "migrate"],
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        deadline = time.monotonic() + 30
        while not connection.execute(waiting).scalar_one() and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        shown = process.communicate(timeout=30)
    assert shown == ("", "microblog: Interrupted; nothing was changed.\n")
    assert process.returncode == 130
    assert tables_of(in_database) == set()


# revision


def test_revision_prints_the_file_that_it_wrote(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own_folder: Path
) -> None:
    monkeypatch.setattr(
        migrations, "write_revision", lambda engine, message: Path("versions", f"{message}.py")
    )
    main(["revision", "add bookmarks"])
    assert capsys.readouterr().out == f"{Path('versions', 'add bookmarks.py')}\n"
    assert list(own_folder.iterdir()) == []


def test_revision_refuses_where_the_models_have_not_changed(own_folder: Path) -> None:
    line = "microblog: The migrations make what the models describe already."
    assert exit_code("revision", "nothing new") == line
    assert list(own_folder.iterdir()) == []


# Names of files


def test_a_path_may_hold_letters_that_the_output_cannot_show(
    monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    output = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", output)
    monkeypatch.setenv("MICROBLOG_DATABASE_URL", "sqlite:///müll 50%25.db")
    main(["migrate"])
    output.seek(0)
    assert output.read() == "m\\xfcll 50%.db was empty and has its tables now.\n"
    assert (own_folder / "müll 50%.db").exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="sets a locale and a path that is not UTF-8")
def test_a_path_is_used_and_shown_where_the_locale_knows_ascii_alone(own_folder: Path) -> None:
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "microblog", "migrate"],
        env={**os.environ, **locale, "MICROBLOG_DATABASE_URL": "sqlite:///müll.db"},
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == "müll.db was empty and has its tables now.\n"
    assert (own_folder / "müll.db").exists()


def test_the_output_may_be_something_other_than_a_text_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Pane:
        """As the output of an editor or of a notebook is."""

        def __init__(self) -> None:
            self.shown = ""

        def write(self, text: str) -> None:
            self.shown += text

    pane = Pane()
    monkeypatch.setattr(sys, "stdout", pane)
    main(["migrate"])
    assert pane.shown == "microblog.db was empty and has its tables now.\n"
