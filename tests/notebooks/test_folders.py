"""The course's folders on machines that others have set up."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from course import folders


@pytest.fixture
def no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container that runs as a user whom it doesn't list."""
    for name in ("HOME", "USERPROFILE", "MICROBLOG_COURSE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)


@pytest.mark.parametrize("folder", [folders.data_folder, folders.cache_folder])
def test_a_folder_is_the_one_that_is_named(folder: folders.Folder, tmp_path: Path) -> None:
    assert folder() == tmp_path / "course"


@pytest.mark.parametrize("folder", [folders.data_folder, folders.cache_folder])
@pytest.mark.usefixtures("no_home")
def test_without_a_home_nothing_is_left_in_the_current_folder(folder: folders.Folder) -> None:
    assert folder() == folders.temporary_folder()


def test_a_temporary_folder_that_was_cleaned_is_made_again() -> None:
    before = folders.temporary_folder()
    assert folders.temporary_folder() == before
    shutil.rmtree(before)
    assert folders.temporary_folder().is_dir()
    assert folders.temporary_folder() != before


def test_the_folder_of_all_temporary_files_may_go_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "_made", [])
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    assert folders.temporary_folder().parent == tmp_path / "temporary"
