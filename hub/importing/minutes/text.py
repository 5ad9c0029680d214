"""The text of minutes: what is known to be a title there."""

from __future__ import annotations

from collections.abc import Sequence

from hub.importing.blocks import Block, Paragraph, words_of
from hub.importing.minutes.labels import Part, label_of
from hub.importing.text import Text

SHOWN = "Image du compte rendu, à décrire"

TITLES = ("Informations diverses", "Questions diverses", "Points divers", "Divers", "Tour de table")
"""What clerks call parts that are in no agenda."""


def written(text: Text, blocks: Sequence[Block], agenda: Sequence[str]) -> str:
    """The Markdown of these blocks."""
    plain = text.plain(blocks)
    return text.written(plain, (*agenda, *TITLES, *map(words_of, filter(_announces, plain))))


def _announces(block: Block) -> bool:
    """Whether a line is the title of what says the next meeting, and no more: « Prochain bureau »."""
    label = label_of(words_of(block)) if isinstance(block, Paragraph) else None
    return label is not None and label.part is Part.NEXT and not words_of(block)[label.end :].strip()
