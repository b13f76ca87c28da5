"""Builds of these tests go to a folder of each test's own."""

from pathlib import Path

import pytest

from course.workshop import building


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(building, "BUILDS", tmp_path / "builds")
    return tmp_path / "builds"
