"""The colours of a town: the theme's, and those that its own colour replaces."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from hub.look.tokens import Tokens, tokens
from hub.model.site import Site
from hub.places import THEME


class Palette(NamedTuple):
    """The tokens of both themes, and `bright`: the colour of short words on the town's own. `is_own` says
    whether the town has a colour that is not the program's."""

    light: Tokens
    dark: Tokens
    bright: str
    is_own: bool = False


COMPUTED = ("marque", "marque-forte", "marque-pale")
"""The tokens of the style sheets that a town's colour replaces."""


def palette_of(site: Site, theme: Path = THEME) -> Palette:
    """The colours of a town; `theme` is the folder of the theme."""
    return _palette(site.couleur.lower() if site.couleur else None, theme)


@cache
def _palette(colour: str | None, theme: Path) -> Palette:
    light, dark = tokens(theme)
    if colour is None or colour == light.get("marque"):
        return Palette(light, dark, light.get("soleil", ""))
    from hub.look import shades  # a library, for a town that has a colour

    light, dark = {**light, **shades.light(colour, light)}, {**dark, **shades.dark(colour, dark)}
    return Palette(light, dark, shades.bright(light["soleil"], light["marque"]), is_own=True)
