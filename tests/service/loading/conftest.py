"""What the tests of the loader share."""

from pathlib import Path

import pytest
from service.loading.small_files import FILES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of five small files, all of them right."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return folder
