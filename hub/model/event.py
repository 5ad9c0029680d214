"""The calendar: events and the times they take place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.model.attachment import AttachedDocument
from hub.model.fields import Choice, Contact, End, Moment, OrganiserName, Passage, Phrase
from hub.model.imported import Imported
from hub.model.kind import Awaited, DataSet, Feed, Kind, Search, Section
from hub.model.minutes import MINUTES, Minutes
from hub.model.occurrence import LONGEST, MORNING, Occurrence
from hub.model.publication import Publication
from hub.model.recurrence import MOST_TIMES, Change, Frequency, Place, Recurrence

__all__ = ["MORNING", "TOWN", "Category", "Event", "EventAudience", "NextMeeting", "Occurrence"]

TOWN = "ville"
"""The organiser that is no association."""

MOST_DAYS = 4000
"""How many days an event may take in all: ten years."""

EPOCH = dt.datetime(2000, 1, 1)
"""From when changes are counted: they fit in 32 bits."""


class Category(Choice):
    """What kind of date it is."""

    evenement = "evenement", "événement"
    formation = "formation", "formation"
    reunion = "reunion", "réunion"
    echeance = "echeance", "échéance"


class EventAudience(Choice):
    """Who may come."""

    tous = "tous", "ouvert à tout le monde"
    associations = "associations", "réservé aux associations"


class Event(Publication):
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
    documents: tuple[AttachedDocument, ...] = ()
    source: Passage | None = None
    origine: Imported | None = None

    @property
    def address(self) -> str:
        return f"/agenda/{self.id}/"

    @property
    def length(self) -> dt.timedelta:
        """From its beginning to its end; nothing where the end is not known."""
        return self.fin.datetime - self.debut.datetime if self.fin else dt.timedelta()

    @property
    def sequence(self) -> int:
        """SEQUENCE (RFC 5545 3.8.7.4): the minutes from `EPOCH` to the last change, 0 where there was none.

        It grows with `modifie_le`, and needs no record beside the sources.
        """
        if not self.modifie_le:
            return 0
        return max(1, int((self.modifie_le.datetime - EPOCH).total_seconds()) // 60)

    @property
    def longest(self) -> dt.timedelta:
        """How long one time may last: a year; for what comes back, the time until it does."""
        return (self.recurrence and self.recurrence.period) or LONGEST

    def unfolds(self, until: dt.date = dt.date.max) -> bool:
        """Whether it comes back, by `until`, as often and as long as an event may (E001, E018)."""
        if not self.recurrence or not self.debut.whole or self.length > self.longest:
            return False
        times = self.recurrence.about(self.debut.first, until)
        return times <= MOST_TIMES and times * (self.length.days + 1) <= MOST_DAYS

    @property
    def daily(self) -> dt.date | None:
        """The last day of what takes place each day from its first; None for all else."""
        rule = self.recurrence
        each = rule and rule.frequence is Frequency.quotidienne and rule.intervalle == 1
        if not rule or not each or rule.jour or rule.dates or not self.debut.whole:
            return None
        if rule.jusqu_a:
            return rule.jusqu_a.last if rule.jusqu_a.last > self.debut.first else None
        later = dt.timedelta(days=(rule.nombre or 1) - 1)
        return self.debut.first + later if later else None

    @property
    def dense(self) -> bool:
        """Whether it comes back so often that a list tells its next time alone: thrice a week and more."""
        rule = self.recurrence
        if not rule or rule.intervalle > 1:
            return False
        often = rule.frequence is Frequency.hebdomadaire and len(set(rule.jour)) > 2
        return often or rule.frequence is Frequency.quotidienne

    def as_written(self, when: dt.datetime) -> dt.datetime | dt.date:
        """A time of the event as calendars have it: a day where no hour is known."""
        return when.date() if self.debut.time is None else when

    def occurrences(self, since: dt.date, until: dt.date) -> Iterator[Occurrence]:
        """The times it takes place that touch the days from `since` to `until`, in order.

        A cancelled time is one of them, and says so. Of what comes back too often for an event, or lasts
        too long, only the first: the checks refuse it.
        """
        if not self.recurrence or not self.unfolds(until):
            yield from (o for o in (Occurrence(self, self.debut, self.fin),) if o.touches(since, until))
            return
        window = dt.datetime.combine(since, dt.time()) - self.length
        kept = self.recurrence.starts(self.debut, window, dt.datetime.combine(until, dt.time.max))
        changes = self.recurrence.changes(self.debut)
        left_out = self.recurrence.left_out(self.debut).union(changes)
        times = [self._at(when) for when in kept if when not in left_out]
        times += [self._at(when, change) for when, change in changes.items()]
        yield from sorted((o for o in times if o.touches(since, until)), key=lambda o: o.debut)

    def following(self, today: dt.date) -> Occurrence | None:
        """The first time it takes place that is neither over nor cancelled; None when all are.

        Of an event that is cancelled as a whole, the first that would have been.
        """
        horizon = today.replace(year=today.year + 10, day=1)
        times = self.occurrences(today, horizon)
        return next((one for one in times if self.annule or not one.annule), None)

    def upcoming(self, today: dt.date) -> Occurrence | None:
        """What to tell of an event that is not over: its `following` time, or the next of those that are all
        cancelled; None when it is over."""
        horizon = today.replace(year=today.year + 10, day=1)
        return self.following(today) or next(self.occurrences(today, horizon), None)

    @property
    def first(self) -> Occurrence:
        """The first time that it takes place; the one it was announced for, where none does."""
        planned = self.series
        rule = self.recurrence
        if self.annule or rule is None or not (rule.sauf or rule.changements):
            return planned
        horizon = self.debut.first.replace(year=self.debut.year + 10, day=1)
        times = list(self.occurrences(self.debut.first, horizon))
        return next((one for one in times if not one.annule), times[0] if times else planned)

    @property
    def series(self) -> Occurrence:
        """Its first time, from which its rule goes on; of a list of dates, as it is changed."""
        alone = self.recurrence and not self.recurrence.frequence and self.debut.whole
        change = self.recurrence.changes(self.debut).get(self.debut.datetime) if self.recurrence else None
        return self._at(self.debut.datetime, change) if alone else Occurrence(self, self.debut, self.fin)

    def changed(self) -> list[Occurrence]:
        """The times of its rule that are otherwise, in the order of the source."""
        rule = self.recurrence
        if not rule or not rule.frequence or not self.debut.whole:
            return []
        apart = rule.apart(self.debut)
        changes = rule.changes(self.debut)
        return [self._at(when, change) for when, change in changes.items() if when not in apart]

    def apart(self) -> list[Occurrence]:
        """The times after the first that no rule gives, in order: those of a list of dates."""
        rule = self.recurrence
        if not rule or not self.debut.whole:
            return []
        changes = rule.changes(self.debut)
        times = sorted(rule.apart(self.debut) - rule.left_out(self.debut))
        return [self._at(when, changes.get(when)) for when in times]

    @property
    def exceptions(self) -> list[Occurrence]:
        """The times that are not as they were planned: moved, elsewhere or cancelled."""
        return [once for once in (self.series, *self.changed(), *self.apart()) if once.change]

    def _at(self, planned: dt.datetime, change: Change | None = None) -> Occurrence:
        """The time that the rule has at `planned`, as `change` has it."""
        debut = change.debut if change and change.debut else self._moment(planned, self.debut)
        fin = change.fin if change else None
        if fin is None and self.fin:
            fin = self._moment(debut.datetime + self.length, self.fin)
        return Occurrence(self, debut, fin, planned, change)

    @staticmethod
    def _moment(when: dt.datetime, like: Moment) -> Moment:
        return Moment.at(when if like.time is not None else when.date())


class NextMeeting(Event):
    """A meeting announced by the minutes of the one before, whose key it derives from.

    Its address does not change when its date becomes known.
    """

    @property
    def id(self) -> str:
        return f"suite-{self.announced_by}"

    @property
    def text(self) -> str:
        return ""

    @property
    def announced_by(self) -> str:
        """The key of the minutes that announce it."""
        return self.origin.document.stem


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


EVENT = Kind(
    attribute="events",
    model=Event,
    one="date",
    feminine=True,
    many="dates",
    folder="content/agenda",
    also=(MINUTES, next_meeting),
    order=lambda event: (event.debut, event.id),
    awaited=(Awaited("lieu", ("lieu",)), Awaited("qui organise", ("organisateurs",))),
    link="agenda",
    section=Section(
        "/agenda/",
        "Agenda",
        "Événements, formations, réunions et échéances.",
        rank=60,
        menu=True,
        words="calendrier dates événements sorties que faire week-end",
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
