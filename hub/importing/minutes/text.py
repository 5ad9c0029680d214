"""The text of minutes: what is known to be a title there, and what never is."""

from __future__ import annotations

from collections.abc import Sequence

from hub.importing.blocks import Block, Paragraph, words_of
from hub.importing.minutes.labels import Part, label_of
from hub.importing.minutes.titles import says_next
from hub.importing.text import Text

SHOWN = "Image du compte rendu, à décrire"

TITLES = ("Informations diverses", "Questions diverses", "Points divers", "Divers", "Tour de table")
"""What clerks call parts that are in no agenda."""


def written(text: Text, blocks: Sequence[Block], agenda: Sequence[str], nouns: tuple[str, ...] = ()) -> str:
    """The Markdown of these blocks; `nouns` are the town's own for who meets."""
    plain = text.plain([block for block in blocks if _says_something(block)])
    announced = [words_of(block) for block in plain if _announces(block, nouns)]
    never = frozenset(words for words in map(words_of, plain) if says_next(words, nouns))
    return text.written(plain, (*agenda, *TITLES, *announced), never)


def _says_something(block: Block) -> bool:
    """Whether it is no line of signs, drawn for who signs or between two parts."""
    return not isinstance(block, Paragraph) or any(map(str.isalnum, block.words))


def _announces(block: Block, nouns: tuple[str, ...]) -> bool:
    """Whether a line is the title of what says the next meeting, and no more: « Prochain bureau »."""
    label = label_of(words_of(block), nouns) if isinstance(block, Paragraph) else None
    return label is not None and label.part is Part.NEXT and not words_of(block)[label.end :].strip()
