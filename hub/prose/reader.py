"""Reads each text once, and remembers it with what is said of it."""

from __future__ import annotations

from functools import lru_cache

from hub.prose import reading
from hub.prose.beginning import beginning
from hub.prose.reading import Text
from hub.prose.words import whole
from hub.sources.text import CONTROL

NEAR = 1024
"""Short texts whose events are held: they weigh ten times what is written, and who asks again asks soon."""

LONG, FEW = 1_500, 16
"""Characters of a text that is not short, and how many of these are held: a page alone asks for it twice."""

LISTED = 8192
"""Texts whose beginning is held: lists show those of many things."""


class Reader:
    """The texts of a hub, by their Markdown: a page, a feed item and a calendar entry say the same one."""

    def __init__(self) -> None:
        self._short, self._long = lru_cache(NEAR)(reading.read), lru_cache(FEW)(reading.read)
        self.words = lru_cache(NEAR)(self._words)
        """What a Markdown text says, a line a block."""
        self.beginning = lru_cache(LISTED)(self._beginning)
        """The first paragraphs of a Markdown text, on one line."""

    def read(self, written: str) -> Text:
        """The events of a Markdown text."""
        return (self._long if len(written) > LONG else self._short)(written)

    def _words(self, written: str) -> str:
        return _clean(whole(self.read(written)))

    def _beginning(self, written: str) -> str:
        return _clean(beginning(self.read(written)))


def _clean(words: str) -> str:
    """Without the control characters that entities may write, and that no format of ours can hold."""
    return CONTROL.sub("", words)
