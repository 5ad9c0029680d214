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


def vocabulary(pages: Iterable[Page]) -> list[str]:
    """What things are named, called and presented by, those of the most pages first.

    A word is spelt in lower case, with its accents; of spellings that differ by them, the most frequent.
    """
    counts = Counter(word for page in pages for word in _named(page))
    spelt: dict[str, str] = {}
    for word in sorted(counts, key=lambda one: (-counts[one], one)):
        spelt.setdefault(fold(word), word)
    return list(spelt.values())[:MOST]


def _named(page: Page) -> set[str]:
    texts = (page.title, *page.clues.names, words_of(page), introduced(page))
    return set(_WORD.findall(" ".join(texts).lower()))
