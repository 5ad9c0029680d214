"""One colour -> those that are made of it, in OKLCH (CSS Color Module Level 4, 9.3).

The hue and, as far as screens have it, the strength are the town's; the lightness is the nearest to its own
with which words can be read (WCAG 2.2, 1.4.3: 4.5) on every ground where the style sheets put them. Loaded
only for a town that has a colour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from math import isnan
from typing import NamedTuple

from coloraide import Color

from hub.look.tokens import Tokens

TEXT, DRAWING = 4.501, 3.001
"""The least ratios of WCAG 2.2: of words (1.4.3), of what is drawn (1.4.11); and what may be rounded off."""

APART, PALE_APART = 12.0, 5.0
"""The least distances (CIE 1976; a few is a nuance) of the town's colour from those of what is urgent or
worth a look: of words, of grounds. What is urgent says so in words too."""

OF_COLLEGES = ("sarcelle", "accent", "ocre", "violet", "vert", "rose", "bleu", "brun")
"""The tokens of the colleges: none is the town's own colour, which might be another's."""

_ALERTS, _PALE_ALERTS = ("accent", "soleil"), ("accent-pale", "soleil-pale")

_STEP, _DARKEST, _LIGHTEST = 0.01, 0.06, 0.99
_FADING = (1.0, 0.6, 0.3, 0.0)
"""How much of its strength a colour keeps, where no lightness will do otherwise."""

_ANYWHERE, _NEAR = 1.0, 0.04
"""How far a lightness may go: a ground stays one, rather fainter than as white as paper."""


class _Scale(NamedTuple):
    """What a theme makes of a colour: its lightness and strength as words, unless they are its own; that of
    the grounds; how much further a strong word goes; where it turns round."""

    lightness: float | None
    strongest: float
    pale: float
    pale_part: float
    pale_strongest: float
    further: float
    end: float


_LIGHT = _Scale(None, 0.4, 0.945, 0.15, 0.022, -0.09, 0.2)
_DARK = _Scale(0.8, 0.14, 0.315, 0.45, 0.036, 0.07, 0.95)


def light(colour: str, theme: Tokens) -> Tokens:
    """The tokens that the light theme has of the colour, `#rrggbb`; `theme` are its others."""
    return _made(colour, theme, _LIGHT)


def dark(colour: str, theme: Tokens) -> Tokens:
    """The same, of the dark theme."""
    return _made(colour, theme, _DARK)


def _made(colour: str, theme: Tokens, scale: _Scale) -> Tokens:
    lightness, strength, hue = _parts(colour)
    words = ("encre", "encre-douce", "accent")
    drawn = [theme[name] for name in OF_COLLEGES]

    def is_ground(one: str) -> bool:
        """Whether words and seats are seen on it, and it is none of the grounds of alerts."""
        return (
            _is_read(one, (theme[name] for name in words))
            and all(contrast(one, other) >= DRAWING for other in drawn)
            and _is_apart(one, (theme[name] for name in (*_PALE_ALERTS, "papier", "feuille")), PALE_APART)
        )

    faint = scale.pale, min(strength * scale.pale_part, scale.pale_strongest), hue
    pale = _nearest(faint, is_ground, _NEAR)
    grounds = (theme["papier"], theme["feuille"], pale)
    alerts = [theme[name] for name in _ALERTS]

    def is_word(one: str) -> bool:
        return _is_read(one, grounds) and _is_apart(one, alerts, APART)

    wanted = (lightness if scale.lightness is None else scale.lightness, min(strength, scale.strongest), hue)
    own = scale.lightness is None and is_word(colour)
    word = colour if own else _nearest(wanted, is_word)
    strong = _nearest(_further(word, scale), lambda one: one != word and _is_read(one, grounds))
    return {"marque": word, "marque-forte": strong, "marque-pale": pale}


def bright(colour: str, *grounds: str) -> str:
    """A colour as it is read on these grounds."""
    return _nearest(_parts(colour), lambda one: _is_read(one, grounds))


def shaded(ground: str, words: str) -> str:
    """What is drawn on a ground, a little darker if it can be, so that words are read on it too."""
    return _nearest(_further(ground, _LIGHT), lambda one: one != ground and contrast(one, words) >= TEXT)


def _further(word: str, scale: _Scale) -> tuple[float, float, float]:
    """A stronger colour than one: further from the paper, or nearer to it where there is no room left."""
    lightness, strength, hue = _parts(word)
    beyond = lightness < scale.end if scale.further < 0 else lightness > scale.end
    return lightness + scale.further * (-3 if beyond else 1), strength, hue


def _nearest(
    wanted: tuple[float, float, float], will_do: Callable[[str], bool], furthest: float = _ANYWHERE
) -> str:
    """The colour nearest to one that will do, by its lightness, then by its strength; grey if no other."""
    lightness, strength, hue = wanted
    steps = round(furthest / _STEP) + 1
    for part in _FADING:
        for away in range(steps):
            for one in dict.fromkeys((lightness - away * _STEP, lightness + away * _STEP)):
                if _DARKEST <= one <= _LIGHTEST and will_do(found := _colour(one, strength * part, hue)):
                    return found
    raise ValueError(f"no colour will do near {wanted}")  # unless the theme itself cannot be read


def _is_read(one: str, others: Iterable[str]) -> bool:
    return all(contrast(one, other) >= TEXT for other in others)


def _is_apart(one: str, others: Iterable[str], least: float) -> bool:
    return all(distance(one, other) >= least for other in others)


@lru_cache(maxsize=4096)
def _colour(lightness: float, strength: float, hue: float) -> str:
    """`#rrggbb`, as strong as a screen can show it."""
    found = Color("oklch", [round(lightness, 4), strength, hue])
    return str(found.convert("srgb").fit(method="oklch-chroma").to_string(hex=True))


@lru_cache(maxsize=4096)
def _parts(colour: str) -> tuple[float, float, float]:
    """Lightness from 0 to 1, strength (chroma), hue in degrees: 0 for a grey, which has none."""
    lightness, strength, hue = Color(colour).convert("oklch").coords()
    return lightness, strength, 0.0 if isnan(hue) else hue


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Relative luminance, from 0 to 1."""
    return float(Color(colour).luminance())


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=4096)
def distance(one: str, other: str) -> float:
    """How far two colours are, as an eye has it (CIE 1976): a few are a nuance, twenty two colours."""
    return float(Color(one).delta_e(Color(other), method="76"))
