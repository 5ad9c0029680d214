"""Markdown -> HTML that any page may carry.

Raw HTML is not interpreted (it shows as the text it is, and a check refuses it); links by key are
resolved; what comes out passes an allow-list whatever came in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from itertools import starmap

from hub.aside import Aside
from hub.at_hand import at_hand
from hub.markup.cleaning import cleaned
from hub.markup.leads import HubLeads
from hub.markup.typeset import typeset
from hub.model import Hub
from hub.prose import Text
from hub.prose.headings import headings
from hub.prose.html import html
from hub.prose.reader import FEW, Reader
from hub.remembered import remembered
from hub.sources.text import CONTROL


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text: its anchor, its words (escaped for HTML), its level in the page (from 2)."""

    anchor: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as HTML, with the headings of its first two levels in order."""

    html: str
    headings: tuple[Heading, ...] = ()

    def lowered(self) -> Rendered:
        """The same text as a part of a section that has a title of its own: each heading a level lower."""
        html = _LEVEL.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", self.html)
        return Rendered(html, tuple(replace(one, level=one.level + 1) for one in self.headings))


_LEVEL = re.compile(r"(</?h)([2-5])\b")
"""In a text that was cleaned, « < » begins a tag and nothing else."""

LISTED = 3
"""The deepest level of the headings that a summary lists."""


class Renderer:
    """Renders the Markdown of one hub, each text once."""

    given = ()
    """What is told of it where a maker is told: what it reads of the hub is noted."""

    def __init__(self, hub: Hub) -> None:
        self._leads = HubLeads(hub)
        self._reader = Reader()
        self.typeset = lru_cache(FEW)(self._typeset)
        self._rendered = remembered(self._render, aside=Aside())

    def read(self, text: str) -> Text:
        """`text` as events, remembered."""
        return self._reader.read(text)

    def _typeset(self, text: str) -> Text:
        """`text` as events in French typography: a page and a PDF show the same."""
        found = self.read(text)
        return replace(found, events=typeset(found.events))

    def render(self, text: str) -> Rendered:
        """`text` as HTML whose links inside the site start with `/`.

        Remembered: a page, a feed item and a calendar entry show the same text.
        """
        html, listed = self._rendered(text)
        return Rendered(html, tuple(starmap(Heading, listed)))

    def _render(self, text: str) -> tuple[str, tuple[tuple[str, str, int], ...]]:
        if not text.strip():
            return "", ()
        with at_hand(f"le texte « {text.strip()[:40]} »"):
            found = headings(self.read(text).events)
            written = html(self.typeset(text).events, found, self._leads)
            listed = tuple(
                (one.anchor, escape(one.words, quote=False), max(2, one.level))
                for one in found
                if one.level <= LISTED
            )
            return CONTROL.sub("", cleaned(written)), listed

    def words(self, text: str) -> str:
        """What `text` says without form, a line a block."""
        return self._reader.words(text)

    def beginning(self, text: str) -> str:
        """The first paragraphs of `text` without form, on one line (`hub.prose.beginning`)."""
        return self._reader.beginning(text)
