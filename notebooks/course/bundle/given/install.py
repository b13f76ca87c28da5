"""Installs the course from this folder, without a network, and opens it: python install.py"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "course" / "notebooks"))

from course.setup.__main__ import main  # noqa: E402

sys.exit(main(["--open"]))
