"""What one may add to the site, kind by kind: how its file is called, and what is known of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from hub.atelier.place import is_made, new_form
from hub.model.event import NextMeeting
from hub.model.kind import Kind
from hub.model.kinds import KINDS
from hub.model.letter import LETTER
from hub.model.minutes import MINUTES, Body, MinutesStatus
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
    """A kind of thing that one may add, « une date »: the form of the workshop, or the page of the forge that
    begins its file, and the mail that asks for it; None where there is no such way."""

    words: str
    forge: str | None
    mail: str | None


def _minutes(tools: Pages) -> Begun:
    """Those of the latest meeting that was announced and has none; else of a meeting of today, perhaps."""
    awaited = [
        (event.debut.first, event.announced_by)
        for event in tools.hub.events
        if isinstance(event, NextMeeting)
        and event.debut.whole
        and tools.reached(event.debut.first)
        and not tools.reached(event.debut.first + AWAITED)
        and event.id not in tools.hub.attested
    ]
    usual = next(one for one in Body if tools.hub.site.mots.has(one.name))
    known = {"instance": usual.value, "statut": MinutesStatus.projet.value}
    if not awaited:
        return Begun(f"{tools.today}-{usual}", known)
    day, before = max(awaited)
    body = next(one for one in Body if before[_DAY:].startswith(one.value))
    return Begun(f"{day}-{body.value}", {**known, "instance": body.value, "date": f"{day}"})


AWAITED = dt.timedelta(days=183)
"""How long after a meeting its minutes are still the ones that are most likely to come."""

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


_BEGUN: Mapping[Kind[Any], Callable[[Pages], Begun]] = {MINUTES: _minutes, LETTER: _letter}
"""The kinds whose files are not called by some words of a title."""


def additions(tools: Pages, *bases: str) -> Iterator[Addition]:
    """What may be added in the sections at these addresses; in every one, if there are none.

    Things of a register are not: a forge begins files, not entries.
    """
    site = tools.hub.site
    for kind in KINDS:
        if not (kind.folder and kind.section) or (bases and kind.base not in bases):
            continue
        forge = None
        if is_made(site):
            forge = new_form(kind)
        elif site.depot:
            begun = _BEGUN.get(kind, _unnamed)(tools)
            forge = site.depot.new(kind.folder, f"{begun.stem}.md", header(kind.model, begun.known))
        yield Addition(kind.some, forge, mails.addition(site, kind.model, f"Ajouter {kind.some}"))
