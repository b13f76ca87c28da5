"""What a drawing holds, read off its SVG."""

from xml.etree import ElementTree

from course.drawing.svg import Drawing

SVG = "{http://www.w3.org/2000/svg}"


def parts(drawing: Drawing, kind: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(drawing.svg()).iter(f"{SVG}{kind}"))


def texts(drawing: Drawing) -> list[str]:
    return [str(part.text) for part in parts(drawing, "text")]


def number(part: ElementTree.Element, name: str) -> float:
    return float(part.attrib[name])
