"""The programme of trainings as a sheet for a board: what is to come, who teaches, what places are left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

from hub.markup import Renderer, dates, states
from hub.markup.programme import places, term_of
from hub.markup.titles import listed
from hub.markup.typography import french
from hub.media.look import Look, numbers, page
from hub.media.nodes import line, table
from hub.media.work import Sheet, Work
from hub.model import Hub
from hub.model.media import PROGRAMME
from hub.model.training import TRAINING, Training

_HEAD = ("Formation", "Quand", "Qui enseigne", "Places", "Inscription")


def works(hub: Hub, today: dt.date, renderer: Renderer, look: Look) -> Iterator[Work]:
    """The programme, where something is to come."""
    return (make() for _, make in sheets(hub, today, renderer, look))


def sheets(hub: Hub, today: dt.date, renderer: Renderer, look: Look) -> Iterator[Sheet]:
    """The same by its address, and not made."""
    if ahead := _ahead(hub, today):
        yield PROGRAMME, partial(_work, ahead, hub, today, look)


def _ahead(hub: Hub, today: dt.date) -> list[Training]:
    """The trainings to come, in the order of their days; those that have none come last."""
    those = [one for one in hub.of(TRAINING) if not one.over(today)]
    return sorted(those, key=lambda one: (one.begins is None, str(one.begins or ""), one.id))


def _work(ahead: list[Training], hub: Hub, today: dt.date, look: Look) -> Work:
    address = TRAINING.base
    terms = list(dict.fromkeys(term_of(one).title for one in ahead))
    told = {
        **page(hub.site, address),
        "heading": french(f"Programme des formations – {hub.site.site_name}"),
        "title": line("Programme des formations"),
        "published": numbers(_published(ahead, today)),
        "terms": line(" ; ".join(terms)),
        "reach": line(_reach(hub)),
        "programme": table(
            [line(words) for words in _HEAD],
            [[line(words) for words in _row(hub, one, today)] for one in ahead],
            [""] * len(_HEAD),
            headed=True,
        ),
    }
    return look.work(PROGRAMME, "programme", told, code=hub.site.absolute(address), headed=True)


def _published(those: list[Training], today: dt.date) -> dt.date:
    """The day of the programme: that of the training that was published last."""
    days = [one.publie_le.first for one in those if one.publie_le and one.publie_le.first <= today]
    return max(days, default=today.replace(month=1, day=1))


def _reach(hub: Hub) -> str:
    site = hub.site
    return ", ".join(filter(None, (site.contact, site.accueil.telephone)))


def _row(hub: Hub, one: Training, today: dt.date) -> tuple[Any, ...]:
    return (
        f"{states.said(one.titre, states.of_training(one, today))} · {one.theme}",
        " ; ".join(dates.moment(session.debut) for session in one.held)
        or (dates.date(one.periode) if one.periode else "date à fixer"),
        listed(hub, one.intervenants) or "à confirmer",
        places(one) or "non précisées",
        one.inscription or "à confirmer",
    )
