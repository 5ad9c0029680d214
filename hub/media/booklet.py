"""The directory as a booklet: A5, in the order of the names, then by theme and by quarter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

from hub.markup import Renderer, dates, states
from hub.markup.glance import facts, going_on, marks
from hub.markup.plain import capital, excerpt
from hub.markup.typography import french
from hub.media.look import Look, numbers, page
from hub.media.nodes import line
from hub.media.work import Sheet, Work
from hub.model import Hub
from hub.model.association import ASSOCIATION, Association, AssociationStatus
from hub.model.media import BOOKLET
from hub.model.names import filed, initial, sort_key

MOST = 300
"""Associations beyond which nobody folds the sheets: some forty."""

PURPOSE = 170
"""Letters of what an association does: its page has the rest."""


def works(hub: Hub, today: dt.date, renderer: Renderer, look: Look) -> Iterator[Work]:
    """The booklet, where the directory names somebody and is not too long."""
    return (make() for _, make in sheets(hub, today, renderer, look))


def sheets(hub: Hub, today: dt.date, renderer: Renderer, look: Look) -> Iterator[Sheet]:
    """The same by its address, and not made."""
    those = [one for one in hub.associations if one.statut is not AssociationStatus.dissoute]
    if 0 < len(those) <= MOST:
        yield BOOKLET, partial(_work, those, hub, today, renderer, look)


def _work(those: list[Association], hub: Hub, today: dt.date, renderer: Renderer, look: Look) -> Work:
    site, address = hub.site, ASSOCIATION.base
    day = _last(those, today)
    told = {
        **page(site, address),
        "heading": french(f"Annuaire des associations – {site.site_name}"),
        "title": line("Annuaire des associations"),
        "count": line(f"{len(those)} association{'s' if len(those) > 1 else ''}, de A à Z, et par thème"),
        "published": numbers(day) if day else None,
        "updated": line(f"À jour le {dates.day(day)}" if day else ""),
        "reach": line(", ".join(filter(None, (site.contact, site.accueil.telephone)))),
        "letters": [
            {"letter": letter, "entries": [_entry(one, today, renderer) for one in part]}
            for letter, part in _by_letter(those).items()
        ],
        "indexes": [index for index in (_themes(hub, those), _quarters(those)) if index["parts"]],
    }
    return look.work(BOOKLET, "livret", told, code=site.absolute(address))


def _last(those: list[Association], today: dt.date) -> dt.date | None:
    """The last day on which a card was read again or published."""
    days = (day.last for one in those for day in (one.verifie_le, one.publie_le) if day)
    return max((day for day in days if day <= today), default=None)


def _by_letter(those: list[Association]) -> dict[str, list[Association]]:
    found: dict[str, list[Association]] = {}
    for one in those:
        found.setdefault(initial(one.nom), []).append(one)
    return found


def _entry(one: Association, today: dt.date, renderer: Renderer) -> dict[str, Any]:
    doing = going_on(one, today)
    before, name = filed(one.nom)
    needed = bool(one.needs(today))
    return {
        "key": one.id,
        "before": line(before),
        "name": line(name),
        "state": line(capital(states.of_association(one))),
        "purpose": line(excerpt(renderer.beginning(one.objet or ""), PURPOSE)),
        "facts": [(word, line(said)) for word, said in facts(one, doing)],
        "marks": line(capital(", ".join(marks(doing, needed)))),
        "reach": [line(way) for way in (one.telephone, one.courriel, _site(one)) if way],
    }


def _site(one: Association) -> str:
    """« jardin.example »: as one types it."""
    return (one.site or "").partition("://")[2].rstrip("/")


def _themes(hub: Hub, those: list[Association]) -> dict[str, Any]:
    parts = [(theme.nom, [one for one in those if theme.id in one.themes]) for theme in hub.themes]
    return _index("Par thème", parts)


def _quarters(those: list[Association]) -> dict[str, Any]:
    names = sorted({one.quarter for one in those if one.quarter}, key=sort_key)
    return _index("Par quartier", [(name, [one for one in those if one.quarter == name]) for name in names])


def _index(title: str, parts: list[tuple[str, list[Association]]]) -> dict[str, Any]:
    return {
        "title": line(title),
        "parts": [
            {"name": line(name), "entries": [{"key": one.id, "name": line(one.nom)} for one in members]}
            for name, members in parts
            if members
        ],
    }
