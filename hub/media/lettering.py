"""Words set in a box: wrapped between words, as large as they fit, cut where even the smallest does not."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import ImageDraw, ImageFont

LEADING = 1.18
"""The height of a line, for letters one high."""


class Lettering(NamedTuple):
    """Lines of one size, in pixels."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont
    leading: int

    @property
    def height(self) -> int:
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        return max(map(self.font.getlength, self.lines), default=0)

    def draw(self, draw: ImageDraw.ImageDraw, at: tuple[int, int], colour: str) -> None:
        """Draw them from the upper left corner `at`; a line's capitals stand in the middle of its height."""
        left, top = at
        for number, line in enumerate(self.lines):
            baseline = top + number * self.leading + round(self.leading * 0.76)
            draw.text((left, baseline), line, font=self.font, fill=colour, anchor="ls")


def fitted(words: str, path: Path, sizes: Sequence[int], width: int, height: int) -> Lettering:
    """`words` in a box of `width` by `height` pixels, at the first of `sizes` (largest first) that fits.

    What does not fit at the last one ends by « … ».
    """
    words = " ".join(word for word in words.split(" ") if word)
    for size in sizes:
        font = font_at(path, size)
        leading = round(size * LEADING)
        lines = tuple(wrapped(words, font, width))
        room = max(1, height // leading)
        if len(lines) <= room and not any(_broken(lines, words)):
            return Lettering(lines, font, leading)
    lines = tuple(wrapped(words, font, width))
    if len(lines) > room:
        lines = (*lines[: room - 1], _ellipsis(lines[room - 1], font, width))
    return Lettering(lines, font, leading)


def wrapped(words: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """The lines of `words`, none wider than `width`; a word that is wider alone is broken."""
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        *broken, line = _pieces(word, font, width)
        yield from broken
    if line:
        yield line


def _pieces(word: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """A word in pieces that are not wider than `width`; a hyphen of its own is the best place."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and font.getlength(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _broken(lines: Sequence[str], words: str) -> Iterator[bool]:
    """Whether each end of a line is inside a word."""
    whole = set(words.split(" "))
    for line in lines:
        yield line.rpartition(" ")[2] not in whole


def _ellipsis(line: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    while line and font.getlength(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip(' ,;:.')}…"


@functools.lru_cache(maxsize=64)
def font_at(path: Path, size: int) -> ImageFont.FreeTypeFont:
    """A font at a size in pixels. The plain layout engine: the other is not on every machine."""
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
