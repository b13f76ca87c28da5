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


def test_students_notebooks_of_a_plan(
    builds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = builds / "half-day" / "students"
    assert say("students half-day", monkeypatch, capsys) == f"Built {folder}\n"
    assert len(list(folder.glob("*.ipynb"))) == 4
