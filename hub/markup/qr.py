"""QR codes (ISO/IEC 18004), by zxing-cpp, in C++: one in Python alone takes a hundred times longer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

QUIET = 4
"""Modules of white around a code, without which it may not be read (ISO/IEC 18004, 5.3.8)."""

LEVELS = ("M", "Q", "H")
"""Levels of error correction (15, 25, 30 % of a code): the first, or a better one that makes it no larger."""

_DARK = re.compile(b"\0+")


def code(text: str) -> bytes:
    """A QR code as SVG, black on white in either theme, of the size of its place."""
    side, modules = _modules(text)
    drawn = "".join(
        f"M{QUIET + run.start()} {QUIET + row}.5h{len(run[0])}"
        for row in range(side)
        for run in _DARK.finditer(modules[row * side : (row + 1) * side])
    )
    size = side + 2 * QUIET
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path stroke="#000" d="{drawn}"/></svg>\n'
    ).encode()


def _modules(text: str) -> tuple[int, bytes]:
    """A code: how many modules are in a row, and all of them, row by row, 0 where one is dark."""
    from zxingcpp import BarcodeFormat, create_barcode  # codes are made once, and kept

    codes = (create_barcode(text, BarcodeFormat.QRCode, ec_level=level) for level in LEVELS)
    images: Iterator[Any] = (one.to_image(scale=1, add_quiet_zones=False) for one in codes)
    first, *others = (memoryview(one) for one in images)
    best = next((one for one in reversed(others) if one.shape == first.shape), first)
    side, _ = best.shape or (0, 0)
    return side, best.tobytes()
