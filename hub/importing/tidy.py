"""Blocks as a program gives them -> as they are meant: lists typed by hand are lists, blanks are blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hub.importing.blocks import Block, Item, Paragraph, Run, Table, merged
from hub.importing.signs import BULLET

_ORDINARY = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u3000\t", " "),
        **dict.fromkeys("’‘ʼ＇", "'"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", None),
        "\u2011": "-",
    }
)
"""The site sets apostrophes and no-break blanks by itself; what nobody sees is no sign."""

_DEPTHS = {"o": 1, "\u25aa": 2, "\uf0a7": 2}
"""The bullets of Word's second and third levels."""

_NUMBER = re.compile(r"\s*(?P<number>\d{1,2})[.)][ \t]+(?=\S)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def tidied(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, each line of a paragraph one of its own, an item where it begins with a bullet."""
    return tuple(one for block in blocks for one in _tidied(block))


def _tidied(block: Block) -> Iterator[Block]:
    match block:
        case Paragraph():
            yield from _lines(block)
        case Table():
            yield Table(tuple(tuple(_cell(cell) for cell in row) for row in block.rows))
        case _:
            yield block


def _cell(cell: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(line for paragraph in cell for line in _lines(paragraph))


def _lines(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The lines of a paragraph; those of an item that begin with no bullet go on with it."""
    held: Paragraph | None = None
    for runs in _cut(paragraph.runs):
        line = _item(replace(paragraph, runs=runs))
        if not line.words:
            continue
        if held and paragraph.item and line.item == paragraph.item:
            held = replace(held, runs=merged([*held.runs, Run(" "), *line.runs]))
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _cut(runs: Iterable[Run]) -> Iterator[tuple[Run, ...]]:
    """The runs of each line, in ordinary signs."""
    line: list[Run] = []
    for run in runs:
        words = _CONTROL.sub("", run.words.replace("\v", "\n").translate(_ORDINARY))
        first, *others = words.split("\n")
        line.append(replace(run, words=first))
        for other in others:
            yield merged(line)
            line = [replace(run, words=other)]
    yield merged(line)


def _item(line: Paragraph) -> Paragraph:
    """The line, without the bullet that was typed before it, where there is one."""
    written = "".join(run.words for run in line.runs)
    bare = written.lstrip()
    found = BULLET.match(bare)
    if not found or line.level:
        return line
    typed = max(min((len(written) - len(bare)) // 3, 3), _DEPTHS.get(bare[0], 0))
    depth = line.item.depth if line.item else typed
    return replace(line, runs=_without(line.runs, len(written) - len(bare) + found.end()), item=Item(depth))


def _without(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """The runs without their first `length` signs."""
    left: list[Run] = []
    for run in runs:
        cut = min(length, len(run.words))
        length -= cut
        left.append(replace(run, words=run.words[cut:]))
    return merged(left)


def cut(paragraph: Paragraph, length: int) -> Paragraph:
    """The paragraph without its first `length` signs."""
    return replace(paragraph, runs=_without(paragraph.runs, length))


def numbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, where lines numbered by hand from 1 are a list: two at least, that are no titles."""
    found = list(blocks)
    index = 0
    while index < len(found):
        size = _run_of_numbers(found, index)
        for one in range(index, index + size if size > 1 else index):
            line = found[one]
            assert isinstance(line, Paragraph)
            sign = _NUMBER.match(line.words)
            blank = len("".join(run.words for run in line.runs)) - len(
                "".join(r.words for r in line.runs).lstrip()
            )
            found[one] = replace(cut(line, blank + sign.end() if sign else 0), item=Item(0, numbered=True))
        index += max(1, size)
    return tuple(found)


def _run_of_numbers(blocks: Sequence[Block], start: int) -> int:
    """How many lines from `start` are numbered 1, 2, 3…"""
    size = 0
    for block in blocks[start:]:
        sign = _NUMBER.match(block.words) if isinstance(block, Paragraph) and not block.level else None
        if sign is None or int(sign["number"]) != size + 1:
            break
        size += 1
    return size
