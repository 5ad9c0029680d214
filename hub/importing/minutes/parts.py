"""The blocks of minutes -> their parts: what is a field, in the lines of the document, and the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from hub.importing.blocks import Block, Paragraph, Table
from hub.importing.ledger import Ledger
from hub.importing.minutes import title
from hub.importing.minutes.follow_up import columns
from hub.importing.minutes.labels import Label, Part, announces_next, label_of
from hub.importing.minutes.nouns import own_nouns
from hub.importing.minutes.roll import LISTS, roll
from hub.importing.minutes.title import Opening
from hub.importing.signs import NUMBER
from hub.model.hub import Hub

OPENING = 12
"""Blocks among which the title is looked for."""

LONGEST_NAME, LONGEST_ITEM = 120, 200
_NUMBERED = re.compile(r"[;\n]|\s(?=\d{1,2}[.)] )")


@dataclass
class Parts:
    """What was told apart: the lines of each list, the follow-up tables with the title above them, the words
    that say when the next meeting is, and the blocks of the text."""

    opening: Opening = field(default_factory=Opening)
    lines: dict[Part, list[str]] = field(default_factory=lambda: {part: [] for part in Part})
    tables: list[tuple[Table, list[str], str]] = field(default_factory=list)
    next: list[str] = field(default_factory=list)
    text: list[Block] = field(default_factory=list)


class Sorting:
    """Blocks one after the other; a label opens a zone that takes the blocks which go on with it."""

    def __init__(self, hub: Hub, ledger: Ledger) -> None:
        self._hub, self._ledger = hub, ledger
        self._nouns = own_nouns(hub.site.mots)
        self.parts = Parts()
        self._zone: Part | None = None
        self._open = False
        self._awaits_next = False

    def sort(self, blocks: Sequence[Block]) -> Parts:
        """All of them."""
        for index, block in enumerate(blocks):
            self._take(block, index)
        return self.parts

    def _take(self, block: Block, index: int) -> None:
        if self._zone and self._goes_on(block):
            return
        self._zone = None
        if isinstance(block, Table) and self._table(block):
            return
        if isinstance(block, Paragraph):
            label = label_of(block.words, self._nouns)
            if label and self._labelled(block, label):
                return
            if index < OPENING and title.read(block.words, self.parts.opening, self._hub, self._ledger):
                return
            self._next_of(block.words)
        self.parts.text.append(block)

    def _next_of(self, words: str) -> None:
        """A line that says when the next meeting is stays in the text, and is read besides."""
        if self._awaits_next or announces_next(words, self._nouns):
            self.parts.next.append(words)
        self._awaits_next = False

    def _labelled(self, block: Paragraph, label: Label) -> bool:
        """Take what a label begins; False where the line is of the text."""
        words, rest = block.words, block.words[label.end :].strip()
        colon = words[: label.end].rstrip().endswith(":")
        if label.part is Part.NEXT:
            self.parts.next.append(rest)
            self._awaits_next = not rest
            self.parts.text.append(block)
            return True
        if label.part is Part.FOLLOW_UP or (
            label.part is Part.TOWN and not colon and not self._lists_begun()
        ):
            return False
        if label.part is Part.DATE and not title.whole_date(rest):
            return False
        if not colon and block.item and not rest:
            return False  # « - présence », an item of a list
        self._ledger.told(words[: label.end])
        if label.part is Part.DATE:
            self._dated(rest)
            return True
        self._zone, self._open = label.part, not rest or rest.endswith((",", ";"))
        if rest:
            self._add(label.part, rest)
        return True

    def _dated(self, rest: str) -> None:
        said = title.whole_date(rest)
        assert said
        self.parts.opening.date = self.parts.opening.date or said.iso[:10]
        self._ledger.told(rest[said.start : said.end])

    def _lists_begun(self) -> bool:
        return any(self.parts.lines[part] for part in LISTS)

    def _add(self, part: Part, words: str) -> None:
        if part is Part.AGENDA:
            for item in _NUMBERED.split(words):
                self._add_item(item.strip())
        else:
            self.parts.lines[part].append(words)

    def _add_item(self, item: str) -> None:
        number = NUMBER.match(item)
        if number:
            self._ledger.told(number[0])
        if bare := _bare(item):
            self.parts.lines[Part.AGENDA].append(bare)

    def _goes_on(self, block: Block) -> bool:
        """Whether a block goes on with the zone, and is taken there."""
        zone = self._zone
        assert zone
        if not isinstance(block, Paragraph) or block.level or label_of(block.words, self._nouns):
            return False
        if zone is Part.AGENDA:
            return self._agenda_goes_on(block)
        lines = self.parts.lines[zone]
        if block.item or (lines and lines[-1].endswith((",", ";"))):
            lines.append(block.words)
            return True
        looks = block.looks("bold") or block.looks("underlined")
        if not self._open or looks or len(block.words) > LONGEST_NAME or (zone is Part.PLACE and lines):
            return False
        lines.append(block.words)
        return True

    def _agenda_goes_on(self, block: Paragraph) -> bool:
        """Items; else, where none is, lines that are short, until one says again the first of them."""
        items = self.parts.lines[Part.AGENDA]
        numbered = NUMBER.match(block.words) is not None
        looks = block.looks("bold") or block.looks("underlined")
        plain = self._open and not looks and not block.words.endswith(".")
        again = any(_bare(block.words) == item for item in items)
        if len(block.words) > LONGEST_ITEM or again or (items and looks and not block.item):
            return False
        if not (block.item or (self._open and numbered) or (plain and (not items or not self._by_items))):
            return False
        self._by_items = block.item is not None or numbered
        self._add_item(block.words)
        return True

    _by_items = False

    def _table(self, table: Table) -> bool:
        """Take a table that is a field; False where it is of the text."""
        if keys := columns(table):
            self.parts.tables.append((table, keys, self._section()))
            return True
        return self._attendance(table)

    def _section(self) -> str:
        """The title above a table; that of the table itself is what the page writes."""
        last = self.parts.text[-1] if self.parts.text else None
        if not isinstance(last, Paragraph):
            return ""
        label = label_of(last.words, self._nouns)
        if label and label.part is Part.FOLLOW_UP:
            self.parts.text.pop()
            self._ledger.told(last.words)
            return self._section() or _bare(last.words)
        short = len(last.words) <= LONGEST_NAME and not last.words.endswith((".", ";", ",", "?", "!"))
        number = NUMBER.match(last.words)
        return last.words[number.end() if number else 0 :].strip(" :") if short and not last.item else ""

    def _attendance(self, table: Table) -> bool:
        """A table of who came, or one that only sets parts side by side."""
        if found := roll(table.texts()):
            for words in found.told:
                self._ledger.told(words)
            for words in found.left:
                self._ledger.leave(words)
            for part, line in found.lines:
                self._put(part, line)
            return True
        cells = [cell for row in table.rows for cell in row if cell]
        labels = [label_of(cell[0].words) for cell in cells]
        if not any(label and label.part in LISTS for label in labels):
            return False
        for cell in cells:
            self._zone = None
            for paragraph in cell:
                self._take(paragraph, OPENING)
        self._zone = None
        return True

    def _put(self, part: Part, line: str) -> None:
        if part is Part.DATE and title.whole_date(line):
            self._dated(line)
        else:
            self._add(part, line)


def _bare(item: str) -> str:
    """The words of an item, without its number and what ends it."""
    number = NUMBER.match(item)
    return item[number.end() if number else 0 :].strip().rstrip(";,.: ").strip()
