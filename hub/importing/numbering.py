"""The titles that only a number tells: « 1) Le forum », its text, « 2) La salle », its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from hub.importing.blocks import Block, Paragraph

FEWEST = 2
"""A single number tells nothing."""

_NUMBER = re.compile(r"(?P<number>\d{1,2})(?:[.)°]|[.)]? ?[-–—/])\s+(?=\S)")


def titled_by_number(blocks: Sequence[Block], may_be: Callable[[Paragraph], bool]) -> frozenset[int]:
    """Where such titles stand: typed numbers that follow each other from 1, or single items of numbered
    lists, each with something under it; lines of a list follow each other at once."""
    typed: list[int] = []
    items: list[int] = []
    for index, block in _single(blocks):
        if not may_be(block):
            continue
        if block.item:
            items.append(index)
        elif _number(block) == len(typed) + 1:
            typed.append(index)
    return frozenset(index for those in (typed, items) if len(those) >= FEWEST for index in those)


def _single(blocks: Sequence[Block]) -> Iterator[tuple[int, Paragraph]]:
    """Lines that have a number, and neither before nor after them another one."""
    those = [isinstance(one, Paragraph) and _is_numbered(one) for one in blocks]
    for index, block in enumerate(blocks[:-1]):
        beside = (index and those[index - 1]) or those[index + 1]
        if isinstance(block, Paragraph) and those[index] and not beside:
            yield index, block


def _is_numbered(block: Paragraph) -> bool:
    if block.item:
        return block.item.numbered and not block.item.depth
    return not block.level and _number(block) > 0


def _number(block: Paragraph) -> int:
    found = _NUMBER.match(block.words)
    return int(found["number"]) if found else 0
