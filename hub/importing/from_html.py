"""HTML (a web page, what mammoth makes of a Word file) -> blocks."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import html

from hub.importing.blocks import TITLE, Block, Item, Look, Paragraph, Picture, Reading, Run, Table, merged

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = ("ul", "ol", "dir", "menu")
_BLOCKS = frozenset(
    "p div section article main header footer nav address blockquote pre center form fieldset li dt dd dl "
    "body figure figcaption aside details summary".split()
)
_LOOKS: dict[str, Look] = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite"), "italic"),
    **dict.fromkeys(("u", "ins"), "underlined"),
}
_UNSAID = frozenset("script style head title template noscript svg math iframe object embed".split())
_PICTURE = re.compile(r"data:image/[\w.+-]+;base64,(?P<data>.*)", re.DOTALL)
_ENCODING = re.compile(r"^\s*<\?xml[^>]*\?>")
_WEIGHT = re.compile(r"font-weight:\s*(?:bold|[6-9]00)")
MOST_SPANNED = 60
"""Rows or columns that a cell may cover."""

DEEPEST = 200
"""Elements in elements that are followed: pages of people have some thirty."""


@dataclass
class _Builder:
    """The blocks that were read, and the paragraph that is being read."""

    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    level: int = 0
    item: Item | None = None
    list_number: int = 0
    lists: int = 0

    def end(self) -> None:
        """The paragraph is whole."""
        paragraph = Paragraph(merged(self.runs), self.level, self.item, self.list_number)
        if paragraph.words:
            self.blocks.append(paragraph)
        self.blocks.extend(self.pictures)
        self.runs, self.pictures = [], []


def read(page: str) -> Reading:
    """The blocks of a page; its scripts and styles are no words of it."""
    page = _ENCODING.sub("", page)
    if not page.strip():
        return Reading(())
    builder = _Builder()
    _walk(html.document_fromstring(page), builder, Run(""), 0)
    builder.end()
    return Reading(tuple(builder.blocks))


def _walk(node: Any, to: _Builder, look: Run, depth: int) -> None:
    """Read an element and what is in it."""
    if not isinstance(node.tag, str) or node.tag in _UNSAID or depth > DEEPEST:
        return
    tag = node.tag
    look = _look(node, look)
    if tag == "br":
        to.runs.append(replace(look, words="\n"))
    elif tag == "img":
        to.pictures.extend(_picture(node))
    elif tag == "table":
        to.end()
        to.blocks.extend(_table(node, depth))
    elif tag in _LISTS:
        _list(node, to, look, depth)
    elif tag in _HEADINGS or tag in _BLOCKS:
        _block(node, to, look, depth)
    else:
        _inside(node, to, look, depth)


def _inside(node: Any, to: _Builder, look: Run, depth: int) -> None:
    _say(node.text, to, look)
    for child in node:
        _walk(child, to, look, depth + 1)
        _say(child.tail, to, look)


def _say(words: str | None, to: _Builder, look: Run) -> None:
    if words:
        to.runs.append(replace(look, words=re.sub(r"[ \t\r\n\f]+", " ", words)))


def _look(node: Any, look: Run) -> Run:
    style = (node.get("style") or "").lower()
    if node.tag in _LOOKS:
        look = look.with_look(_LOOKS[node.tag])
    if _WEIGHT.search(style):
        look = replace(look, bold=True)
    if "text-decoration" in style and "underline" in style:
        look = replace(look, underlined=True)
    if node.tag == "a" and (node.get("href") or "").lower().startswith(("http://", "https://", "mailto:")):
        look = replace(look, link=node.get("href").strip(), underlined=False)
    return look


def _block(node: Any, to: _Builder, look: Run, depth: int) -> None:
    """A paragraph or a heading of its own; a box of others leaves no trace."""
    to.end()
    level = to.level
    title = "titre" in (node.get("class") or "").split()
    to.level = TITLE if title else _HEADINGS.get(node.tag, to.level)
    _inside(node, to, look, depth)
    to.end()
    to.level = level


def _list(node: Any, to: _Builder, look: Run, depth: int) -> None:
    to.end()
    before = to.item, to.list_number
    to.lists += 1
    inner = to.item.depth + 1 if to.item else 0
    to.list_number = to.list_number if to.item else to.lists
    for child in node:
        to.item = Item(inner, node.tag == "ol")
        _walk(child, to, look, depth + 1)
        to.end()
    to.item, to.list_number = before


def _picture(node: Any) -> Iterator[Picture]:
    """A picture that is in the page itself: those of other sites stay there."""
    if found := _PICTURE.fullmatch((node.get("src") or "").strip()):
        try:
            yield Picture(base64.b64decode(found["data"], validate=False), (node.get("alt") or "").strip())
        except binascii.Error:
            return


def _table(node: Any, depth: int) -> Iterator[Block]:
    """The table; then the pictures of its cells. One of a single cell is a box: its blocks."""
    rows = [row for row in node.iter("tr") if next(row.iterancestors("table")) is node]
    grid = _grid([[cell for cell in row if cell.tag in ("td", "th")] for row in rows])
    cells = [[_cell(cell, depth) if cell is not None else [] for cell in row] for row in grid]
    if len(cells) == 1 and len(cells[0]) == 1:
        yield from cells[0][0]
        return
    whole = tuple(tuple(map(_paragraphs, row)) for row in cells)
    if any(cell for row in whole for cell in row):
        yield Table(whole)
    yield from (block for row in cells for cell in row for block in cell if isinstance(block, Picture))


def _grid(rows: list[list[Any]]) -> list[list[Any]]:
    """The cells in their columns, None where one reaches from above or from before (HTML, 4.9.12)."""
    grid: list[dict[int, Any]] = [{} for _ in rows]
    for index, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in grid[index]:
                column += 1
            wide, high = _number(cell, "colspan"), _number(cell, "rowspan")
            for below in range(index, min(index + high, len(rows))):
                grid[below].update(dict.fromkeys(range(column, column + wide)))
            grid[index][column] = cell
            column += wide
    width = max((max(row, default=-1) + 1 for row in grid), default=0)
    return [[row.get(column) for column in range(width)] for row in grid if row]


def _number(cell: Any, name: str) -> int:
    said = cell.get(name) or "1"
    return min(max(int(said), 1), MOST_SPANNED) if re.fullmatch("[0-9]{1,4}", said) else 1


def _cell(cell: Any, depth: int) -> list[Block]:
    inside = _Builder()
    _inside(cell, inside, Run("", bold=False), depth + 1)
    inside.end()
    return inside.blocks


def _paragraphs(cell: list[Block]) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell, those of a table in it included."""
    found: list[Paragraph] = []
    for block in cell:
        if isinstance(block, Paragraph):
            found.append(block)
        elif isinstance(block, Table):
            found += [paragraph for row in block.rows for inner in row for paragraph in inner]
    return tuple(found)
