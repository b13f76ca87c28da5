"""What the fixture `new_folder` gives."""

from pathlib import Path
from typing import Protocol


class NewFolder(Protocol):
    def __call__(self, step: int = 0) -> Path: ...
