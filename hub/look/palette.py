"""The colours of a town: the theme's, and those that its own colour replaces."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from hub.look.tokens import Tokens, tokens
from hub.model.site import Site
from hub.places import THEME


class Ground(NamedTuple):
    """A broad ground, as posters and cards have: its colour, what is drawn `shaded` on it, its words, those
    that say more, and short ones that are seen first; the band beside it, on which ink is read."""

    colour: str
    shaded: str
    words: str
    more: str
    bright: str
    band: str


class Palette(NamedTuple):
    """The tokens of both themes, and what stands on a broad `ground` of the town's own colour. `is_own` says
    whether the town has a colour that is not the program's."""

    light: Tokens
    dark: Tokens
    ground: Ground
    is_own: bool = False


COMPUTED = ("marque", "marque-forte", "marque-pale")
"""The tokens of the style sheets that a town's colour replaces."""


FAR = 25
"""The least distance (CIE 1976) of a broad ground from the band beside it."""


def palette_of(site: Site, theme: Path = THEME) -> Palette:
    """The colours of a town; `theme` is the folder of the theme."""
    return _palette(site.couleur.lower() if site.couleur else None, theme)


@cache
def _palette(colour: str | None, theme: Path) -> Palette:
    light, dark = tokens(theme)
    if colour is None or colour == light.get("marque"):
        names = ("marque", "marque-forte", "papier", "marque-pale", "soleil", "soleil")
        return Palette(light, dark, Ground(*(light.get(name, "") for name in names)))
    from hub.look import shades  # a library, for a town that has a colour

    light, dark = {**light, **shades.light(colour, light)}, {**dark, **shades.dark(colour, dark)}
    return Palette(light, dark, _ground(colour, light), is_own=True)


def _ground(colour: str, light: Tokens) -> Ground:
    """The town's own colour where paper or ink is read on it; else that of words, and paper on it."""
    from hub.look import shades

    ink, paper = light["encre"], light["papier"]
    if shades.contrast(colour, ink) >= shades.TEXT > shades.contrast(colour, paper):
        band = light["soleil" if shades.distance(colour, light["soleil"]) >= FAR else "soleil-pale"]
        return Ground(colour, shades.shaded(colour, ink), ink, ink, ink, band)
    ground = colour if shades.contrast(colour, light["marque-pale"]) >= shades.TEXT else light["marque"]
    shade = shades.shaded(ground, paper)
    bright = shades.bright(light["soleil"], ground, shade)
    return Ground(ground, shade, paper, light["marque-pale"], bright, light["soleil"])
