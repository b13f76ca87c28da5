"""A copy of this checkout with an environment of its own, as `make setup` leaves it."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.setup import OWN

ROOT = Path(__file__).parents[1]
NOT_COPIED = shutil.ignore_patterns(".*", "_build", "__pycache__", "*.db", "*.db-*", "*.egg-info")
CHANGES_A_KERNEL = re.compile("(MICROBLOG|PYTHON|PYTEST|JUPYTER|IPYTHON|MPL|XDG|VIRTUAL_ENV|CONDA)")


@dataclass(frozen=True)
class Checkout:
    """`folder` holds the files, `home` is the reader's own, `temp` takes temporary files."""

    folder: Path
    home: Path
    temp: Path

    @property
    def python(self) -> Path:
        path = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        return self.folder / ".venv" / path

    def environment(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not CHANGES_A_KERNEL.match(key)}
        own = {"HOME": self.home, "USERPROFILE": self.home, "MPLCONFIGDIR": self.home / "mpl"}
        temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), self.temp)
        return kept | {name: str(path) for name, path in (own | temporary).items()}

    def record(
        self, notebook: str, runs: list[dict[int, str]], start_in: Path, fence: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """What `kernel_run.py` notes about this notebook, behind the fence if there is one."""
        path = self.folder / "notebooks" / notebook
        job = {"notebook": str(path), "folder": str(start_in), "runs": runs}
        program = self.folder / "tests" / "notebooks" / "kernel_run.py"
        done = subprocess.run(
            [*fence, self.python, program],
            input=json.dumps(job),
            capture_output=True,
            encoding="utf-8",
            env=self.environment(),
            cwd=self.home,
            check=False,
        )
        assert done.returncode == 0, f"{notebook} could not be run:\n{done.stderr}"
        return dict(json.loads(done.stdout))

    def files(self) -> dict[str, tuple[int, int]]:
        """Every file, with its size and time; what Python compiles beside its sources is none."""
        return {
            path.relative_to(self.folder).as_posix(): (path.stat().st_size, path.stat().st_mtime_ns)
            for path in self.folder.rglob("*")
            if path.is_file() and path.parent.name != "__pycache__"
        }


def copied_to(folder: Path) -> Checkout:
    """Copies this checkout; its environment borrows the packages of the one that runs this."""
    checkout = Checkout(folder / "checkout ñandú 花", folder / "home", folder / "temp")
    checkout.home.mkdir(parents=True)
    checkout.temp.mkdir()
    shutil.copytree(ROOT, checkout.folder, ignore=NOT_COPIED)
    venv.create(checkout.folder / ".venv", symlinks=os.name != "nt")
    own = checkout.folder / ".venv"
    packages = next(path for path in own.rglob("site-packages") if path.parent.name != "lib64")
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "borrowed.pth").write_text("\n".join(borrowed) + "\n", encoding="utf-8")
    install(checkout)
    return checkout


def install(checkout: Checkout) -> None:
    """The step of `make setup` that makes this checkout's own code importable from anywhere."""
    command = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--offline"]
    subprocess.run([*command, "--python", checkout.python, *OWN], cwd=checkout.folder, check=True)
