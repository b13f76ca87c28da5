"""How long something takes: measured side by side, and drawn."""

import gc
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd
from IPython.display import HTML
from matplotlib import pyplot

from course.display import picture

ENOUGH = 0.3  # seconds


def seconds(function: Callable[[], Any], repeat: int = 5) -> float:
    """The shortest of `repeat` runs, in seconds: what disturbs a run only makes it longer.

    A long run is disturbed little, so none begins once the earlier ones took `ENOUGH` together.
    """
    best, spent = float("inf"), 0.0
    for _ in range(repeat):
        started = time.perf_counter()
        function()
        taken = time.perf_counter() - started
        best, spent = min(best, taken), spent + taken
        if spent > ENOUGH:
            break
    return best


class Timings:
    """Milliseconds of each way to do it, as a bar chart and as the table `frame`."""

    def __init__(self, milliseconds: Mapping[str, float]) -> None:
        fastest = min(milliseconds.values())
        self.frame = pd.DataFrame(
            {
                "milliseconds": milliseconds,
                "times the fastest": {
                    name: value / fastest for name, value in milliseconds.items()
                },
            }
        )

    def __repr__(self) -> str:
        return self.frame.round(2).to_string()

    def _repr_html_(self) -> str:
        height = 0.6 + 0.4 * len(self.frame)
        figure, axes = pyplot.subplots(figsize=(8, height))
        bars = axes.barh(self.frame.index[::-1], self.frame["milliseconds"][::-1])
        axes.bar_label(bars, fmt="%.2f ms", padding=4)
        axes.set_xlabel("milliseconds")
        axes.margins(x=0.15)
        return str(picture(figure, alt=f"Bar chart of milliseconds: {in_words(self.frame)}").data)


def timings(ways: Mapping[str, Callable[[], Any]], repeat: int = 5) -> Timings:
    """Time several ways to do the same, in one run: the figures compare, they do not last."""
    gc.collect()
    return Timings({name: 1000 * seconds(way, repeat) for name, way in ways.items()})


class Curve(HTML):
    """Milliseconds of each way at each size, as a picture and as the table `frame`."""

    frame: pd.DataFrame

    def __repr__(self) -> str:
        return self.frame.round(2).to_string()


def timing_curve(
    ways: Mapping[str, Callable[[int], Any]], sizes: Iterable[int], xlabel: str, repeat: int = 3
) -> Curve:
    """Time each way at each size, and draw milliseconds against size, both on log axes."""
    gc.collect()
    frame = pd.DataFrame(
        {
            name: {size: 1000 * seconds(lambda: way(size), repeat) for size in sizes}  # noqa: B023
            for name, way in ways.items()
        }
    )
    figure, axes = pyplot.subplots(figsize=(8, 4))
    frame.plot(ax=axes, marker="o", logx=True, logy=True, xlabel=xlabel, ylabel="milliseconds")
    curve = Curve(  # type: ignore[no-untyped-call]
        picture(figure, alt=f"Curves of milliseconds against {xlabel}: {in_words(frame)}").data
    )
    curve.frame = frame
    return curve


def in_words(frame: pd.DataFrame) -> str:
    """A small table as one sentence, for readers who cannot see the picture."""
    rows = frame.round(2).to_dict(orient="index")
    return "; ".join(
        f"{name}: " + ", ".join(f"{column} {value}" for column, value in values.items())
        for name, values in rows.items()
    )
