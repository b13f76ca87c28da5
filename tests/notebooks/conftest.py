"""Progress of the exercises stays in a folder of each test's own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MICROBLOG_COURSE_HOME", str(tmp_path / "course"))
