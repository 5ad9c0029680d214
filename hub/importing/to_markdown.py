"""Blocks -> Markdown, in the forms that the town's files have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from hub.importing.blocks import Block, Paragraph, Picture, Run, Table

_MEANT = re.compile(r"[\\`*\[\]<>|]|(?<![^\W_])_|_(?![^\W_])|~|&(?=#?\w+;)|!(?=\[)")
"""Signs that Markdown may obey in the midst of words (CommonMark 0.31, 2.4)."""

_BEGINS = re.compile(
    r"(?P<sign>#{1,6}(?=\s|$)|[-+=](?=\s|$)|(?P<number>\d{1,9})(?P<end>[.)])(?=\s|$)|-{3,}|={2,}|:(?=\s))"
)
_ADDRESS = re.compile(r"https?://[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]'…]")
_HOST = re.compile(r"^https?://(?:www\.)?|/$")


def markdown(blocks: Iterable[Block], images: Mapping[int, str]) -> str:
    """The text; `images` are the names of the pictures, by their places among the blocks."""
    parts = []
    for kind, those in groupby(enumerate(blocks), key=lambda pair: _kind(pair[1])):
        held = list(those)
        if kind == "list":
            parts.append("\n".join(_items([block for _, block in held])))
        else:
            parts += [_alone(block, images.get(index, "")) for index, block in held]
    return "\n\n".join(part for part in parts if part) + "\n"


def _kind(block: Block) -> str:
    if isinstance(block, Paragraph) and block.item:
        return "list"
    return type(block).__name__


def _alone(block: Block, image: str) -> str:
    match block:
        case Paragraph():
            words = inline(block)
            return f"{'#' * block.level} {words}" if block.level > 0 else _begun(words)
        case Table():
            return _table(block)
        case Picture():
            return image


def inline(block: Paragraph, *, heading: bool = False) -> str:
    """The words of a paragraph on one line, with their look; a heading has none."""
    plain = heading or block.level > 0
    return " ".join("".join(_run(run, plain=plain) for run in block.runs).replace("\n", " ").split())


def _run(run: Run, *, plain: bool) -> str:
    bare = run.words.strip()
    if not bare:
        return " " if run.words else ""
    before, after = _blanks(run.words)
    words = f"[{escaped(bare)}]({_target(run.link)})" if run.link else _linked(bare)
    if not plain and not run.link:
        words = f"**{words}**" if run.bold else f"*{words}*" if run.italic else words
    return f"{before}{words}{after}"


def _blanks(words: str) -> tuple[str, str]:
    return (" " if words[:1].isspace() else "", " " if words[-1:].isspace() else "")


def _target(link: str) -> str:
    return re.sub(r"[\s<>()\\]", lambda sign: f"%{ord(sign[0]):02X}", link)


def _linked(words: str) -> str:
    """The words, where an address of the web is a link on what people read of it."""
    parts, at = [], 0
    for found in _ADDRESS.finditer(words):
        shown = _HOST.sub("", found[0])
        parts += [escaped(words[at : found.start()]), f"[{escaped(shown)}]({_target(found[0])})"]
        at = found.end()
    return "".join([*parts, escaped(words[at:])])


def escaped(words: str) -> str:
    """The words, that a reader of Markdown shows as they are in the midst of a line."""
    return _MEANT.sub(r"\\\g<0>", words)


def _begun(words: str) -> str:
    """A paragraph, that begins nothing else."""
    found = _BEGINS.match(words)
    if not found:
        return words
    if found["number"]:
        return f"{found['number']}\\{words[len(found['number']) :]}"
    return f"\\{words}"


def _items(blocks: Iterable[Block]) -> Iterator[str]:
    """The lines of a list; an item in another is set in by the width of its sign."""
    levels: list[_Level] = []
    for block in blocks:
        assert isinstance(block, Paragraph) and block.item
        while len(levels) > 1 and levels[-1].depth > block.item.depth:
            levels.pop()
        if not levels or levels[-1].depth < block.item.depth:
            levels.append(_Level(block.item.depth, block.item.numbered))
        last = levels[-1]
        if last.numbered != block.item.numbered:
            if len(levels) == 1:
                yield ""  # another list
            levels[-1] = last = _Level(last.depth, block.item.numbered)
        last.count += 1
        margin = sum(len(level.sign) for level in levels[:-1])
        yield f"{' ' * margin}{last.sign}{_begun(inline(block))}"


@dataclass
class _Level:
    """A list that is open: how deep the document has it, and how many items it has."""

    depth: int
    numbered: bool
    count: int = 0

    @property
    def sign(self) -> str:
        return f"{self.count}. " if self.numbered else "- "


def _table(table: Table) -> str:
    rows = [["<br>".join(map(inline, cell)) for cell in row] for row in table.rows]
    head, *others = rows
    lines = [head, ["---"] * len(head), *others]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
