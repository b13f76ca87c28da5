"""Progress is a convenience: whatever lies in its place, a lesson goes on."""

from pathlib import Path

import pytest

from course import exercise, progress
from course.exercises import progress_file

JUNK = {
    "null": b"null",
    "a list": b'["00.1", "00.2"]',
    "a list of pairs": b'[["00.1", "correct"]]',
    "a number": b"7",
    "an outcome that is none": b'{"00.1": {"outcome": null}, "00.2": ["correct"]}',
    "not JSON": b"broken",
    "not UTF-8": b"\xff\xfe\x00",
    "nothing": b"",
    "too deep": b"[" * 100_000,
}


def solve(exercise_id: str) -> str:
    """The outcome of an exercise's own solution."""
    names: dict[str, object] = {}
    solved = exercise(exercise_id)
    exec(solved.solution_code, names)
    return solved.check(names["answer"]).outcome


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK.keys())
def test_an_answer_is_checked_and_noted_although_the_file_is_junk(junk: bytes) -> None:
    progress_file.file().parent.mkdir()
    progress_file.file().write_bytes(junk)
    assert "0 of " in progress().data
    assert solve("00.2") == "correct"
    assert progress_file.outcomes() == {exercise("00.2").title: "correct"}


def test_of_a_file_that_is_junk_in_part_the_rest_is_kept() -> None:
    progress_file.file().parent.mkdir()
    progress_file.file().write_text('{"00.1": null, "00.2": "correct"}')
    assert progress_file.outcomes() == {"00.2": "correct"}


def test_an_answer_is_checked_although_nothing_can_be_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("MICROBLOG_COURSE_HOME", str(tmp_path / "file" / "folder"))
    assert solve("00.2") == "correct"
    assert progress_file.outcomes() == {}


def test_an_answer_is_checked_although_a_folder_has_the_name_of_the_file() -> None:
    progress_file.file().mkdir(parents=True)
    assert solve("00.2") == "correct"
    assert progress_file.outcomes() == {}
