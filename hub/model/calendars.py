"""Which calendars a town publishes, and at which addresses."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from hub.model.event import TOWN, Category, Event, NextMeeting
from hub.model.wording import Wording


class CalendarChannel(NamedTuple):
    """A calendar: what it is called, and which events it holds; `key` names it for ever."""

    address: str
    title: str
    key: str
    explanation: str
    holds: Callable[[Event], bool]

    def said(self, words: Wording) -> CalendarChannel:
        """The same in the words of a town."""
        return self._replace(title=words.say(self.title), explanation=words.say(self.explanation))

    @property
    def page(self) -> str:
        """The address of the page that shows the same events."""
        return f"/{self.key}/"

    @property
    def anchor(self) -> str:
        """Where the page of subscriptions speaks of it: `agenda-formations`."""
        return self.key.replace("/", "-")


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
        lambda event: True,
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
        "Les réunions {du conseil} et des associations.",
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
        "Réunions {du conseil}",
        "agenda/conseil",
        "Les réunions {du bureau} et les assemblées, et elles seules.",
        _of_the_council,
    ),
)


def calendars_of(words: Wording) -> tuple[CalendarChannel, ...]:
    """The calendars, in the words of a town."""
    return tuple(one.said(words) for one in CALENDARS)


RESERVED = frozenset(channel.key.partition("/")[2] for channel in CALENDARS)
"""Names that no event may have: they are those of calendars and of their pages."""


def calendar_of(association: str) -> str:
    """The address of the calendar of an association, by its id."""
    return f"/associations/{association}.ics"
