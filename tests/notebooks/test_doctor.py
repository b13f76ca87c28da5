"""The doctor: each fault shows a line of its own and what mends it; all well is said too."""

import ast
import importlib.metadata
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import sysconfig
import tempfile
import time
import venv
import webbrowser
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from alembic.script import ScriptDirectory
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from nbclient import NotebookClient
from notebooks.fences import needs_read_only, no_privileges, read_only

from course import doctor
from course.doctor import CHECKS, environment, examine, machine, surroundings
from course.doctor.database import local_database
from course.doctor.environment import INSTALL, PYTHON, ROOT, Seen
from course.doctor.report import Finding, Report
from course.notebook_files import NOTEBOOKS
from microblog import migrations
from microblog.database import make_engine

MODULES = [
    path for name in ("doctor", "setup") for path in (NOTEBOOKS / "course" / name).glob("*.py")
]
ALSO = ("course.doctor", "course.setup")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def install_package(folder: Path, name: str, version: str) -> None:
    """As much of a package as tells that it is installed."""
    about = folder / f"{name}-{version}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")


def ask(*command: object, folder: Path = NOTEBOOKS) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*map(str, command), "-m", "course.doctor"],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


# Everything as it should be


def test_all_is_well_here() -> None:
    report = doctor()
    assert report.faults == []
    assert [finding.check for finding in report.findings] == list(CHECKS)
    assert str(report).endswith("\nEverything that the course needs is there.")


@pytest.mark.slow
def test_asked_in_a_terminal_it_ends_well() -> None:
    done = ask(sys.executable)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("ok     python ")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
def test_make_asks_it_too() -> None:
    binaries = os.path.relpath(Path(sys.executable).parent, ROOT)  # make splits at spaces
    command = ["make", "--silent", "doctor", f"BIN={binaries}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"microblog comes from {ROOT}\n" in done.stdout


STATES = {"ok    ", "note  ", "fault "}


@pytest.mark.slow
def test_asked_in_a_notebook_it_shows_what_is_not_well_and_tells_all() -> None:
    cell = nbformat.v4.new_code_cell("from course import doctor\n\ndoctor()")
    notebook = nbformat.v4.new_notebook(cells=[cell])
    place = {"metadata": {"path": str(NOTEBOOKS)}}
    NotebookClient(notebook, kernel_name="python3", resources=place).execute()
    (output,) = notebook.cells[0].outputs
    shown, told = output.data["text/markdown"], output.data["text/plain"].splitlines()
    assert shown.startswith("**Everything that the course needs is there.**\n")
    assert [line[7:].split("  ")[0] for line in told if line[:6] in STATES] == list(CHECKS)
    assert f"this kernel is {sys.executable}" in output.data["text/plain"]


# How it is shown


def test_a_fault_is_named_with_what_mends_it() -> None:
    report = Report([Finding("disk", "ok", "fine"), Finding("packages", "fault", "a|b_c", "do it")])
    assert str(report) == (
        "ok     disk         fine\n"
        "fault  packages     a|b_c\n"
        "                    mend: do it\n"
        "To mend: packages."
    )
    shown = report._repr_mimebundle_()
    assert shown["text/plain"] == str(report)
    assert shown["text/markdown"].splitlines() == [
        "**To mend: packages.**",
        "",
        "| check | state | seen | what mends it |",
        "|:--|:--|:--|:--|",
        "| packages | **✗** fault | a\\|b\\_c | do it |",
        "",
        "Checked and well: disk.",
    ]


def test_a_check_that_breaks_is_a_fault_and_hides_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> Seen:
        raise KeyError("surprise")

    monkeypatch.setitem(CHECKS, "disk", broken)
    seen = "could not be checked: KeyError: 'surprise'"
    assert examine("disk") == Finding("disk", "fault", seen, INSTALL)
    assert [finding.check for finding in doctor().faults] == ["disk"]


# Where the course cannot even be imported


def test_a_bare_python_is_told_what_is_missing(tmp_path: Path) -> None:
    venv.create(tmp_path / "bare", symlinks=True)
    done = ask(tmp_path / "bare" / Path(sys.executable).relative_to(sys.prefix))
    assert (done.returncode, done.stderr) == (1, "")
    assert "fault  packages     alembic is missing; " in done.stdout
    assert "fault  service      the package microblog is not installed\n" in done.stdout
    assert "which has no fastapi, sqlalchemy, pandas, ipykernel" in done.stdout
    assert "fault  kernel spec  jupyter_client is missing\n" in done.stdout
    assert done.stdout.endswith("To mend: packages, service, kernel, kernel spec, progress.\n")


def test_a_bare_python_that_imports_the_course_is_sent_to_the_doctor() -> None:
    code = "from course import doctor, exercise"
    command = [sys.executable, "-S", "-c", code]
    done = subprocess.run(command, cwd=NOTEBOOKS, capture_output=True, text=True, check=False)
    last = done.stderr.splitlines()[-1]
    assert last.startswith("ImportError: ModuleNotFoundError: No module named ")
    assert last.endswith("To see what mends it: from course import doctor, then doctor()")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_older_python_can_read_it_and_needs_no_package(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"), feature_version=(3, 9))
    for statement in tree.body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in statement.names]
            imported = getattr(statement, "module", None) or names[0]
            first = imported.split(".")[0]
            assert first in sys.stdlib_module_names or imported.startswith(ALSO)


# The environment


def test_an_old_python() -> None:
    state, seen, mend = environment.python((3, 10, 13))
    assert (state, seen) == ("fault", "3.10.13 is older than 3.11")
    assert mend.startswith("install Python 3.11 or newer")


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    lock = tmp_path / "requirements.lock"
    lock.write_text(
        "# made by hand\n"
        "one==1.0 \\\n    --hash=sha256:00\n"
        "two==2.0 ; python_full_version >= '3.11' \\\n    --hash=sha256:00\n"
        "elsewhere==1.0 ; sys_platform == 'no such system' \\\n    --hash=sha256:00\n"
    )
    return lock


def test_packages_as_the_lock_says(lock: Path, tmp_path: Path) -> None:
    install_package(tmp_path, "one", "1.0")
    install_package(tmp_path, "Two", "2.0")
    seen = "all 2 as requirements.lock says"
    assert environment.packages(lock, [str(tmp_path)]) == ("ok", seen)


def test_a_missing_package(lock: Path, tmp_path: Path) -> None:
    install_package(tmp_path, "one", "1.0")
    seen = environment.packages(lock, [str(tmp_path)])
    assert seen == ("fault", "two is missing", INSTALL)


def test_a_package_of_another_version(lock: Path, tmp_path: Path) -> None:
    install_package(tmp_path, "one", "1.5")
    install_package(tmp_path, "two", "2.0")
    seen = environment.packages(lock, [str(tmp_path)])
    assert seen == ("fault", "one is 1.5, not 1.0", INSTALL)


def test_of_many_missing_packages_three_are_named(tmp_path: Path) -> None:
    count = len(environment.locked(environment.LOCK))
    _, seen, _ = environment.packages(paths=[str(tmp_path)])
    assert seen.startswith("alembic is missing; ")
    assert seen.endswith(f" is missing and {count - 3} more")


def test_passlib_beside_libpass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert importlib.metadata.version("libpass")
    install_package(tmp_path, "passlib", "1.7.4")
    monkeypatch.syspath_prepend(tmp_path)
    assert examine("passlib") == Finding(
        "passlib",
        "fault",
        "passlib is installed too, and cannot hash with today's bcrypt",
        f"{PYTHON} -m pip uninstall --yes passlib libpass && {INSTALL}",
    )


def test_a_service_of_another_checkout(tmp_path: Path) -> None:
    state, seen, mend = environment.service(tmp_path)
    assert state == "fault"
    assert seen == f"microblog comes from {ROOT / 'microblog'}, the course from {tmp_path}"
    assert mend.endswith(f'--no-deps --editable "{tmp_path}" --editable "{tmp_path / "notebooks"}"')


def test_a_wrong_kernel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "NEEDED", ("sys", "no_such_package"))
    (tmp_path / ".venv").mkdir()
    assert environment.kernel(tmp_path) == (
        "fault",
        f"this Python is {sys.executable}, which has no no_such_package; "
        f"the course's packages are in {tmp_path / '.venv'}",
        f'close this, and in the folder "{tmp_path}" run: make lab',
    )


def test_a_broken_kernel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "NEEDED", ("no_such_package",))
    state, seen, mend = environment.kernel(tmp_path)
    assert (state, seen) == (
        "fault",
        f"this Python is {sys.executable}, which has no no_such_package",
    )
    assert mend == f'{PYTHON} -m pip install -r "{tmp_path / "requirements.lock"}"'


@pytest.fixture
def foreign_kernel_spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kernels" / "python3"
    folder.mkdir(parents=True)
    spec = (
        '{"argv": ["/opt/other/bin/python", "-m", "x"], "display_name": "x", "language": "python"}'
    )
    (folder / "kernel.json").write_text(spec)
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    return folder


def test_a_kernel_spec_of_another_python(foreign_kernel_spec: Path) -> None:
    seen = f"python3 starts /opt/other/bin/python, because of {foreign_kernel_spec}"
    mend = f"{PYTHON} -m jupyter kernelspec remove python3"
    assert examine("kernel spec") == Finding("kernel spec", "fault", seen, mend)


def test_a_foreign_kernel_spec_in_this_environment(
    foreign_kernel_spec: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(foreign_kernel_spec.parents[1]))
    state, _, mend = environment.kernel_spec()
    assert (state, mend) == ("fault", f"{PYTHON} -m ipykernel install --sys-prefix")


def test_no_kernel_spec(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(self: KernelSpecManager, name: str) -> None:
        raise NoSuchKernel(name)

    monkeypatch.setattr(KernelSpecManager, "get_kernel_spec", none)
    assert environment.kernel_spec() == ("fault", "there is no kernel python3", INSTALL)


# The machine


@pytest.fixture
def no_folder(tmp_path: Path) -> Path:
    """A path that cannot become a folder, for root neither."""
    (tmp_path / "file").touch()
    return tmp_path / "file" / "folder"


def test_a_temporary_folder_that_cannot_be_written(
    no_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(no_folder))
    state, seen, mend = machine.temporary_folder()
    assert (state, seen) == ("fault", f"{no_folder.parent} cannot be written: Not a directory")
    assert "TMPDIR" in mend


def test_no_temporary_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr(tempfile, "gettempdir", none)
    state, seen, mend = machine.temporary_folder()
    assert state == "fault"
    assert "No usable temporary directory found in ['/tmp']" in seen
    assert "TMPDIR" in mend


def test_a_progress_folder_that_cannot_be_written(
    no_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MICROBLOG_COURSE_HOME", str(no_folder))
    problem = f"{no_folder.parent} cannot be written: Not a directory"
    assert machine.progress_folder() == (
        "fault",
        f"solved exercises cannot be noted: {problem}",
        "name a folder of yours in the variable MICROBLOG_COURSE_HOME, then start again",
    )


def test_an_unusable_progress_file_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "course.exercises.progress_file", None)
    state, seen, mend = machine.progress_folder()
    assert (state, mend) == ("fault", INSTALL)
    assert seen.startswith("cannot be found: ")


@needs_read_only
def test_read_only_notebooks_are_no_fault_but_told(tmp_path: Path) -> None:
    shutil.copytree(NOTEBOOKS, folder := tmp_path / "notebooks")
    with read_only(folder):
        done = ask(*no_privileges(), sys.executable, "-S", folder=folder)
    assert (
        f"note   notebooks    notebooks run, and your changes are not saved: "
        f"{folder} cannot be written: Permission denied\n"
        f"{'':20}mend: to save your changes, copy the whole checkout to a folder of yours\n"
    ) in done.stdout


def test_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = SimpleNamespace(total=10**9, used=10**9 - 5 * 10**6, free=5 * 10**6)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)
    state, seen, mend = machine.disk()
    assert (state, seen) == ("fault", "5 MB are free for temporary files, 200 are needed")
    assert mend.startswith("free some space for ")


def test_no_free_port(monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(self: socket.socket, address: object) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(socket.socket, "bind", taken)
    state, seen, mend = machine.loopback()
    assert state == "fault"
    assert seen == "no server can be called on 127.0.0.1: [Errno 98] Address already in use"
    assert mend.startswith("let Python listen on 127.0.0.1")


def test_the_port_of_the_service_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert machine.port_of_the_service(port) == (
            "note",
            f"another program has {port}: notebooks do not mind, `make serve` does",
            f"python -m microblog serve --port {port + 1}",
        )
    assert machine.port_of_the_service(port) == ("ok", "free for `make serve`")


def test_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", none)
    state, seen, mend = machine.browser()
    assert (state, seen) == ("note", "none was found on this computer")
    assert mend.startswith("open the address that `make lab` prints")
    monkeypatch.setattr(webbrowser, "get", lambda: "a browser")
    assert machine.browser() == ("ok", "found")


def test_a_clock_that_was_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 0.0)
    state, seen, mend = machine.clock()
    assert state == "fault"
    assert seen == "1970-01-01 00:00 UTC is before the course's own files were written"
    assert mend.startswith("set the clock of this computer")


# What comes from outside


PROXY = "http://proxy.example.org:3128"


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name == "PYTHONPATH":
            monkeypatch.delenv(name)


def test_no_proxy() -> None:
    assert surroundings.proxy() == ("ok", "no variable names one for http")


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_a_proxy_is_named_with_what_follows(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, PROXY)
    state, seen, mend = surroundings.proxy()
    assert state == "note"
    assert seen.startswith(f"{name.upper()} is set: notebooks call their servers without it")
    assert mend == "set the variable NO_PROXY to 127.0.0.1,localhost, then start again"


def test_a_proxy_that_is_kept_away_from_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", PROXY)
    monkeypatch.setenv("no_proxy", "example.org, 127.0.0.1")
    state, seen = surroundings.proxy()
    assert (state, seen) == ("ok", "HTTP_PROXY is set, and NO_PROXY keeps it away from 127.0.0.1")


def test_settings_of_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    assert surroundings.settings()[0] == "ok"  # the tests' own folder for progress is none
    monkeypatch.setenv("MICROBLOG_ENVIRONMENT", "production")
    state, seen, _ = surroundings.settings()
    assert state == "note"
    assert "follow MICROBLOG_ENVIRONMENT, so cells may differ or fail" in seen


@pytest.mark.parametrize("hiding", ["random.py", "pandas/__init__.py"])
def test_a_file_that_hides_a_module(hiding: str, tmp_path: Path) -> None:
    (tmp_path / hiding).parent.mkdir(exist_ok=True)
    (tmp_path / hiding).touch()
    found = tmp_path / hiding.split("/")[0]
    assert surroundings.shadows() == (
        "fault",
        f"{found} hides the module {found.stem}",
        f'rename "{found}"',
    )


def test_a_file_on_the_path_that_hides_a_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "calendar.py").touch()
    assert surroundings.shadows()[0] == "ok"
    paths = [sysconfig.get_path("purelib"), str(tmp_path / "mine")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
    state, _, mend = surroundings.shadows()
    assert (state, mend) == ("fault", f'rename "{tmp_path / "mine" / "calendar.py"}"')


@pytest.mark.slow
def test_a_terminal_that_shows_ascii_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    monkeypatch.setenv("MICROBLOG_COURSE_HOME", str(tmp_path / "course \u82b1"))
    done = ask(sys.executable)
    assert done.stderr == ""
    assert "course \\u82b1" in done.stdout


# The database


@pytest.fixture
def own_database(tmp_path: Path) -> Path:
    """microblog.db as the service leaves it, in the current folder."""
    engine = make_engine("sqlite:///microblog.db")
    migrations.ensure_current(engine)
    engine.dispose()
    return tmp_path / "microblog.db"


def test_no_database_yet(tmp_path: Path) -> None:
    assert local_database() == ("ok", f"no microblog.db yet in {tmp_path}")


def test_a_database_of_this_version(own_database: Path) -> None:
    before = own_database.read_bytes()
    assert local_database() == ("ok", f"{own_database} fits this version")
    assert own_database.read_bytes() == before


def test_an_empty_database(tmp_path: Path) -> None:
    (tmp_path / "microblog.db").touch()
    assert local_database() == ("ok", f"{tmp_path / 'microblog.db'} fits this version")
    assert (tmp_path / "microblog.db").read_bytes() == b""


def test_an_old_database(own_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ScriptDirectory, "get_current_head", lambda self: "9999")
    assert local_database() == (
        "fault",
        f"the tables of {own_database} are of an older version",
        f'cp "{own_database}" "{own_database}.backup" && {PYTHON} -m microblog migrate',
    )


def test_a_foreign_database(tmp_path: Path) -> None:
    path = tmp_path / "microblog.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (id INTEGER)")
    connection.close()
    state, seen, mend = local_database()
    assert state == "fault"
    assert "holds tables that this version of microblog did not make (recipes)." in seen
    assert mend == f'move "{path}" away, or name another database in MICROBLOG_DATABASE_URL'


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "microblog.db"
    path.write_text("just a text, a little longer than the header of a database file is" * 10)
    state, seen, mend = local_database()
    assert (state, seen) == ("fault", f"{path} cannot be read: file is not a database.")
    assert mend.startswith(f'move "{path}" away')


def test_a_database_without_the_service(
    own_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "microblog.migrations", None)
    state, seen, mend = local_database()
    assert (state, mend) == ("fault", INSTALL)
    assert seen.startswith(f"{own_database} cannot be looked into: ")
