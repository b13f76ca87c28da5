"""What all drawings have in common: they suit light and dark, and can be read aloud."""

import re
from typing import Any

import pytest
from notebooks.drawing.shapes import SVG, parts, texts

from course.drawing import draw_index, draw_join, draw_window
from course.drawing.svg import BLUE, ORANGE, Drawing, width_of

EVIL = "<script>alert('&')</script>"
ROWS: list[dict[str, Any]] = [{"id": 1, "text": EVIL}, {"id": 2, "text": None}]
DRAWINGS = {
    "join": draw_join(ROWS, ROWS, on="id", how="left", names=(EVIL, "b")),
    "window": draw_window(ROWS, "id", total_of="id"),
    "index": draw_index([EVIL, "a"], find="a"),
}
each_drawing = pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS.keys())


@each_drawing
def test_a_notebook_gets_an_image_with_words(drawing: Drawing) -> None:
    shown = drawing._repr_mimebundle_()
    assert shown["text/plain"] == repr(drawing) == drawing.description
    assert shown["text/html"].startswith(f'<svg xmlns="{SVG[1:-1]}" role="img" ')
    assert "aria-label=" in shown["text/html"]
    assert not re.search("http|href", shown["text/html"].replace(SVG[1:-1], ""))


@each_drawing
def test_what_a_reader_wrote_stays_text(drawing: Drawing) -> None:
    assert "<script" not in drawing.svg()
    assert any(text.startswith("<script>alert") for text in texts(drawing))


@each_drawing
def test_no_colour_is_of_one_theme_alone(drawing: Drawing) -> None:
    drawn = [part for kind in ("rect", "line", "text", "circle") for part in parts(drawing, kind)]
    colours = {
        part.attrib[name] for part in drawn for name in ("fill", "stroke") if name in part.attrib
    }
    assert colours <= {"currentColor", "none", BLUE, ORANGE}


def contrast(one: str, other: str) -> float:
    """As the Web Content Accessibility Guidelines define it."""

    def luminance(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colour", [BLUE, ORANGE])
@pytest.mark.parametrize("page", ["#ffffff", "#111111"])
def test_the_colours_stand_out_from_light_and_from_dark(colour: str, page: str) -> None:
    assert contrast(colour, page) >= 3


@each_drawing
def test_nothing_is_drawn_outside_of_the_image(drawing: Drawing) -> None:
    for part in parts(drawing, "text"):
        assert part.text
        length = width_of(part.text)
        share = {"start": 1.0, "middle": 0.5, "end": 0.0}[part.attrib["text-anchor"]]
        x = float(part.attrib["x"])
        assert x - length * (1 - share) >= 0
        assert x + length * share <= drawing.width
        assert 0 < float(part.attrib["y"]) <= drawing.height


def test_wide_letters_take_twice_the_room() -> None:
    assert width_of("花子") == width_of("four")
