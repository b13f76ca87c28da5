"""What `install.py` and `make setup` say, and when, without installing anything."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from course import setup
from course.bundle import folder as folders
from course.bundle.targets import targets
from course.bundle.wheels import NotBundled
from course.doctor import environment
from course.setup import NotSetUp, is_ready, pinned, refuse_old_python, set_up
from course.setup.bundled import bundle_of, this_computer

HERE = this_computer()
WHEELS = {"a-1.0-py3-none-any.whl": b"first", "b-2.0-py3-none-any.whl": b"second"}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The folder of the course in a whole bundle for this computer."""
    bundle = tmp_path / "a bundle"
    (bundle / "wheels").mkdir(parents=True)
    for name, content in WHEELS.items():
        (bundle / "wheels" / name).write_bytes(content)
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in WHEELS.items()}
    manifest = {"targets": {HERE: [*WHEELS]}, "sums": sums}
    (bundle / "manifest.json").write_text(json.dumps(manifest))
    (bundle / "course").mkdir()
    return bundle / "course"


def faults(course: Path) -> list[str]:
    bundle = bundle_of(course)
    assert bundle is not None
    return bundle.faults()


def test_a_whole_bundle_has_no_fault(course: Path) -> None:
    assert faults(course) == []


def test_a_checkout_is_in_no_bundle(tmp_path: Path) -> None:
    assert bundle_of(tmp_path / "course") is None


def test_a_bundle_for_other_computers_says_which(course: Path) -> None:
    manifest = course.parent / "manifest.json"
    manifest.write_text(manifest.read_text().replace(HERE, "windows-2.7"))
    (said,) = faults(course)
    assert said.startswith(f"This bundle holds no packages for {HERE}; it is for windows-2.7.")


def test_a_missing_and_a_damaged_wheel_are_named(course: Path) -> None:
    missing, damaged = WHEELS
    (course.parent / "wheels" / missing).unlink()
    (course.parent / "wheels" / damaged).write_bytes(b"seco")
    assert faults(course) == [
        f"wheels/{missing} is missing. Copy the whole bundle to this computer once more.",
        f"wheels/{damaged} is damaged. Copy the whole bundle to this computer once more.",
    ]


def test_several_wheels_are_counted(course: Path) -> None:
    for name in WHEELS:
        (course.parent / "wheels" / name).unlink()
    (said,) = faults(course)
    assert said.startswith("wheels/a-1.0-py3-none-any.whl and 1 more are missing.")


def test_nothing_is_touched_where_a_wheel_is_missing(course: Path) -> None:
    (course / ".venv").mkdir()
    (course.parent / "wheels" / next(iter(WHEELS))).unlink()
    with pytest.raises(NotSetUp, match="is missing"):
        set_up(course)
    assert [*course.iterdir()] == [course / ".venv"]


def test_the_doctor_looks_at_the_bundle(course: Path, tmp_path: Path) -> None:
    assert environment.bundle(course)[0] == "ok"
    assert environment.bundle(tmp_path)[0] == "ok"
    (course.parent / "wheels" / next(iter(WHEELS))).unlink()
    state, seen, mend = environment.bundle(course)
    assert (state, seen) == ("note", "wheels/a-1.0-py3-none-any.whl is missing")
    assert mend == "Copy the whole bundle to this computer once more."


def test_an_old_python_is_refused_with_what_helps() -> None:
    with pytest.raises(NotSetUp, match=r"needs Python 3\.11 or newer; .* is 3\.10\.4\.\nInstall"):
        refuse_old_python((3, 10, 4))


def test_a_package_of_the_lock_is_found_with_its_hashes() -> None:
    wanted = "uv==2 \\\n    --hash=sha256:2 \\\n    --hash=sha256:3\n"
    lock = f"a==1 \\\n    --hash=sha256:1\n{wanted}b==1\n"
    assert pinned("uv", lock) == wanted
    with pytest.raises(NotSetUp, match="git restore"):
        pinned("c", lock)


def test_what_it_is_made_from_makes_it_stale(tmp_path: Path) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / ".venv").mkdir()
    for source in setup.SOURCES:
        (tmp_path / source).touch()
    assert not is_ready(tmp_path)
    ready = tmp_path / ".venv" / "ready"
    ready.touch()
    assert is_ready(tmp_path)
    newer = ready.stat().st_mtime + 1
    os.utime(tmp_path / "requirements.lock", (newer, newer))
    assert not is_ready(tmp_path)


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(NotBundled, match="is no bundle. Name another one: --to FOLDER"):
        folders.make(tmp_path, targets([]), print)
    assert (tmp_path / "notes.txt").read_text() == "mine"
