"""Shapes of SVG in the colours of the page around them, so that they suit light and dark."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from unicodedata import east_asian_width

from course.drawing.rows import Rows, spelled

ROW = 26  # pixels from one row to the next
LETTER = 7.9  # pixels; every letter of a monospaced font of 13 pixels has this width
TEXT = "currentColor"
BLUE = "#1e88e5"  # both stand out from white and from black
ORANGE = "#d9730d"
RIM = "stroke: var(--jp-layout-color0, Canvas); stroke-width: 5px; paint-order: stroke"
DASHES = 'stroke-dasharray="4 3"'


@dataclass(frozen=True)
class Drawing:
    """An SVG image, and the words that say the same."""

    width: float
    height: float
    shapes: Sequence[str]
    description: str

    def __repr__(self) -> str:
        return self.description

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        # As an image of its own, SVG would not get the colours of the notebook's theme.
        return {"text/html": self.svg(), "text/plain": self.description}

    def svg(self) -> str:
        size = f'width="{self.width:.0f}" height="{self.height:.0f}"'
        box = f'viewBox="0 0 {self.width:.0f} {self.height:.0f}"'
        font = "font: 13px var(--jp-code-font-family, monospace)"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} {box} '
            f'aria-label="{escape(self.description)}" '
            f'style="{font}; max-width: 100%; height: auto">{"".join(self.shapes)}</svg>'
        )


def width_of(content: str) -> float:
    """Of a text, in pixels: letters of Chinese or Japanese, and emoji, take twice the room."""
    return LETTER * sum(2 if east_asian_width(each) in "WF" else 1 for each in content)


def text(
    x: float,
    y: float,
    content: str,
    *,
    colour: str = TEXT,
    bold: bool = False,
    anchor: str = "start",
    over_lines: bool = False,
) -> str:
    weight = "bold" if bold else "normal"
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    rim = f' style="{RIM}"' if over_lines else ""
    style = f'fill="{colour}" font-weight="{weight}" xml:space="preserve"{rim}'
    return f"<text {place} {style}>{escape(content)}</text>"


def line(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    *,
    colour: str = BLUE,
    dashed: bool = False,
    quiet: bool = False,
) -> str:
    dashes = f" {DASHES}" if dashed else ""
    width = '1" stroke-opacity="0.4"' if quiet else '1.8"'
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{width}{dashes}/>'


def dot(x: float, y: float, *, colour: str = BLUE) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>'


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    colour: str = TEXT,
    filled: bool = False,
    dashed: bool = False,
) -> str:
    fill = f'fill="{colour}" fill-opacity="0.16"' if filled else 'fill="none"'
    dashes = f" {DASHES}" if dashed else ""
    # A line in the colour of the text would be as loud as the text.
    opacity = ' stroke-opacity="0.4"' if colour == TEXT and not dashed else ""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect {place} rx="3" {fill} stroke="{colour}"{opacity}{dashes}/>'


def column_widths(rows: Rows, null: str) -> list[float]:
    """The room that each column needs, its name included."""
    columns = zip(rows.names, *rows.values, strict=True)
    return [
        max(width_of(each) for each in (name, null, *(spelled(v, null) for v in values))) + 18
        for name, *values in columns
    ]


def cells(
    x: float, y: float, values: Sequence[Any], widths: Sequence[float], **style: Any
) -> list[str]:
    """The texts of one row; `y` is the upper edge."""
    placed, left = [], x
    for value, width in zip(values, widths, strict=True):
        placed.append(text(left + 9, y + 18, str(value), **style))
        left += width
    return placed
