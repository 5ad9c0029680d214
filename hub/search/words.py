"""The words that the site knows, from which the theme's `spelling.js` guesses what a misspelt one meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from hub.model.names import fold
from hub.pages.page import Page
from hub.search.kinds import words_of
from hub.search.record import introduced

MOST = 4000
"""Words: the list stays light, however many pages there are."""

_WORD = re.compile(r"[^\W\d_]{4,}")


class Vocabulary:
    """What things are named, called and presented by, counted page by page."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, page: Page) -> None:
        """One more page."""
        texts = (page.title, *page.clues.names, words_of(page), introduced(page))
        self._counts.update(set(_WORD.findall(" ".join(texts).lower())))

    def words(self) -> list[str]:
        """Those of the most pages first.

        A word is spelt in lower case, with its accents; of spellings that differ by them, the most frequent.
        """
        spelt: dict[str, str] = {}
        for word in sorted(self._counts, key=lambda one: (-self._counts[one], one)):
            spelt.setdefault(fold(word), word)
        return list(spelt.values())[:MOST]


def vocabulary(pages: Iterable[Page]) -> list[str]:
    """The words of these pages."""
    known = Vocabulary()
    for page in pages:
        known.add(page)
    return known.words()
