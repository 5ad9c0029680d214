"""What the home page offers at once: tasks, what was decided last, who answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from hub.look.pictograms import pictogram
from hub.markup.mailto import mailto
from hub.model import Hub
from hub.model.event import Occurrence
from hub.model.minutes import Action, ActionState, Minutes
from hub.model.pictogram import Pictogram
from hub.model.sections import BY_ADDRESS
from hub.model.shortcut import MAIL, PHONE, Shortcut
from hub.model.site import Site

A_WEEK = dt.timedelta(days=7)
DATES = 3
"""What makes a week worth its title, and what a screen of a phone holds."""

LATEST_MINUTES, FEW_ACTIONS = 2, 3

MOST_TASKS = 5
"""Of a town that has chosen none: with the mail, two rows of three."""


class Tile(NamedTuple):
    """A task on the home page: its drawing, its words, and where it is done."""

    drawing: Markup
    title: str
    words: str
    address: str


def tiles(hub: Hub) -> list[Tile]:
    """The tasks that the town chose, or those of the sections that it shows."""
    page = hub.editorials.get("index")
    chosen = page.raccourcis if page else ()
    return [_chosen(one, hub.site) for one in chosen] or [*_usual(hub)]


def _chosen(one: Shortcut, site: Site) -> Tile:
    drawing = one.pictogramme.value if one.pictogramme else _drawing_of(one.vers)
    return Tile(pictogram(drawing), one.titre, one.resume or "", _leads(one.vers, site))


def _drawing_of(target: str) -> str:
    """That of where it leads, or of the section that this page stands in."""
    section = BY_ADDRESS.get(f"/{target.strip('/').partition('/')[0]}/")
    own = target if target in (MAIL, PHONE) else ""
    return own or (section and section.drawing) or Pictogram.association.value


def _usual(hub: Hub) -> Iterator[Tile]:
    tasks = [one for one in hub.sections if one.task]
    for one in tasks[:MOST_TASKS]:
        yield Tile(pictogram(one.drawing), one.task, one.description, one.address)
    if hub.site.contact:
        drawn = pictogram(Pictogram.courriel.value)
        yield Tile(drawn, "Écrire au service", "Une question, une idée.", _leads(MAIL, hub.site))


def _leads(target: str, site: Site) -> str:
    if target == MAIL:
        return mailto(site.contact or "", "Une question sur la vie associative", ("Bonjour,", ""))
    return f"tel:{(site.accueil.telephone or '').replace(' ', '')}" if target == PHONE else target


class Week(NamedTuple):
    """The next dates, under the title that is true of them."""

    title: str
    dates: list[Occurrence]


def week(coming: list[Occurrence], today: dt.date) -> Week:
    """What takes place within seven days; the next dates, where these are too few to make a week."""
    within = [one for one in coming if one.debut.first < today + A_WEEK]
    if len(within) < DATES:
        return Week("Prochaines dates", coming[:DATES])
    return Week("Cette semaine", within[:DATES])


class Decided(NamedTuple):
    """A meeting, what it decided first, and how many things it decided besides."""

    minutes: Minutes
    actions: tuple[Action, ...]
    others: int


def decided(hub: Hub) -> list[Decided]:
    """The last meetings, each with the first of its decisions that still stand."""
    found = []
    for one in hub.minutes[:LATEST_MINUTES]:
        kept = tuple(action for action in one.suivi if action.etat is not ActionState.abandonne)
        found.append(Decided(one, kept[:FEW_ACTIONS], len(kept[FEW_ACTIONS:])))
    return found
