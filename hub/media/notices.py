"""Posters of exchanges, « on cherche », « on propose »: an A4 page each, for a board or a shop window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

from hub.markup import Renderer, dates, states
from hub.markup.plain import capital, excerpt
from hub.markup.titles import organiser
from hub.markup.typography import french
from hub.media.faces import NOTHING
from hub.media.look import Look, numbers, page
from hub.media.nodes import line
from hub.media.posters import FACT, LEAD, TITLE, size
from hub.media.work import Sheet, Work
from hub.model import Hub
from hub.model.exchange import EXCHANGE, Exchange
from hub.model.media import poster_of


def works(hub: Hub, today: dt.date, renderer: Renderer, look: Look) -> Iterator[Work]:
    """The poster of each exchange that goes on."""
    return (make() for _, make in sheets(hub, today, renderer, look))


def sheets(hub: Hub, today: dt.date, renderer: Renderer, look: Look) -> Iterator[Sheet]:
    """The same, each by its address, and none of them made."""
    going_on = (one for one in hub.of(EXCHANGE) if not one.over(today))
    return ((poster_of(one), partial(work, one, hub, renderer, look)) for one in going_on)


def work(one: Exchange, hub: Hub, renderer: Renderer, look: Look) -> Work:
    """The poster of one exchange of the hub."""
    told = {**_told(hub, one, renderer), **NOTHING.told}
    return look.work(poster_of(one), "affiche", told, code=hub.site.absolute(one.address))


def _told(hub: Hub, one: Exchange, renderer: Renderer) -> dict[str, Any]:
    title = excerpt(one.titre, TITLE)
    facts = (("Conditions", one.conditions), ("Délai", one.delai), ("À qui écrire", one.contact))
    return {
        **page(hub.site, one.address),
        "heading": french(f"{capital(one.sens.libelle)} : {one.titre} – {hub.site.site_name}"),
        "published": numbers(one.publie_le.first) if one.publie_le else None,
        "kind": line(f"{capital(one.sens.libelle)} · {one.quoi.libelle}"),
        "title": line(title),
        "size": size(title),
        "day": line(excerpt(one.quantite or capital(dates.until(one.jusqu_a)), FACT)),
        "hours": line(dates.until(one.jusqu_a) if one.quantite else ""),
        "notes": [],
        "place": line(excerpt(states.association(*organiser(hub, one.association)), FACT)),
        "street": line(excerpt(one.lieu or "", FACT)),
        "lead": line(excerpt(one.resume or renderer.beginning(one.text), LEAD)),
        "facts": [(line(what), line(excerpt(words, FACT))) for what, words in facts if words],
        "invitation": line("Tout savoir, et répondre"),
    }
