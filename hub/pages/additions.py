"""What one may add to the site, kind by kind: how its file is called, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from hub.model.call import CALL
from hub.model.event import EVENT, NextMeeting
from hub.model.guide import GUIDE
from hub.model.kind import Kind
from hub.model.letter import LETTER
from hub.model.minutes import MINUTES, Body, MinutesStatus
from hub.model.news import NEWS
from hub.pages import mails
from hub.schemas.headers import header
from hub.sources.tree import UNNAMED

if TYPE_CHECKING:
    from hub.pages.page import Pages


class Begun(NamedTuple):
    """A file that is begun: its name without its end, and the fields that are known of it."""

    stem: str
    known: dict[str, str]


class Addition(NamedTuple):
    """A kind of thing that one may add, « une date »: the page of the forge that begins its file, and the
    mail that asks for it; None where there is no such way."""

    words: str
    forge: str | None
    mail: str | None


def _minutes(tools: Pages) -> Begun:
    """Those of the latest meeting that was announced and has none; else of a meeting of today."""
    awaited = [
        (event.debut.first, event.announced_by)
        for event in tools.hub.events
        if isinstance(event, NextMeeting)
        and event.debut.whole
        and tools.reached(event.debut.first)
        and event.id not in tools.hub.attested
    ]
    day, before = max(awaited, default=(None, ""))
    body = Body.bureau
    if day is None:
        day = tools.today
    else:
        body = next(one for one in Body if before[_DAY:].startswith(one.value))
    known = {"instance": body.value, "date": f"{day}", "statut": MinutesStatus.projet.value}
    return Begun(f"{day}-{body.value}", known)


_DAY = len("2026-11-25-")


def _letter(tools: Pages) -> Begun:
    """The issue of the month after the latest one."""
    letters = tools.hub.letters
    if not letters:
        return Begun(f"{tools.today:%Y-%m}", {"numero": "1"})
    year, month = map(int, max(one.id[:7] for one in letters).split("-"))
    number = max(one.numero for one in letters) + 1
    return Begun(f"{year + month // 12}-{month % 12 + 1:02}", {"numero": f"{number}"})


def _unnamed(tools: Pages) -> Begun:
    return Begun(UNNAMED, {})


_KINDS: tuple[tuple[Kind[Any], str, Callable[[Pages], Begun]], ...] = (
    (MINUTES, "un compte rendu", _minutes),
    (EVENT, "une date", _unnamed),
    (NEWS, "une actualité", _unnamed),
    (CALL, "un appel", _unnamed),
    (GUIDE, "un guide", _unnamed),
    (LETTER, "un numéro de la lettre", _letter),
)
"""What may be added, in the order of the navigation."""


def additions(tools: Pages, *bases: str) -> Iterator[Addition]:
    """What may be added in the sections at these addresses; in every one, if there are none."""
    site = tools.hub.site
    for kind, words, begin in _KINDS:
        if bases and kind.base not in bases:
            continue
        forge = None
        if site.depot:
            begun = begin(tools)
            forge = site.depot.new(kind.folder, f"{begun.stem}.md", header(kind.model, begun.known))
        yield Addition(words, forge, mails.addition(site, kind.model, f"Ajouter {words}"))
