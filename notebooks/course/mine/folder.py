"""The folder `mine/`: made once, never overwritten."""

import atexit
import shutil
import stat
import sys
import tempfile
from functools import cache
from pathlib import Path

from course.mine.growing import solution_after

ROOT = Path(__file__).resolve().parents[3]
GIVEN = Path(__file__).parent / "given"
STEPS_FILE = Path("tests") / "test_steps.py"
PACKAGE = "my_service"
COMPILED = shutil.ignore_patterns("__pycache__", ".*")


def folder_of(name: str | Path = "mine") -> Path:
    """Where it is: a name is taken from the course's folder, whatever the current one is."""
    return ROOT / name


def make(folder: Path, step: int = 0) -> None:
    """Make the folder, with the solution after `step`; FileExistsError when there is something."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    part = folder.with_name(f"{folder.name}.part")  # so that an interrupted one isn't taken for it
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(GIVEN, part, ignore=COMPILED)
    for path in (part, *part.rglob("*")):  # the course itself may be read-only
        path.chmod(path.stat().st_mode | stat.S_IWUSR)
    readme = part / "README.md"
    text = readme.read_text(encoding="utf-8").replace("{python}", f'"{sys.executable}"')
    readme.write_text(text, encoding="utf-8")
    for name, source in solution_after(step).items():
        (part / PACKAGE / name).write_text(source, encoding="utf-8")
    if folder.exists():
        folder.rmdir()
    part.rename(folder)


def has_older_checks(folder: Path) -> bool:
    """Whether the checks of the steps are not those that the course gives today."""
    file = folder / STEPS_FILE
    return not file.exists() or file.read_bytes() != (GIVEN / STEPS_FILE).read_bytes()


def refresh(folder: Path) -> Path | None:
    """Bring the newest checks; where the old ones are kept, if there were any."""
    file, kept = folder / STEPS_FILE, None
    if file.exists():
        kept = file.with_name(f"{file.name}.old")
        file.replace(kept)
    shutil.copyfile(GIVEN / STEPS_FILE, file)
    return kept


@cache
def _solution(step: int) -> Path:
    scratch = tempfile.mkdtemp(prefix="microblog-mine-")
    atexit.register(shutil.rmtree, scratch, ignore_errors=True)
    make(folder := Path(scratch) / "mine", step)
    return folder


def own_service(step: int, *mentioning: str) -> Path:
    """The folder of the reader's own service; where there is none, or one whose code doesn't
    mention all of these texts yet, a scratch folder with the solution after `step`, which is gone
    when the kernel stops."""
    own = folder_of()
    code = "".join(path.read_text(encoding="utf-8") for path in own.rglob(f"{PACKAGE}/**/*.py"))
    there = own.exists() and all(text in code for text in mentioning)
    return own if there else _solution(step)
