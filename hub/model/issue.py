"""What an issue of the newsletter announces: composed from the sources, as of the day it appeared.

Nothing that was published after that day is in it: an issue read two years later says what it said, but
for corrections.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hub.model.archive import is_news
from hub.model.association import ASSOCIATION, Association, AssociationStatus
from hub.model.call import CALL, Call, CallType
from hub.model.event import EVENT, Category, Event, EventAudience, Occurrence
from hub.model.guide import GUIDE, Guide
from hub.model.hub import Hub
from hub.model.kind import Kind
from hub.model.kinds import KINDS
from hub.model.letter import Letter, LetterAudience
from hub.model.minutes import MINUTES, Minutes
from hub.model.news import NEWS, News
from hub.model.recurrence import Frequency
from hub.model.told import spanned, told
from hub.parts import shared

FIRST = dt.timedelta(days=31)
"""How far back the first issue looks, which has none before it."""

AHEAD = dt.timedelta(days=42)
"""How far ahead dates are announced: to the middle of the month after the next issue."""

TRAININGS_AHEAD = dt.timedelta(days=92)
"""Trainings are announced earlier: one registers."""

FOR_RESIDENTS = frozenset((CallType.benevolat, CallType.projets))
"""The calls that anybody may answer; the others are for associations."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue: `day` is the one it speaks from, `since` the day of the issue before.

    Each of `dates`, `regulars` and `trainings` is the first time an event takes place from that day on;
    `regulars` come back and were announced before. Calls are in the order of their closing. `others` are what
    is new of each other kind.
    """

    letter: Letter
    day: dt.date
    since: dt.date
    minutes: tuple[Minutes, ...] = ()
    dates: tuple[Occurrence, ...] = ()
    regulars: tuple[Occurrence, ...] = ()
    calls: tuple[Call, ...] = ()
    trainings: tuple[Occurrence, ...] = ()
    news: tuple[News, ...] = ()
    guides: tuple[Guide, ...] = ()
    associations: tuple[Association, ...] = ()
    others: tuple[tuple[Kind[Any], tuple[Any, ...]], ...] = ()


def issue_of(hub: Hub, letter: Letter, today: dt.date) -> Issue:
    """What an issue announces; one that has no day of publication speaks from `today`."""
    return hub.once(_dated).get(letter.id) or compose(hub, letter, today)


class _Dated(Mapping[str, Issue]):
    """The issues that have a day, by id, each composed when it is asked for, once."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._letters = {one.id: one for one in hub.letters if one.publie_le}
        self._made: dict[str, Issue] = {}

    def __getitem__(self, key: str) -> Issue:
        if key not in self._made:
            letter = self._letters[key]
            assert letter.publie_le
            self._made[key] = compose(self._hub, letter, letter.publie_le.first)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._letters)

    def __len__(self) -> int:
        return len(self._letters)


@shared
def _dated(hub: Hub) -> Mapping[str, Issue]:
    """Pages, feeds and mails show the same ones; each depends on what its issue says, and not on all that the
    town has published."""
    return _Dated(hub)


def compose(hub: Hub, letter: Letter, day: dt.date) -> Issue:
    """The issue of `letter` as of `day`."""
    since = _since(hub, letter, day)
    events = [event for event in _ahead(hub, day) if _concerns(letter, event)]
    trainings = [event for event in events if event.categorie is Category.formation]
    others = [event for event in events if event.categorie is not Category.formation]
    regulars = [event for event in others if _is_known(event, since)]
    dates = [event for event in others if not _is_known(event, since)]
    for_associations = letter.reaches(LetterAudience.associations)
    listed = _new(hub, ASSOCIATION, since, day)
    return Issue(
        letter,
        day,
        since,
        minutes=_new(hub, MINUTES, since, day),
        dates=_coming(dates, since, day, day + AHEAD),
        regulars=_coming(regulars, since, day, day + AHEAD),
        calls=tuple(
            call
            for call in hub.open_calls(day)
            if _announced(call, day) and (for_associations or call.type in FOR_RESIDENTS)
        ),
        trainings=_coming(trainings, since, day, day + TRAININGS_AHEAD),
        news=_new(hub, NEWS, since, day),
        guides=_new(hub, GUIDE, since, day) if for_associations else (),
        associations=tuple(one for one in listed if one.statut is not AssociationStatus.dissoute),
        others=tuple(
            (kind, tuple(one for one in _new(hub, kind, since, day) if not _is_over(kind, one, day)))
            for kind in KINDS
            if _is_told_alike(kind)
        ),
    )


COMPOSED = (MINUTES, EVENT, CALL, NEWS, GUIDE, ASSOCIATION)
"""The kinds that an issue chooses from by rules of their own."""


def _is_told_alike(kind: Kind[Any]) -> bool:
    """Whether an issue tells what is new of a kind, and no more."""
    return bool(kind.letter) and kind not in COMPOSED


def _is_over(kind: Kind[Any], thing: Any, day: dt.date) -> bool:
    return kind.over is not None and kind.over(thing, day)


def _ahead(hub: Hub, day: dt.date) -> list[Event]:
    """The events announced by that day that may have a time soon after it."""
    latest = day + max(AHEAD, TRAININGS_AHEAD)
    known = spanned(hub).between(dt.date.min, day)
    return [event for event, first, last in known if first <= latest and last >= day]


def _since(hub: Hub, letter: Letter, day: dt.date) -> dt.date:
    """The day of the last issue that all its readers received."""
    earlier = (
        other.publie_le.first
        for other in hub.letters
        if other is not letter and other.publie_le and other.public in (LetterAudience.tous, letter.public)
    )
    return max((date for date in earlier if date < day), default=day - FIRST)


def _announced(thing: Any, day: dt.date) -> bool:
    """What has no day of publication is announced to nobody, nor what was over before it had one."""
    return is_news(thing) and bool(thing.publie_le.first <= day)


def _new(hub: Hub, kind: Kind[Any], since: dt.date, day: dt.date) -> tuple[Any, ...]:
    """What was published of a kind after `since`, and by `day`; oldest first, as it happened."""
    return tuple(told(hub)[kind.attribute].between(since, day))


def _published(event: Event) -> dt.date:
    assert event.publie_le
    return event.publie_le.first


def _is_known(event: Event, since: dt.date) -> bool:
    """Whether it comes back several times a year, and an earlier issue announced it."""
    rule = event.recurrence
    often = rule is not None and rule.frequence is not Frequency.annuelle
    return often and event.categorie is not Category.echeance and _published(event) <= since


def _concerns(letter: Letter, event: Event) -> bool:
    """What is reserved to associations is not announced to those who cannot come."""
    return letter.reaches(LetterAudience.associations) or event.public is not EventAudience.associations


def _coming(events: Iterable[Event], last: dt.date, since: dt.date, until: dt.date) -> tuple[Occurrence, ...]:
    """The first time from `since` on of each event that has one by `until`, in order.

    What began before is told only if no issue told it yet: it appeared after the `last` one.
    """
    times = (_first_time(event, _published(event) > last, since, until) for event in events)
    return tuple(sorted(filter(None, times), key=lambda once: (once.debut, once.event.id)))


def _first_time(event: Event, new: bool, since: dt.date, until: dt.date) -> Occurrence | None:
    """Of a series, a time that takes place: one that is cancelled says nothing of the others."""
    for once in event.occurrences(since, until):
        ahead = new or once.debut.first >= since or not once.debut.whole
        if ahead and once.debut.month is not None and (event.annule or not once.annule):
            return once
    return None
