"""Minutes as documents to be printed, pinned on a board, kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from html import unescape

from markupsafe import Markup

from hub.images.making import fallback
from hub.markup import Renderer, dates
from hub.markup.alone import absolute
from hub.markup.picture import planned
from hub.markup.plain import capital
from hub.markup.titles import listed, minutes_title
from hub.media.look import Look
from hub.media.work import Work
from hub.model import Hub
from hub.model.media import pdf_of
from hub.model.minutes import Action, Minutes
from hub.sources import Attachment

TOGETHER = 8
"""Rows of a follow-up that is not broken between two pages."""

_IMAGE = re.compile(r"<img [^>]*>")
_SOURCE = re.compile(r' src="([^"]+)"')
_ALT = re.compile(r' alt="([^"]+)"')


def works(hub: Hub, renderer: Renderer, look: Look) -> Iterator[Work]:
    """The PDF of each set of minutes."""
    pictures = _Pictures(hub)
    for one in hub.minutes:
        text = absolute(renderer.render(one.text).html, hub, one.address)
        document = look.document(
            "compte-rendu.html",
            hub.site,
            one.address,
            heading=minutes_title(one),
            title=_unbroken_date(one),
            published=one.publie_le.first if one.publie_le else one.date.first,
            facts=list(_facts(hub, one)),
            agenda=one.ordre_du_jour,
            text=Markup(_IMAGE.sub(pictures.shown, text)),
            rows=[_row(hub, action) for action in one.suivi],
            together=len(one.suivi) <= TOGETHER,
            source=one.source,
        )
        yield Work(pdf_of(one), "pdf", document)


class _Pictures:
    """The images of the town, by their addresses in a text that stands alone."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._made: dict[str, str] = {}

    @cached_property
    def _known(self) -> dict[str, Attachment]:
        found = {}
        for image in self._hub.images.values():
            with suppress(OSError, ValueError):  # one that no text names may be unsound
                found[self._hub.site.absolute(f"/{planned(image).fallback.path}")] = image
        return found

    def shown(self, element: re.Match[str]) -> str:
        """The element with its picture in it; nothing for an ornament, which a document does without."""
        words, source = _ALT.search(element[0]), _SOURCE.search(element[0])
        if not (words and source):
            return ""
        address = self._address(unescape(source[1]))
        return f'<img alt="{words[1]}" src="{address}">' if address else f"<em>[Image : {words[1]}]</em>"

    def _address(self, source: str) -> str:
        """The picture itself, as an address; '' for one that is not of the town."""
        if source not in self._made:
            image = self._known.get(source)
            self._made[source] = fallback(image) if image else ""
        return self._made[source]


def _facts(hub: Hub, one: Minutes) -> Iterator[tuple[str, str]]:
    """(what, words), what is not known left out."""
    facts = (
        ("Date", dates.long_day(one.date.first) if one.date.day else dates.date(one.date)),
        ("Instance", one.instance.libelle),
        ("Lieu", one.lieu),
        ("Associations présentes", listed(hub, one.presents) or "à confirmer"),
        ("Associations excusées", listed(hub, one.excuses)),
        ("Pour la ville", " ; ".join(_attendee(who.nom, who.fonction) for who in one.ville)),
        ("Prochaine réunion", dates.moment(one.prochaine) if one.prochaine else ""),
        ("Statut", one.statut.libelle),
    )
    for what, words in facts:
        if words:
            yield what, capital(words)


def _unbroken_date(one: Minutes) -> str:
    """The title, whose date is not broken between two lines."""
    words = dates.date(one.date)
    return minutes_title(one).replace(words, words.replace(" ", "\u00a0"))


def _attendee(name: str | None, role: str) -> str:
    return f"{name}, {role}" if name else role


def _row(hub: Hub, action: Action) -> tuple[str, ...]:
    """A row of the follow-up: project, what, who, until when, how far."""
    return (
        action.projet,
        action.quoi,
        listed(hub, action.qui) or "à confirmer",
        dates.date(action.echeance) if action.echeance else "non fixée",
        action.etat.libelle,
    )
