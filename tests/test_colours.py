"""The colours of colleges: eight are told apart, and each is seen, in both themes and without colours."""

from __future__ import annotations

import itertools
import re

import pytest

from hub.build import TEMPLATES, THEME, inspect
from hub.markup import Renderer
from hub.model.bureau import College
from hub.pages import pages
from hub.pages.hemicycle import COLOURS, letter, shade
from tests import towns

STYLE = THEME / "overrides" / "assets" / "hub" / "style"
SHEET = (STYLE / "10-jetons.css").read_text(encoding="utf-8")
BLOCKS = re.findall(r":root[^{]*\{([^}]*color-scheme:[^}]*)\}", SHEET)
"""The tokens of the light theme, of the system's dark one, of the reader's own."""

APART = 20
"""The least distance of two colours (CIE 1976): a few is a nuance, and twenty two colours."""


def _themes() -> list[dict[str, str]]:
    return [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block)) for block in BLOCKS]


def _of_colleges(theme: dict[str, str]) -> list[str]:
    rules = re.findall(
        r"\.college-(\d)\s*\{\s*--teinte: var\(--([a-z-]+)\)",
        (STYLE / "74-bureau.css").read_text(encoding="utf-8"),
    )
    assert [int(rank) for rank, _ in rules] == list(range(COLOURS))
    return [theme[token] for _, token in rules]


def _darkened(theme: dict[str, str]) -> list[str]:
    """The colours that words have, or stand on, once mixed with ink: those of states, those of labels."""
    mixed = {
        (token, int(share))
        for sheet in ("58-actes.css", "56-echanges.css")
        for written in [(STYLE / sheet).read_text(encoding="utf-8")]
        for named, share in re.findall(
            r"color-mix\(in srgb, var\(--([a-z-]+)\) (\d+)%, var\(--encre\)\)", written
        )
        for token in (re.findall(r"--etat: var\(--([a-z-]+)\)", written) if named == "etat" else [named])
    }
    return [_mixed(theme[token], theme["encre"], share) for token, share in sorted(mixed)]


def _mixed(one: str, other: str, share: int) -> str:
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round((a * share + b * (100 - share)) / 100):02x}" for a, b in pairs)


def _linear(colour: str) -> list[float]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def _contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2 (relative luminance)."""
    light, dark = sorted(
        (0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(_linear, (one, other))), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def _distance(one: str, other: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(_lab(one), _lab(other), strict=True)) ** 0.5


def _lab(colour: str) -> tuple[float, float, float]:
    """CIE 1976 L*a*b*, of sRGB under D65."""
    r, g, b = _linear(colour)
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (
            (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
            0.2126 * r + 0.7152 * g + 0.0722 * b,
            (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_there_are_two_themes_and_the_dark_one_stands_twice_the_same() -> None:
    _, of_system, of_reader = _themes()
    assert of_system == of_reader


@pytest.mark.parametrize("theme", _themes(), ids=("light", "dark of the system", "dark of the reader"))
def test_words_are_read_by_whoever_sees_little(theme: dict[str, str]) -> None:
    """The ratio of WCAG 2.2, 1.4.6: 7, on every ground where the style sheets put them."""
    for words in ("encre", "encre-douce", "marque", "marque-forte"):
        for ground in ("papier", "feuille", "marque-pale"):
            assert _contrast(theme[words], theme[ground]) >= 7, (words, ground)
    assert _contrast(theme["accent-fort"], theme["accent-pale"]) >= 7
    found = _darkened(theme)
    assert len(found) >= 7, "the states of an action, and what is offered or looked for"
    for colour in found:
        assert min(_contrast(colour, theme[ground]) for ground in ("papier", "feuille")) >= 7, colour


@pytest.mark.parametrize("theme", _themes(), ids=("light", "dark of the system", "dark of the reader"))
def test_eight_colleges_are_told_apart_and_each_is_seen(theme: dict[str, str]) -> None:
    """A letter on its colour is large text (WCAG 1.4.6, 4.5); a seat or a dot is a drawing (1.4.11, 3)."""
    colours = _of_colleges(theme)
    assert len(colours) >= 8
    for one, other in itertools.combinations(colours, 2):
        assert _distance(one, other) >= APART, (one, other)
    for colour in colours:
        assert _contrast(colour, theme["papier"]) >= 4.5, colour
        assert min(_contrast(colour, theme[ground]) for ground in ("feuille", "marque-pale")) >= 3, colour


def test_no_two_colleges_of_eight_have_one_colour_and_no_two_of_twenty_six_one_letter() -> None:
    assert len({shade(rank) for rank in range(8)}) == 8
    assert len({letter(rank) for rank in range(26)}) == 26


def test_the_assembly_tells_colleges_apart_without_colour() -> None:
    """By their order, their letter in the key, and of two neighbours one is drawn hollow."""
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    made = pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})
    home = next(page.body for page in made if page.address == "/")
    drawn = re.findall(r'<g class="([a-z0-9-]+)"><path id="_assemblee-(\d)"', home)
    hollow = re.findall(r'<use href="#_assemblee-(\d)"', home)
    key = re.findall(
        r'class="college-cle( college-creux)? ([a-z0-9-]+)" aria-hidden="true">(.)</span> ([^<]+)', home
    )
    assert [name for name, _ in drawn] == [name for _, name, _, _ in key]
    assert hollow == [number for _, number in drawn if int(number) % 2 == 0]
    assert [bool(mark) for mark, *_ in key] == [int(number) % 2 == 0 for _, number in drawn]
    assert len({sign for _, _, sign, _ in key}) == len(key) > 2
    named: list[College] = list(hub.bureau.colleges)
    assert [words.rpartition("(")[0].strip() for *_, words in key][: len(named)] == [c.nom for c in named]
