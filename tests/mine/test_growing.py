"""The solution grows step by step, and after each step exactly the checks up to it pass."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from mine.new_folders import NewFolder

from course.contract import BEYOND, CHECKS, contract
from course.mine.checking import LAST_WITHOUT_HTTP, StepReport, run_checks
from course.mine.growing import SOLUTION, grown, parsed, solution_after, written
from course.mine.importing import my_app
from course.mine.steps import STEPS

ROOT = Path(__file__).parents[2]
LAST = STEPS[-1].number
NEEDS_NO_CODE = {27, 31}  # kept by what is there; the tests that make mine brings
MOST_LINES = 700  # blank ones left out


def merged(first: str, *pieces: str) -> str:
    module = parsed(first)
    for piece in pieces:
        module = grown(module, parsed(piece))
    return written(module)


def test_a_definition_takes_the_place_of_the_one_with_its_name() -> None:
    assert merged("x = 1\ny = x\n", "x = 2\n") == "x = 2\ny = x\n"


def test_a_new_definition_comes_before_the_next_one_that_is_there() -> None:
    assert merged("a = 1\nc = 3\n", "b = 2\nc = b\n") == "a = 1\nb = 2\nc = b\n"


def test_a_new_definition_without_a_next_one_comes_last() -> None:
    assert merged("a = 1\n", "b = 2\n") == "a = 1\nb = 2\n"


def test_a_comment_belongs_to_what_follows_it() -> None:
    assert merged("# one\na = 1\n", "# two\na = 2\n") == "# two\na = 2\n"


def test_imports_are_joined_and_those_that_nobody_needs_are_dropped() -> None:
    first = "from json import dumps\nfrom os import sep\n\nx = dumps(sep)\n"
    then = "from json import loads\n\nx = loads\n"
    assert merged(first, then) == "from json import loads\n\nx = loads\n"


def test_each_step_that_needs_code_has_some_and_no_other_has() -> None:
    numbers = {int(path.name) for path in SOLUTION.iterdir() if path.is_dir()}
    assert numbers == set(range(1, LAST + 1)) - NEEDS_NO_CODE


def test_the_solution_is_short() -> None:
    lines = [line for text in solution_after(LAST).values() for line in text.splitlines()]
    assert len([line for line in lines if line.strip()]) <= MOST_LINES


def test_after_every_step_the_code_is_in_the_courses_style(tmp_path: Path) -> None:
    for step in range(1, LAST + 1):
        for name, source in solution_after(step).items():
            path = tmp_path / f"{step:02}" / "my_service" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source, encoding="utf-8")
    for command in (["check"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--quiet"]
        config = ["--config", str(ROOT / "pyproject.toml")]
        done = subprocess.run([*ruff, *config, tmp_path], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("step", range(LAST_WITHOUT_HTTP + 1))
def test_without_http_exactly_the_checks_up_to_a_step_pass(
    step: int, new_folder: NewFolder
) -> None:
    report = run_checks(new_folder(step), LAST_WITHOUT_HTTP)
    assert isinstance(report, StepReport)
    outcomes = [each.outcome for each in report.results]
    missing = LAST_WITHOUT_HTTP - step
    assert outcomes == ["passed"] * step + ["failed", *["waits"] * (missing - 1)][:missing]
    waiting = {each.message for each in report.results if each.outcome == "waits"}
    assert waiting <= {f"waits for step {step + 1}"}


@pytest.fixture
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """bcrypt at its cheapest: the solution has no setting for it before step 32."""
    from passlib.hash import bcrypt

    monkeypatch.setattr(bcrypt, "default_rounds", 4)
    monkeypatch.setenv("MY_SERVICE_BCRYPT_ROUNDS", "4")


def load_some_posts() -> None:
    """Until step 21 nobody can write, so the list to read comes from a file."""
    database = import_module("my_service.database")
    writes = import_module("my_service.writes")
    database.make_tables()
    with database.Session(database.engine) as session:
        owner = writes.add_user(session, "ana", "ana@example.org", "no hash")
        rows = [{"content": f"post {number}", "owner_id": owner.id} for number in range(25)]
        writes.load_posts(session, rows)


@pytest.mark.slow
@pytest.mark.usefixtures("cheap_hashes")
@pytest.mark.parametrize("step", range(LAST_WITHOUT_HTTP + 1, LAST + 1))
def test_by_http_exactly_the_checks_up_to_a_step_pass(step: int, new_folder: NewFolder) -> None:
    following = min(step + 1, LAST)
    with my_app(new_folder(step)) as app:
        if step > LAST_WITHOUT_HTTP + 1:
            load_some_posts()
        report = contract(app, step=following)
    done = {each.name: each.outcome for each in report.results if each.step <= step}
    assert set(done.values()) == {"passed"}, done
    assert done.keys() == {each.name for each in (*CHECKS, *BEYOND) if each.step <= step}
    new = [each.outcome for each in report.results if each.step == step + 1]
    if new and following not in NEEDS_NO_CODE:
        assert set(new) != {"passed"}
