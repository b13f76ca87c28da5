"""A folder for a service of one's own, with the solution after any step."""

from pathlib import Path

import pytest
from mine.new_folders import NewFolder

from course.mine.folder import make


@pytest.fixture
def new_folder(tmp_path: Path) -> NewFolder:
    def new(step: int = 0) -> Path:
        make(folder := tmp_path / "my own folder", step)
        return folder

    return new
