"""The databases of the notebooks: one's own, whole, and there when they are needed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from course import databases, folders, pair
from course.databases import empty_database, kept_database, sample_database
from microblog.database import make_engine
from microblog.models import Post


@pytest.fixture(autouse=True)
def new_kernel() -> Iterator[None]:
    """As in a kernel that has only just started, and without a trace afterwards."""
    databases._checked_file.cache_clear()
    yield
    databases._checked_file.cache_clear()


def posts_in(url: str) -> int | None:
    engine = make_engine(url)
    with engine.connect() as connection:
        counted = connection.scalar(select(func.count()).select_from(Post))
    engine.dispose()
    return counted


def cached() -> list[Path]:
    return sorted(folders.cache_folder().glob("sample-*"))


def test_the_sample_data_is_kept_in_a_folder_of_ones_own() -> None:
    assert posts_in(sample_database()) == 5000
    (kept,) = cached()
    before = kept.stat().st_mtime_ns
    databases._checked_file.cache_clear()
    sample_database()
    assert cached() == [kept]
    assert kept.stat().st_mtime_ns == before


@pytest.mark.parametrize("junk", [b"", b"junk", b"SQLite format 3\x00 and no more"])
def test_a_kept_file_that_is_not_as_it_was_written_is_made_anew(junk: bytes) -> None:
    sample_database()
    (kept,) = cached()
    kept.write_bytes(junk)
    databases._checked_file.cache_clear()
    assert posts_in(sample_database()) == 5000
    assert junk not in [path.read_bytes() for path in cached()]


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("MICROBLOG_COURSE_HOME", str(tmp_path / "file" / "folder"))
    assert posts_in(sample_database()) == 5000
    assert posts_in(sample_database()) == 5000


def test_databases_are_made_after_the_temporary_folder_was_cleaned() -> None:
    sample_database()
    shutil.rmtree(folders.temporary_folder())
    assert posts_in(sample_database()) == 5000
    assert Path(empty_database().removeprefix("sqlite:///")).parent.is_dir()


def test_the_sample_data_is_loaded_again_when_the_cache_was_cleaned() -> None:
    sample_database()
    shutil.rmtree(folders.cache_folder())
    assert posts_in(sample_database()) == 5000


def test_a_pair_is_shown_after_the_temporary_folder_was_cleaned() -> None:
    before = repr(pair(41).in_full())
    shutil.rmtree(folders.temporary_folder())
    assert repr(pair(41).in_full()) == before


def test_a_kept_database_is_made_again_when_its_file_is_gone() -> None:
    made = []

    @kept_database
    def with_notes(number: int) -> str:
        url = empty_database()
        Path(url.removeprefix("sqlite:///")).touch()
        made.append(number)
        return url

    first = with_notes(1)
    assert (with_notes(1), with_notes(2) != first, made) == (first, True, [1, 2])
    shutil.rmtree(folders.temporary_folder())
    assert with_notes(1) != first
    assert made == [1, 2, 1]
