"""What a document is made of, whatever program wrote it: paragraphs, tables, pictures, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Look = Literal["bold", "italic", "underlined"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; `link` is where they lead, '' for nowhere. A `\\n` in them is an end of line."""

    words: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    link: str = ""

    def with_look(self, *looks: Look) -> Run:
        """The same, of these looks besides."""
        return Run(
            self.words,
            self.bold or "bold" in looks,
            self.italic or "italic" in looks,
            self.underlined or "underlined" in looks,
            self.link,
        )


@dataclass(frozen=True, slots=True)
class Item:
    """What makes a paragraph an item of a list: its depth (from 0), and whether items are numbered."""

    depth: int = 0
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`level` is that of a heading by its style, from 1, 0 for none (`TITLE` for a document's title);
    `list_number` tells one list of the document from another."""

    runs: tuple[Run, ...]
    level: int = 0
    item: Item | None = None
    list_number: int = 0

    @property
    def words(self) -> str:
        """What it says, without its look, blanks made one; ends of lines are kept."""
        lines = "".join(run.words for run in self.runs).split("\n")
        return "\n".join(" ".join(line.split()) for line in lines).strip()

    def looks(self, look: str) -> bool:
        """Whether all its words are `bold` or `underlined`."""
        said = [run for run in self.runs if run.words.strip()]
        return bool(said) and all(getattr(run, look) for run in said)


TITLE = -1
"""The level of the title of a document."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each some paragraphs; all rows are as long as the first."""

    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]

    def texts(self) -> list[list[str]]:
        """What each cell says, a line a paragraph."""
        return [["\n".join(p.words for p in cell if p.words) for cell in row] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the document, and the words that it has for who does not see it."""

    data: bytes
    words: str = ""


Block = Paragraph | Table | Picture


@dataclass(frozen=True, slots=True)
class Reading:
    """A document read: its blocks, words of it that are in none of them (headers, comments, what a tracked
    change removed), and what is worth saying."""

    blocks: tuple[Block, ...]
    aside: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def words_of(block: Block) -> str:
    """All that a block says."""
    match block:
        case Paragraph():
            return block.words
        case Table():
            return "\n".join(cell for row in block.texts() for cell in row if cell)
        case Picture():
            return ""


def plain(words: str, **more: object) -> Paragraph:
    """A paragraph of one look."""
    return replace(Paragraph((Run(words),)), **more)  # type: ignore[arg-type]


def merged(runs: Iterator[Run] | list[Run]) -> tuple[Run, ...]:
    """The runs, those of one look made one: word processors cut words anywhere."""
    found: list[Run] = []
    for run in runs:
        if not run.words:
            continue
        if found and replace(found[-1], words="") == replace(run, words=""):
            found[-1] = replace(run, words=found[-1].words + run.words)
        else:
            found.append(run)
    return tuple(found)
