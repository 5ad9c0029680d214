"""A plain text -> blocks: its paragraphs, its lists by their signs, its tables by their tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from hub.importing.blocks import Block, Item, Paragraph, Reading, Run, Table, merged, plain
from hub.importing.signs import BULLET, NUMBER

_BOLD = re.compile(r"\*\*(?P<words>[^*\n]+)\*\*|(?<!\w)__(?P<other>[^_\n]+)__(?!\w)")
_RAISED = re.compile(r"\^\{(\w{1,6})\}")
"""« 1^{er} »: how a program that makes text of Word writes what is raised."""

_RULE = re.compile(r"[ \t]*([-=_*~.])(?:[ \t]*\1){2,}[ \t]*")
_HEADING = re.compile(r"(?P<signs>#{1,6})[ \t](?P<words>.*)")
_TABBED = 1
"""Tabs in a line of a table."""


def read(text: str) -> Reading:
    """The blocks of a text. A line that begins with a bullet is an item; lines with tabs or bars in a row are
    a table; others are paragraphs, whose lines are joined where the text was cut to a width."""
    lines = _RAISED.sub(r"\1", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")).split(
        "\n"
    )
    is_cut = all(len(line) <= WIDEST for line in lines if "\t" not in line and "|" not in line)
    blocks: list[Block] = []
    number = 0
    for is_table, those in groupby(lines, key=_is_of_a_table):
        if is_table:
            blocks.append(_table(list(those)))
        else:
            number += 1
            blocks += _passages(list(those), number, is_cut)
    return Reading(tuple(blocks))


def _is_of_a_table(line: str) -> bool:
    bare = line.strip()
    return bare.count("\t") >= _TABBED or (bare.count("|") >= 2 and bare.startswith("|"))


def _table(lines: list[str]) -> Block:
    rows = [[cell.strip() for cell in _cells(line)] for line in lines]
    rows = [row for row in rows if any(not re.fullmatch("[-: ]*", cell) for cell in row)]
    width = max(map(len, rows), default=0)
    if len(rows) < 2:  # a line with tabs: words set apart
        return plain(" ".join(cell for row in rows for cell in row if cell))
    return Table(
        tuple(
            tuple((plain(cell),) if cell else () for cell in row + [""] * (width - len(row))) for row in rows
        )
    )


def _cells(line: str) -> list[str]:
    bare = line.strip()
    return bare.split("\t") if "\t" in bare else bare.strip("|").split("|")


def _passages(lines: list[str], number: int, is_cut: bool) -> Iterator[Paragraph]:
    """Paragraphs and items; a blank line ends one."""
    for blank, those in groupby(lines, key=lambda line: not line.strip() or bool(_RULE.fullmatch(line))):
        if not blank:
            yield from _passage(list(those), number, is_cut)


def _passage(lines: list[str], number: int, is_cut: bool) -> Iterator[Paragraph]:
    held: list[str] = []
    item: Item | None = None
    for line in lines:
        begins = _item(line)
        heading = _HEADING.fullmatch(line)
        if (begins or heading or not (is_cut and _goes_on(held, line))) and held:
            yield _paragraph(held, item, number)
            held, item = [], None
        if begins:
            item = begins[0]
        held.append(begins[1] if begins else line)
        if heading:
            words = _runs(heading["words"].strip(" \t#"))
            yield Paragraph(words, level=len(heading["signs"]))
            held = []
    if held:
        yield _paragraph(held, item, number)


def _item(line: str) -> tuple[Item, str] | None:
    bare = line.lstrip()
    depth = min((len(line.expandtabs(4)) - len(bare)) // 2, 4)
    if found := BULLET.match(bare):
        return Item(depth), bare[found.end() :]
    if found := NUMBER.match(bare):
        return Item(depth, numbered=True), bare[found.end() :]
    return None


_LABEL = re.compile(r"[A-ZÀ-Ý][^:,;]{3,60}:(?:\s|$)")
"""« Présents : »: a line that begins so goes on with nothing."""

WIDTH, WIDEST = 60, 120
"""Characters of a line that may have been cut to a width; of one that shows that lines are not."""


def _goes_on(held: list[str], line: str) -> bool:
    """Whether a line goes on with the paragraph above: the text was cut to a width, or the word goes on."""
    if not held:
        return False
    last = held[-1].rstrip()
    if _LABEL.match(line):
        return False
    return len(last) >= WIDTH or line.lstrip()[:1].islower() or line.startswith((" ", "\t"))


def _paragraph(lines: list[str], item: Item | None, number: int) -> Paragraph:
    words = re.sub(r"(?<=\w-)\n(?=\w)", "", "\n".join(line.strip() for line in lines)).replace("\n", " ")
    return Paragraph(_runs(words), item=item, list_number=number)


def _runs(words: str) -> tuple[Run, ...]:
    runs, at = [], 0
    for found in _BOLD.finditer(words):
        runs += [Run(words[at : found.start()]), Run(found["words"] or found["other"], bold=True)]
        at = found.end()
    return merged([*runs, Run(words[at:])])
