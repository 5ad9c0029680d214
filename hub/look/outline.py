"""A drawing of plain shapes as one path, which a pen follows from one to the next."""

from __future__ import annotations

import re

_SHAPE = re.compile(r"<(path|circle|rect)\b([^>]*?)/?>")
_VALUE = re.compile(r'(?<![a-z])([a-z]+)="([^"]*)"')
_NUMBER = r"-?(?:\d+\.?\d*|\.\d+)"
_START = re.compile(rf"m\s*({_NUMBER})[\s,]*({_NUMBER})\s*(.*)", re.DOTALL)


def one_path(svg: str) -> str:
    """The paths, the circles and the rectangles of a drawing (SVG) as the data of one path. Their own
    attributes are left out."""
    return "".join(_path(name, dict(_VALUE.findall(values))) for name, values in _SHAPE.findall(svg))


def _path(name: str, values: dict[str, str]) -> str:
    if name == "path":
        return _absolute(values["d"].strip())
    if name == "circle":
        return _circle(*(float(values[one]) for one in ("cx", "cy", "r")))
    return _rectangle(*(float(values.get(one, 0)) for one in ("x", "y", "width", "height", "rx")))


def _absolute(data: str) -> str:
    """A path whose first point is where it says, whatever stands before: « m » is from the last point."""
    start = _START.fullmatch(data)
    if start is None:
        return data
    x, y, rest = start.groups()
    return f"M{x} {y}{'l' if rest[:1] in '-.0123456789' and rest else ''}{rest}"


def _circle(x: float, y: float, r: float) -> str:
    return f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0 {r:g} {r:g} 0 1 0 {-2 * r:g} 0z"


def _rectangle(x: float, y: float, width: float, height: float, r: float) -> str:
    across, down, turn = width - 2 * r, height - 2 * r, f"a{r:g} {r:g} 0 0 1 "
    return (
        f"M{x + r:g} {y:g}h{across:g}{turn}{r:g} {r:g}v{down:g}{turn}{-r:g} {r:g}"
        f"h{-across:g}{turn}{-r:g} {-r:g}v{-down:g}{turn}{r:g} {-r:g}z"
    )
