"""The sheets have five sizes of letters, two weights and one scale of spaces: nothing is a little larger than
its neighbour without a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from hub.places import THEME

STYLE = THEME / "overrides" / "assets" / "hub" / "style"
TOKENS, LETTERS = "10-jetons.css", "12-lettres.css"
SIZES = ("petit", "texte", "grand", "titre", "page")
SCALE = {0.0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0, 1.2, 1.6, 2.0, 2.4, 3.0, 4.0}
"""Rem."""

OF_A_DRAWING = re.compile(r"\d+px")
OF_ITS_WORDS = re.compile(r"0\.\d+em")
"""Letters in a drawing have its units; those that follow the words around them, a part of theirs."""


def _declared(name: str) -> Iterator[tuple[str, str]]:
    """(sheet, value) of each declaration of a property whose name so begins."""
    for file in sorted(STYLE.glob("*.css")):
        if file.name not in (TOKENS, LETTERS):
            text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
            yield from ((file.name, value) for value in re.findall(rf"(?<![\w-]){name}: ([^;]+);", text))


def test_every_size_of_letters_is_one_of_five() -> None:
    known = {f"var(--t-{size})" for size in SIZES} | {"inherit"}
    other = [
        (sheet, size)
        for sheet, size in _declared("font-size")
        if size not in known and not OF_A_DRAWING.fullmatch(size) and not OF_ITS_WORDS.fullmatch(size)
    ]
    assert other == []
    declared = (STYLE / TOKENS).read_text(encoding="utf-8")
    assert re.findall(r"--t-(\w+):", declared) == list(SIZES)


def test_letters_have_the_two_weights_that_are_sent() -> None:
    assert {weight for _, weight in _declared("font-weight")} <= {"400", "700"}


@pytest.mark.parametrize("name", ["margin", "padding", "gap"])
def test_every_space_is_of_one_scale(name: str) -> None:
    sides = r"(?:-(?:block|inline|top|bottom|left|right)(?:-(?:start|end))?)?"
    other = [
        (sheet, value)
        for sheet, value in _declared(f"(?:row-|column-)?{name}{sides}")
        if "(" not in value
        for space in re.findall(r"(?<![\w.-])(\d*\.?\d+)rem", value)
        if float(space) not in SCALE
    ]
    assert other == []
