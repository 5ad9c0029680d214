"""The files made from pages: where they stand. Whether they were made, pages are told (`Weights`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from hub.model.event import Event
from hub.model.exchange import Exchange
from hub.model.minutes import Minutes
from hub.model.months import Month, month_address

Weights = Mapping[str, int]
"""The address of each file that was made -> its size in bytes."""

CARD = "carte.png"
"""The name of a page's card, beside it; the site's own stands at the root."""

BOOKLET = "/associations/annuaire-livret.pdf"
"""The address of the directory as a booklet, to be printed and folded."""

PROGRAMME = "/formations/programme-formations.pdf"
"""The address of the programme of trainings, to be printed."""


def card_of(address: str) -> str:
    """The address of the card of the page `address`."""
    return f"{address}{CARD}"


def pdf_of(minutes: Minutes) -> str:
    """The address of minutes as a PDF, whose name still says what it is once downloaded."""
    return f"{minutes.address}compte-rendu-{minutes.id}.pdf"


def wall_of(month: Month) -> str:
    """The address of the sheet of a month, to be pinned on a wall."""
    return f"{month_address(month)}agenda-{month[0]:04}-{month[1]:02}.pdf"


def poster_of(thing: Event | Exchange) -> str:
    """The address of the poster of an event, or of an exchange."""
    return f"{thing.address}affiche.pdf"


def deserves_poster(event: Event, today: dt.date) -> bool:
    """Whether an event is to be announced on paper: it is to come, not cancelled, and its day is known."""
    return not event.annule and event.debut.whole and event.following(today) is not None
