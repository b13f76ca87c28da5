"""A bundle is made, and the course is installed from it with the network cut."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from notebooks.fences import needs_cut_network, network_cut

from course.bundle import folder as folders
from course.bundle.targets import targets
from course.bundle.wheels import NotBundled, prove
from course.setup import python_of

pytestmark = pytest.mark.apart
NOTEBOOKS = ("00_start_here", "03_reading_rows", "08_endpoints")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("no network") / "the bundle"
    folders.make(folder, targets([]), print)
    return folder


@pytest.fixture(scope="module")
def installed(bundle: Path) -> Path:
    """The course's folder, installed as `install.py` does, with the network cut."""
    course = bundle / "course"
    command = [*network_cut(), sys.executable, "-m", "course.setup"]
    done = subprocess.run(command, cwd=course / "notebooks", capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return course


@needs_cut_network
@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_a_notebook_runs_in_a_course_that_never_saw_a_network(
    installed: Path, notebook: str
) -> None:
    command = [*network_cut(), str(python_of(installed)), "-m", "pytest", "-q", "--nbmake"]
    command += ["--nbmake-kernel=python3", f"notebooks/{notebook}.ipynb"]
    done = subprocess.run(command, cwd=installed, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@needs_cut_network
def test_the_doctor_finds_nothing_to_mend_there(installed: Path) -> None:
    command = [*network_cut(), str(python_of(installed)), "-m", "course.doctor"]
    done = subprocess.run(command, cwd=installed, capture_output=True, text=True)
    assert "all packages for" in done.stdout
    assert done.returncode == 0, done.stdout


def test_a_wheel_that_is_missing_is_noticed_by_the_proof(bundle: Path, tmp_path: Path) -> None:
    (target,) = targets([])
    wheels = tmp_path / "wheels"
    shutil.copytree(bundle / "wheels", wheels)
    prove(target, wheels)
    next(wheels.glob("pandas-*.whl")).unlink()
    with pytest.raises(NotBundled, match="not enough for"):
        prove(target, wheels)
