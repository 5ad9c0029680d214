"""The headings of a document: by their style, else by their look, else by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hub.importing.blocks import Block, Paragraph
from hub.importing.numbering import titled_by_number
from hub.importing.signs import NUMBER
from hub.importing.tidy import cut
from hub.model.names import fold

LONGEST = 140
"""Characters of a title."""

DEEPEST = 4
"""The lowest level that a look gives."""

FIRST = 2
"""The level of the first headings of a text: the page has its own title."""


def headed(
    blocks: Sequence[Block], titles: Iterable[str] = (), never: frozenset[str] = frozenset()
) -> tuple[Block, ...]:
    """The blocks, whose headings have their level: from `FIRST` down, one at a time; `titles` are what is
    known to be one (the items of an agenda), whatever its look; `never` are lines that are none."""
    ladder = _Ladder(blocks, titles, never)
    return tuple(
        ladder.placed(block, index) if isinstance(block, Paragraph) else block
        for index, block in enumerate(blocks)
    )


class _Ladder:
    """The levels of the headings met so far."""

    def __init__(self, blocks: Sequence[Block], titles: Iterable[str], never: frozenset[str]) -> None:
        self._blocks, self._never = blocks, never
        self._known = [fold(title) for title in titles]
        styled = [block.level for block in blocks if isinstance(block, Paragraph) and block.level > 0]
        above = any(isinstance(one, Paragraph) and not one.level and self._is_known(one) for one in blocks)
        self._lift = FIRST + above - min(styled, default=FIRST)
        self._numbered = titled_by_number(blocks, _may_be)
        self._looks: list[str] = []
        self._styled = self._above = self._section = FIRST - 1

    def placed(self, block: Paragraph, index: int) -> Paragraph:
        """The paragraph with its level, 0 for no heading."""
        wanted = self._level(block, index)
        if not wanted:
            return replace(block, level=0)
        level = max(FIRST, min(wanted, self._above + 1))
        self._above = level
        if block.level:
            self._styled = level
        if not block.item:
            self._section = level
        return _bare(replace(block, level=level, item=None))

    def _level(self, block: Paragraph, index: int) -> int:
        if block.level:
            return max(block.level, 1) + self._lift
        if not _may_be(block) or block.words in self._never:
            return 0
        look = _look(block)
        if index in self._numbered and not look and not self._is_known(block):
            return self._rank("numbered")
        if block.item:
            alone = _is_alone(self._blocks, index) and (look or self._is_known(block))
            return self._section + 1 if alone and look else FIRST if alone else 0
        if self._is_known(block):
            return FIRST
        return self._rank(look) if look else 0

    def _is_known(self, block: Paragraph) -> bool:
        """Whether it says a title that is known, or how one begins (a clerk shortens)."""
        if not _may_be(block):
            return False
        said = fold(title_of(block.words))
        return any(said == one or (len(said) > 8 and one.startswith(f"{said} ")) for one in self._known)

    def _rank(self, look: str) -> int:
        """The level of a look: below the headings by style, the first that is met is the highest."""
        if look not in self._looks:
            self._looks.append(look)
        return min(self._styled + 1 + self._looks.index(look), DEEPEST)


def _may_be(block: Paragraph) -> bool:
    words = block.words
    return len(words) <= LONGEST and not words.endswith((".", ";", ",")) and any(map(str.isalpha, words))


def _look(block: Paragraph) -> str:
    """How all its words look: what makes a title of a paragraph; '' for nothing."""
    words = block.words
    looks = [name for name in ("bold", "underlined") if block.looks(name)]
    if words.isupper() and len(words) > 5:
        looks.append("capitals")
    return " ".join(looks)


def title_of(words: str) -> str:
    """The words of a title, without its number and the colon after it."""
    found = NUMBER.match(words)
    return re.sub(r"[ :.]+$", "", words[found.end() :] if found else words)


def _is_alone(blocks: Sequence[Block], index: int) -> bool:
    """Whether an item has no other beside it: a title with a bullet before it."""
    beside = (blocks[index - 1] if index else None, blocks[index + 1] if index + 1 < len(blocks) else None)
    return not any(isinstance(one, Paragraph) and one.item for one in beside)


def _bare(block: Paragraph) -> Paragraph:
    """A heading has no look of its own, nor the number and the colon of who wrote it by hand."""
    runs = tuple(replace(run, bold=False, italic=False, underlined=False) for run in block.runs)
    plain = replace(block, runs=runs)
    written = "".join(run.words for run in runs)
    blank = len(written) - len(written.lstrip())
    if found := NUMBER.match(written.lstrip()):
        plain = cut(plain, blank + found.end())
    last = re.sub(r"\s*:\s*$", "", "".join(run.words for run in plain.runs))
    return _shortened(plain, len(last))


def _shortened(block: Paragraph, length: int) -> Paragraph:
    left = []
    for run in block.runs:
        left.append(replace(run, words=run.words[:length]))
        length -= len(left[-1].words)
    return replace(block, runs=tuple(left))
