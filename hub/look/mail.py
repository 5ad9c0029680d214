"""The look of mails: what their style sheets and their heads are given."""

from __future__ import annotations

from typing import Any, NamedTuple

from hub.look.logo import logo_of
from hub.look.palette import palette_of
from hub.model.hub import Hub

TITLES = "Literata, Georgia, serif"
TEXT = "Public Sans, Arial, Helvetica, sans-serif"
"""The letters of the pages where a machine has them: no mail asks a site for any."""

HIGH, WIDE = 48, 240
"""Pixels at most of the logo in the head of a mail."""


class Head(NamedTuple):
    """The logo as a mail shows it: its address on the site, and its size in pixels."""

    address: str
    width: int
    height: int


def dress(hub: Hub) -> dict[str, Any]:
    """What the templates of mails are given: the colours of both themes, those of the band at their
    head, and the logo if there is one."""
    palette, logo = palette_of(hub.site), logo_of(hub)
    head = None
    if logo:
        height = round(min(HIGH, WIDE / logo.ratio))
        head = Head(hub.site.absolute(logo.picture), round(height * logo.ratio), height)
    band, words = palette.light["marque-forte"], "#ffffff"
    if palette.ground.words == palette.light["encre"]:
        band, words = palette.ground.colour, palette.ground.words
    return {
        "clair": palette.light,
        "sombre": palette.dark,
        "titres": TITLES,
        "texte": TEXT,
        "bandeau": band,
        "bandeau_mots": words,
        "logo": head,
    }
