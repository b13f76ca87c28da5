"""What the commands say."""

import shlex
import sys
from pathlib import Path

import pytest

from course import __main__ as terminal


def say(command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setattr(sys, "argv", ["course", *shlex.split(command)])
    status = terminal.main()
    told = capsys.readouterr()
    return told.err if status else told.out


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("plan", "two-hours: Two hours\n  Use it, build it, break it, "),
        ("plan no-such", "There is no plan 'no-such'. There are: alone-afternoon, "),
        ("students no-such", "There is no plan 'no-such'. There are: alone-afternoon, "),
        ("plans no-such", "There is no plan 'no-such'. There are: alone-afternoon, "),
        ("plan --measured no-such.csv", "[Errno 2] No such file or directory: 'no-such.csv'\n"),
    ],
)
def test_a_command_says_what_it_did_or_why_it_cannot(
    command: str,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert say(command, monkeypatch, capsys).startswith(told)


def test_a_section_that_no_notebook_has_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "minutes.csv"
    places = [("02_writing_rows", "Half an import"), ("02_writing_rows", "Half an inport")]
    file.write_text("notebook,section,minutes\n" + "".join(f"{n},{s},9\n" for n, s in places))
    monkeypatch.setattr(sys, "argv", ["course", "plan", "--measured", str(file)])
    assert terminal.main() == 0
    told = capsys.readouterr().err
    assert told == f"{file}: no notebook '02_writing_rows' has a section 'Half an inport'\n"


def test_a_notebook_that_stays_is_told(
    builds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    say("students half-day", monkeypatch, capsys)
    path = builds / "half-day" / "students" / "00_start_here.ipynb"
    path.write_text(path.read_text("utf-8").replace("api = service.start()", "api = mine"), "utf-8")
    told = say("students half-day", monkeypatch, capsys)
    assert told.startswith(f"{path} stays as it is, since somebody has worked in it. Rename it")


def test_students_notebooks_of_a_plan(
    builds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = builds / "half-day" / "students"
    assert say("students half-day", monkeypatch, capsys) == f"Built {folder}\n"
    assert len(list(folder.glob("*.ipynb"))) == 4
