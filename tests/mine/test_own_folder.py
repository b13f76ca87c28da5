"""`make mine`: a folder of one's own, made once, never overwritten."""

import ast
import os
import re
import shutil
import stat
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from checkout import Checkout, copied_to
from fastapi.testclient import TestClient
from mine.new_folders import NewFolder
from notebooks.fences import read_only

from course import check_mine, own_service, reload_mine
from course.doctor import mine as doctors
from course.mine import folder as folders
from course.mine.command import run
from course.mine.folder import GIVEN, STEPS_FILE, make
from course.mine.growing import solution_after

CHECKS = (GIVEN / STEPS_FILE).read_bytes()


def asked(**options: object) -> Namespace:
    return Namespace(**({"step": 0, "again": None, "refresh": False} | options))


@pytest.fixture(autouse=True)
def no_service_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Whatever the reader has in the checkout: `mine/` would be in this test's own folder."""
    monkeypatch.setattr(folders, "ROOT", tmp_path)
    return tmp_path / "mine"


@pytest.fixture
def own_modules() -> Iterator[None]:
    yield
    for name in [name for name in sys.modules if name.split(".")[0] == "my_service"]:
        del sys.modules[name]
    sys.path[:] = [path for path in sys.path if not (Path(path) / "my_service").is_dir()]


def files_of(folder: Path) -> set[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name for name in found if "__pycache__" not in name}


def test_a_new_folder_has_all_that_is_needed_to_begin(new_folder: NewFolder) -> None:
    assert files_of(new_folder()) == {
        "OLDER_STYLE.md",
        "README.md",
        "my_service/__init__.py",
        "pyproject.toml",
        "tests/test_mine.py",
        "tests/test_steps.py",
    }


def test_its_readme_names_this_python(new_folder: NewFolder) -> None:
    text = (new_folder() / "README.md").read_text(encoding="utf-8")
    assert f'"{sys.executable}" -m pytest\n' in text
    assert "{" not in text


def test_a_folder_can_begin_with_the_solution_after_a_step(new_folder: NewFolder) -> None:
    package = new_folder(8) / "my_service"
    expected = solution_after(8)
    assert {path.name for path in package.glob("*.py")} == {"__init__.py", *expected}
    for name, text in expected.items():
        assert (package / name).read_text(encoding="utf-8") == text


def test_a_folder_that_holds_something_is_never_overwritten(
    no_service_yet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(asked()) == 0
    own = no_service_yet / "my_service" / "models.py"
    own.write_text("mine", encoding="utf-8")
    assert run(asked()) == 0
    assert run(asked(step=3)) == 1
    assert own.read_text(encoding="utf-8") == "mine"
    told = capsys.readouterr()
    assert told.out.endswith("README.md in there says how to go on.\n")
    assert told.err.endswith("For another one: python -m course mine --again other-folder\n")


def test_again_makes_another_one_in_an_empty_folder_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other one").mkdir()
    assert run(asked(again="other one", step=1)) == 0
    assert (tmp_path / "other one" / "my_service" / "models.py").exists()
    assert not (tmp_path / "mine").exists()


def test_from_a_course_that_is_read_only_comes_a_folder_to_write_in(
    no_service_yet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(GIVEN, course := tmp_path / "given")
    monkeypatch.setattr(folders, "GIVEN", course)
    with read_only(course):
        make(no_service_yet)
    assert all(path.stat().st_mode & stat.S_IWUSR for path in no_service_yet.rglob("*"))


def test_an_interrupted_start_is_not_taken_for_a_service(
    no_service_yet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(step: int) -> dict[str, str]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(folders, "solution_after", interrupted)
        with pytest.raises(KeyboardInterrupt):
            make(no_service_yet, 1)
    assert not no_service_yet.exists()
    make(no_service_yet, 1)
    assert (no_service_yet / "my_service" / "models.py").exists()


@pytest.mark.parametrize("step", [-1, 34])
def test_a_step_that_does_not_exist_is_refused(
    step: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(asked(step=step)) == 1
    assert capsys.readouterr().err == "There are steps 1 to 33.\n"


def test_the_checks_are_renewed_when_asked_and_the_old_ones_kept(
    no_service_yet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(asked(refresh=True)) == 1
    make(no_service_yet)
    assert run(asked(refresh=True)) == 0
    file = no_service_yet / STEPS_FILE
    file.write_text("older", encoding="utf-8")
    run(asked())
    assert "isn't the newest" in capsys.readouterr().out
    assert file.read_text(encoding="utf-8") == "older"
    assert run(asked(refresh=True)) == 0
    assert file.read_bytes() == CHECKS
    assert file.with_name("test_steps.py.old").read_text(encoding="utf-8") == "older"


def test_without_a_service_a_check_says_how_to_make_one() -> None:
    for step in (1, 13, 31):
        assert "`make mine`" in check_mine(step)._repr_mimebundle_()["text/plain"]


def test_without_a_service_notebooks_get_the_solution(no_service_yet: Path) -> None:
    scratch = own_service(2)
    assert scratch != no_service_yet
    assert (scratch / "my_service" / "models.py").exists()
    make(no_service_yet)
    assert own_service(2) == no_service_yet


def test_a_service_without_what_a_notebook_needs_is_replaced_by_the_solution(
    no_service_yet: Path,
) -> None:
    make(no_service_yet, 2)
    assert own_service(2, "class User", "owner_id") == no_service_yet
    assert own_service(2, "class User", "follower_id") != no_service_yet


def test_an_app_that_is_not_there_is_a_message(no_service_yet: Path) -> None:
    make(no_service_yet, 12)
    told = check_mine(13)._repr_mimebundle_()["text/plain"]
    assert told == "There is no file my_service/main.py yet. Step 13 makes it."
    (no_service_yet / "my_service" / "main.py").write_text("1 / 0\n", encoding="utf-8")
    told = check_mine(13)._repr_mimebundle_()["text/plain"]
    assert told == "my_service/main.py can't be imported. ZeroDivisionError: division by zero"


def test_from_step_13_on_the_contract_judges(no_service_yet: Path) -> None:
    make(no_service_yet, 13)
    before, path = Path.cwd(), list(sys.path)
    report = check_mine(13)
    assert {each.outcome for each in report.results} == {"passed"}
    assert (Path.cwd(), sys.path) == (before, path)
    assert "my_service" not in sys.modules


@pytest.mark.slow
def test_step_31_runs_ones_own_tests(no_service_yet: Path) -> None:
    make(no_service_yet)
    assert not check_mine(31).passed
    make(other := no_service_yet.with_name("mine-2"), 1)
    assert check_mine(31, other).passed


@pytest.mark.usefixtures("own_modules")
def test_a_notebook_sees_the_files_as_they_are_now(no_service_yet: Path) -> None:
    make(no_service_yet)
    file = no_service_yet / "my_service" / "numbers_of_mine.py"
    for number in (1, 22):
        file.write_text(f"number = {number}\n", encoding="utf-8")
        reload_mine()
        assert import_module("my_service.numbers_of_mine").number == number
    assert sys.path.count(str(no_service_yet)) == 1


def test_the_older_style_works_too() -> None:
    text = (GIVEN / "OLDER_STYLE.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    code = code.replace("sqlite:///my_service.db", "sqlite://").replace(
        "create_engine(", "create_engine(poolclass=StaticPool, url="
    )
    code = "from sqlalchemy import StaticPool\n" + code.replace(', ForeignKey("users.id")', "")
    names: dict[str, object] = {"__name__": "older_style"}
    exec(compile(ast.parse(code), "OLDER_STYLE.md", "exec"), names)
    engine, base, post = (names[each] for each in ("engine", "Base", "Post"))
    base.metadata.create_all(engine)  # type: ignore[attr-defined]
    with names["SessionLocal"]() as session:  # type: ignore[operator]
        session.add(post(content="Hello", owner_id=1))  # type: ignore[operator]
        session.commit()
    client = TestClient(names["app"])  # type: ignore[arg-type]
    assert client.get("/posts/1").json() == {"id": 1, "content": "Hello", "owner_id": 1}
    assert client.get("/posts/2").status_code == 404
    engine.dispose()  # type: ignore[attr-defined]


# The doctor


def test_the_doctor_is_content_without_a_service(no_service_yet: Path) -> None:
    state, seen = doctors.own_service(no_service_yet)
    assert (state, seen) == ("ok", "there is no service of your own yet; `make mine` makes one")


def test_the_doctor_says_what_is_odd(no_service_yet: Path) -> None:
    make(no_service_yet)
    assert doctors.own_service(no_service_yet)[0] == "ok"
    (no_service_yet / STEPS_FILE).write_text("older", encoding="utf-8")
    assert "isn't the file that the course gives" in doctors.own_service(no_service_yet)[1]
    models = no_service_yet / "my_service" / "models.py"
    models.write_text("1 / 0\n", encoding="utf-8")
    assert "my_service.models can't be imported: Zero" in doctors.own_service(no_service_yet)[1]
    (no_service_yet / "sqlalchemy.py").touch()
    assert "sqlalchemy.py hides a package" in doctors.own_service(no_service_yet)[1]
    (no_service_yet / "my_service" / "__init__.py").unlink()
    state, seen, mend = doctors.own_service(no_service_yet)
    assert (state, seen) == ("note", f"{no_service_yet / 'my_service'} has no __init__.py")
    assert mend.startswith("make an empty file ")


# As the reader calls it


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A copy whose path has spaces."""
    return copied_to(tmp_path_factory.mktemp("mine"))


def call(checkout: Checkout, *command: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(part) for part in command],
        cwd=checkout.folder,
        env=checkout.environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
def test_make_makes_it_in_a_folder_with_a_space_and_pytest_runs_there(checkout: Checkout) -> None:
    (checkout.folder / ".venv" / "ready").touch()
    binaries = checkout.python.parent.relative_to(checkout.folder)
    make_mine = ("make", "--silent", "mine", f"BIN={binaries}")
    done = call(checkout, *make_mine, "STEP=2")
    own = checkout.folder / "mine"
    made = f"Made {own}, with the solution after step 2. README.md in there says how to go on.\n"
    assert (done.returncode, done.stderr, done.stdout) == (0, "", made)
    (line,) = re.findall(r"^(.*) -m pytest$", (own / "README.md").read_text("utf-8"), re.M)
    tested = subprocess.run(
        f"{line} -m pytest",
        shell=True,
        cwd=own,
        env=checkout.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert tested.returncode == 1
    assert " 1 failed, 10 passed, 36 skipped in " in tested.stdout
    assert "Step 3. There is no function called add_user" in tested.stdout
    again = call(checkout, *make_mine)
    assert (again.returncode, again.stderr) == (0, "")
    assert "stays as it is" in again.stdout


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_git_ignores_it() -> None:
    root = Path(os.path.abspath(__file__)).parents[2]
    command = ["git", "check-ignore", "mine/README.md", "mine-2/README.md"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["mine/README.md", "mine-2/README.md"]
