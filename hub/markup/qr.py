"""QR codes (ISO/IEC 18004), by segno."""

from __future__ import annotations

import io

import segno

QUIET = 4
"""Modules of white around a code, without which it may not be read (ISO/IEC 18004, 5.3.8)."""


def code(text: str) -> bytes:
    """A QR code as SVG, black on white in either theme, of the size of its place."""
    out = io.BytesIO()
    drawn = segno.make(text, error="m", micro=False)
    drawn.save(
        out,
        kind="svg",
        border=QUIET,
        light="#fff",
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return out.getvalue()
