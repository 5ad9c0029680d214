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
from hub.model.shortcut import MAIL, PHONE, Shortcut
from hub.model.site import Site

A_WEEK = dt.timedelta(days=7)
FEW_DATES, MOST_DATES = 3, 6
"""What makes a week worth its title, and what a screen holds."""

LATEST_MINUTES, FEW_ACTIONS = 3, 3

USUAL = (
    ("Trouver une association", "/associations/", "Par un mot, un thème, un public.", Pictogram.annuaire),
    ("Savoir que faire cette semaine", "/agenda/", "Les dates, jour après jour.", Pictogram.agenda),
    ("Lire ce qui a été décidé", "/suivi/", "Réunion après réunion, et où cela en est.", Pictogram.decisions),
    ("S’y prendre, pas à pas", "/guides/", "Une subvention, une salle, une fête.", Pictogram.guide),
    ("Être prévenu, sans compte", "/abonnements/", "Par courriel, agenda ou flux.", Pictogram.abonnement),
)
"""The tasks of a town that has chosen none."""

WRITING = ("Écrire au service", MAIL, "La vie associative de la ville vous répond.", Pictogram.courriel)

_OF_SECTIONS = {
    "/associations/": Pictogram.annuaire,
    "/agenda/": Pictogram.agenda,
    "/suivi/": Pictogram.decisions,
    "/comptes-rendus/": Pictogram.decisions,
    "/bureau/": Pictogram.conseil,
    "/conseil/": Pictogram.conseil,
    "/appels/": Pictogram.appel,
    "/actualites/": Pictogram.actualite,
    "/guides/": Pictogram.guide,
    "/abonnements/": Pictogram.abonnement,
    "/lettre/": Pictogram.courriel,
    "/chiffres/": Pictogram.chiffres,
    "/donnees/": Pictogram.fichier,
    "/recherche/": Pictogram.recherche,
    "/scrutins/": Pictogram.vote,
    "/echanges/": Pictogram.materiel,
    "/salles/": Pictogram.salle,
    "/activites/": Pictogram.sport,
    "/questionnaires/": Pictogram.question,
    "/subventions/": Pictogram.subvention,
    "/formations/": Pictogram.formation,
    MAIL: Pictogram.courriel,
    PHONE: Pictogram.telephone,
}
"""The drawing of where a shortcut leads, for those who chose none."""


class Tile(NamedTuple):
    """A task on the home page: its drawing, its words, and where it is done."""

    drawing: Markup
    title: str
    words: str
    address: str


def tiles(hub: Hub) -> list[Tile]:
    """The tasks that the town chose, or the usual ones."""
    page = hub.editorials.get("index")
    chosen = page.raccourcis if page else ()
    return [_chosen(one, hub.site) for one in chosen] or [*_usual(hub.site)]


def _chosen(one: Shortcut, site: Site) -> Tile:
    drawing = one.pictogramme or _drawing_of(one.vers)
    return Tile(pictogram(drawing.value), one.titre, one.resume or "", _leads(one.vers, site))


def _drawing_of(target: str) -> Pictogram:
    """That of where it leads, or of the section that this page stands in."""
    section = f"/{target.strip('/').partition('/')[0]}/"
    return _OF_SECTIONS.get(target) or _OF_SECTIONS.get(section, Pictogram.association)


def _usual(site: Site) -> Iterator[Tile]:
    for title, target, words, drawing in (*USUAL, *((WRITING,) if site.contact else ())):
        yield Tile(pictogram(drawing.value), title, words, _leads(target, site))


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
    if len(within) < FEW_DATES:
        return Week("Prochaines dates", coming[: FEW_DATES + 2])
    return Week("Cette semaine", within[:MOST_DATES])


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
