"""The council's mark as a picture: an SVG of plain paths and circles, their classes filled with colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.svgLib.path import parse_path
from PIL import Image, ImageDraw

Point = tuple[float, float]

SMOOTH = 4
"""How many times larger it is drawn, so that its edges are smooth once reduced."""

STEPS = 24
"""Segments of a curve."""


def mark(svg: str, size: int, colours: Mapping[str, str]) -> Image.Image:
    """The mark in a square of `size` pixels, transparent around; `colours` by the letter of each class."""
    root = ElementTree.fromstring(svg)
    _, _, side, _ = map(float, root.attrib["viewBox"].split())
    scale = size * SMOOTH / side
    picture = Image.new("RGBA", (size * SMOOTH, size * SMOOTH))
    draw = ImageDraw.Draw(picture)
    for shape in root:
        opacity = round(255 * float(shape.get("opacity", "1")))
        fill = f"{colours[shape.attrib['class'].removeprefix('marque-')]}{opacity:02x}"
        for outline in _outlines(shape):
            draw.polygon([(x * scale, y * scale) for x, y in outline], fill=fill)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def _outlines(shape: ElementTree.Element) -> Iterator[list[Point]]:
    if shape.tag.endswith("circle"):
        x, y, r = (float(shape.attrib[name]) for name in ("cx", "cy", "r"))
        path = f"M{x - r} {y}a{r} {r} 0 1 1 {2 * r} 0a{r} {r} 0 1 1 {-2 * r} 0z"
    else:
        path = shape.attrib["d"]
    pen = DecomposingRecordingPen({})
    parse_path(path, pen)
    outline: list[Point] = []
    for verb, points in pen.value:
        if verb == "moveTo" and outline:
            yield outline
            outline = []
        outline += _points(verb, outline, points)
    yield outline


def _points(verb: str, before: list[Point], points: tuple[Point, ...]) -> Iterator[Point]:
    """The points that a command of a path adds."""
    if verb != "curveTo":
        yield from points
        return
    start, (one, two, end) = before[-1], points
    for step in range(1, STEPS + 1):
        t, u = step / STEPS, 1 - step / STEPS
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        corners = (start, one, two, end)
        x, y = (sum(w * c[axis] for w, c in zip(weights, corners, strict=True)) for axis in (0, 1))
        yield x, y
