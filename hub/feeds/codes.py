"""QR codes (ISO/IEC 18004) of the subscriptions, by segno, to be printed on posters and flyers."""

from __future__ import annotations

import io
from collections.abc import Iterator

import segno

from hub.model import Hub
from hub.model.channels import CALENDARS, FEEDS, SUBSCRIBING, code_of

QUIET = 4
"""Modules of white around a code, without which it may not be read (ISO/IEC 18004, 5.3.8)."""


def files(hub: Hub) -> Iterator[tuple[str, bytes]]:
    """`abonnements/<anchor>.svg` for each feed and calendar of the town.

    A code leads to the page that says what to do, at the right place: a phone that opens a calendar's own
    address copies its dates once, and never hears of a change.
    """
    for channel in (*FEEDS, *CALENDARS):
        address = hub.site.absolute(f"{SUBSCRIBING}#{channel.anchor}")
        yield code_of(channel.anchor).lstrip("/"), code(address)


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
