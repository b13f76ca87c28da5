"""What a step is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One step: the notebook that teaches it (such as "01_models"), why it's worth doing, and
    a hint or two."""

    number: int
    notebook: str
    title: str
    why: str
    hints: tuple[str, ...]
