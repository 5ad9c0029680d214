"""The calendar: events and the times they take place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.model.attachment import AttachedDocument, Picture
from hub.model.audience import EventAudience
from hub.model.fields import Choice, Contact, End, Moment, OrganiserName, Passage, Phrase
from hub.model.imported import Imported
from hub.model.kind import Awaited, DataSet, Feed, Kind, Search, Section
from hub.model.minutes import MINUTES, Minutes
from hub.model.occurrence import MORNING, Occurrence
from hub.model.publication import Publication
from hub.model.recurrence import Place, Recurrence
from hub.model.timed import Timed
from hub.model.training import TRAINING, Training

__all__ = [
    "MORNING",
    "TOWN",
    "Announced",
    "Category",
    "Event",
    "EventAudience",
    "NextMeeting",
    "Occurrence",
    "TrainingSession",
]

TOWN = "ville"
"""The organiser that is no association."""

EPOCH = dt.datetime(2000, 1, 1)
"""From when changes are counted: they fit in 32 bits."""


class Category(Choice):
    """What kind of date it is."""

    evenement = "evenement", "événement"
    formation = "formation", "formation"
    reunion = "reunion", "réunion"
    echeance = "echeance", "échéance"


class Event(Publication, Timed):
    """Something with a date: an event, a training, a meeting, a deadline.

    `modifie_le` is when its time, place or state last changed after it was published; `origine` is for the
    import alone.
    """

    debut: Moment
    fin: End | None = None
    categorie: Category
    organisateurs: tuple[OrganiserName, ...] = ()
    lieu: Place | None = None
    public: EventAudience | None = None
    tarif: Phrase | None = None
    inscription: Contact | None = None
    recurrence: Recurrence | None = None
    annule: Passage | None = None
    modifie_le: Moment | None = None
    image: Picture | None = None
    documents: tuple[AttachedDocument, ...] = ()
    source: Passage | None = None
    origine: Imported | None = None

    @property
    def address(self) -> str:
        return f"/agenda/{self.id}/"

    @property
    def sequence(self) -> int:
        """SEQUENCE (RFC 5545 3.8.7.4): the minutes from `EPOCH` to the last change, 0 where there was none.

        It grows with `modifie_le`, and needs no record beside the sources.
        """
        if not self.modifie_le:
            return 0
        return max(1, int((self.modifie_le.datetime - EPOCH).total_seconds()) // 60)


class Announced(Event):
    """A date that another thing announces: it is written there, and nowhere else. `announced_by` is the key
    of that thing."""

    @property
    def text(self) -> str:
        return ""

    @property
    def announced_by(self) -> str:
        return self.origin.document.stem


class NextMeeting(Announced):
    """A meeting announced by the minutes of the one before, whose key it derives from.

    Its address does not change when its date becomes known.
    """

    @property
    def id(self) -> str:
        return f"suite-{self.announced_by}"


class TrainingSession(Announced):
    """A time that a training of the programme takes place. Its key is made of that of the training and of its
    rank among the sessions: moved to another day, it stays the same date for who follows it."""

    @property
    def id(self) -> str:
        rank = int(self.origin.loc[-1])
        return f"formation-{self.announced_by}" + (f"-{rank + 1}" if rank else "")


def next_meeting(minutes: Minutes) -> Iterator[NextMeeting]:
    """The meeting that minutes announce, as an event: never written twice."""
    if minutes.prochaine is None:
        return
    event = NextMeeting(
        titre=f"Réunion : {minutes.body.one}",
        debut=minutes.prochaine,
        categorie=Category.reunion,
        publie_le=minutes.publie_le,
    )
    event._origin = minutes.origin.inside("prochaine")
    yield event


def sessions(training: Training) -> Iterator[TrainingSession]:
    """The sessions of a training, as dates of the calendar. The feed of trainings announces it once: no feed
    announces each session."""
    number = len(training.seances)
    for index, one in enumerate(training.seances):
        rank = f" (séance {index + 1} sur {number})" if number > 1 else ""
        session = TrainingSession(
            titre=f"Formation : {training.titre}{rank}",
            resume=training.resume,
            debut=one.debut,
            fin=one.fin,
            categorie=Category.formation,
            organisateurs=training.organisateurs,
            lieu=one.lieu,
            public=training.public,
            tarif=training.tarif,
            inscription=training.inscription,
            annule=one.annule or training.annule,
            modifie_le=one.modifie_le,
        )
        session._origin = training.origin.inside("seances", index)
        yield session


EVENT = Kind(
    attribute="events",
    model=Event,
    one="date",
    feminine=True,
    many="dates",
    folder="content/agenda",
    also=((MINUTES, next_meeting), (TRAINING, sessions)),
    order=lambda event: (event.debut, event.id),
    awaited=(Awaited("lieu", ("lieu",)), Awaited("qui organise", ("organisateurs",))),
    link="agenda",
    section=Section(
        "/agenda/",
        "Agenda",
        "Événements, formations, réunions et échéances.",
        rank=60,
        menu=True,
        words="calendrier dates événements sorties que faire week-end prochaine réunion prochaines dates",
        task="Savoir que faire cette semaine",
        drawing="agenda",
    ),
    shell="evenement",
    # a category or a year of the calendar, a month, a day of a full one, the pages that follow its first
    frames={"agenda": 2, "mois": 3, "jour": 4, "jour-suite": 5},
    feed=Feed("Agenda", "Un message par date annoncée.", "Agenda", "evenement"),
    search=Search("Agenda", "agenda date jour heure horaire quand où lieu événement sortie", 20),
    card=True,
    letter="Dates à venir",
    data=(DataSet("evenements", "Les dates de l’agenda, une ligne par entrée.", "debut"),),
    over=lambda event, day: event.debut.first < day and event.upcoming(day) is None,
)
