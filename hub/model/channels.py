"""Which feeds, calendars and data files a town publishes, and at which addresses."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from hub.model.event import TOWN, Category, Event, NextMeeting


class Channel(NamedTuple):
    """A feed: the attributes of the hub that it announces, and what it is called."""

    address: str
    title: str
    kinds: tuple[str, ...]
    explanation: str


FEEDS = (
    Channel(
        "/rss.xml",
        "Tout ce qui est publié",
        ("minutes", "events", "news", "calls", "guides", "letters"),
        "Comptes rendus, dates, actualités, appels, guides et lettres.",
    ),
    Channel("/comptes-rendus/rss.xml", "Comptes rendus", ("minutes",), "Un message par réunion."),
    Channel("/agenda/rss.xml", "Agenda", ("events",), "Un message par date annoncée."),
    Channel("/actualites/rss.xml", "Actualités", ("news",), "Les nouvelles des associations."),
    Channel("/appels/rss.xml", "Appels", ("calls",), "Un message à l’ouverture de chaque appel."),
    Channel("/guides/rss.xml", "Guides", ("guides",), "Les nouveaux guides pratiques."),
    Channel("/lettre/rss.xml", "Lettre", ("letters",), "La lettre d’information, numéro par numéro."),
)


class CalendarChannel(NamedTuple):
    """A calendar: what it is called, and which events it holds; `key` names it for ever."""

    address: str
    title: str
    key: str
    explanation: str
    holds: Callable[[Event], bool]

    @property
    def page(self) -> str:
        """The address of the page that shows the same events."""
        return f"/{self.key}/"


def _all(event: Event) -> bool:
    return True


def _of_the_council(event: Event) -> bool:
    """A meeting announced by minutes, or one that the town convenes."""
    convened = event.categorie is Category.reunion and TOWN in event.organisateurs
    return isinstance(event, NextMeeting) or convened


def _of(category: Category) -> Callable[[Event], bool]:
    return lambda event: event.categorie is category


CALENDARS = (
    CalendarChannel(
        "/agenda.ics",
        "Tout l’agenda",
        "agenda",
        "Toutes les dates dont le jour est connu, tenues à jour.",
        _all,
    ),
    CalendarChannel(
        "/agenda/evenements.ics",
        "Événements",
        "agenda/evenements",
        "Fêtes, spectacles, ateliers : ce qui est ouvert à tout le monde ou presque.",
        _of(Category.evenement),
    ),
    CalendarChannel(
        "/agenda/formations.ics",
        "Formations",
        "agenda/formations",
        "Les formations des bénévoles.",
        _of(Category.formation),
    ),
    CalendarChannel(
        "/agenda/reunions.ics",
        "Réunions",
        "agenda/reunions",
        "Les réunions du conseil et des associations.",
        _of(Category.reunion),
    ),
    CalendarChannel(
        "/agenda/echeances.ics",
        "Échéances",
        "agenda/echeances",
        "Les dates limites : dossiers, inscriptions, dépôts.",
        _of(Category.echeance),
    ),
    CalendarChannel(
        "/agenda/conseil.ics",
        "Réunions du conseil",
        "agenda/conseil",
        "Les réunions du bureau et les assemblées, et elles seules.",
        _of_the_council,
    ),
)

RESERVED = frozenset(channel.key.partition("/")[2] for channel in CALENDARS)
"""Names that no event may have: they are those of calendars and of their pages."""


def calendar_of(association: str) -> str:
    """The address of the calendar of an association, by its id."""
    return f"/associations/{association}.ics"


DATA_SETS = (
    ("associations", "Les associations de l’annuaire, une par ligne."),
    ("mandats", "Les sièges du bureau, un par ligne et par mandat, remplaçants compris."),
    ("reunions", "Les réunions qui ont un compte rendu."),
    ("actions", "Les actions décidées en réunion, avec leur état."),
    ("evenements", "Les dates de l’agenda, une ligne par entrée."),
)
"""The open data of `/donnees/`: (name, what a row is)."""
