"""The dates that calendars will have otherwise, by their UIDs: those that come, go, move or are cancelled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from hub.changes.counting import listed
from hub.changes.followers import Dated, Place, Turn
from hub.feeds.calendar import is_recent
from hub.feeds.item import guid
from hub.markup import rhythm, states
from hub.markup.dates import day
from hub.markup.titles import event_title
from hub.model import Hub
from hub.model.calendars import calendar_of, calendars_of
from hub.model.event import EVENT, Event
from hub.model.published import Announced, announced
from hub.schemas.words import words_of

CANCELLED = words_of(EVENT.model, "annule").title
"""What forms call the field that tells a date cancelled."""


def dates(before: Hub, after: Hub, today: dt.date, moved: Iterable[tuple[Any, Any]] = ()) -> Iterator[Dated]:
    """What subscribers' calendars show otherwise; of a date that changed its key, that the old one goes."""
    old, new = _known(before), _known(after)
    aside = {one.id for one, _ in moved}
    for key in dict.fromkeys((*old, *new)):
        one, other = old.get(key), new.get(key)
        if one is other or (other is None and key not in aside and after.spoiled.has(EVENT.attribute, key)):
            continue
        if one is None and before.spoiled.has(EVENT.attribute, key):
            continue
        if any(is_recent(event, today) for event in (one, other) if event):
            yield from _turns(before, after, one, other)


def announced_before(before: Hub, after: Hub) -> dict[str, Announced]:
    """What calendars know of the dates that are not the same in `after`, by their keys."""
    same = {id(event) for event in after.of(EVENT)}
    return {
        key: announced(event, before.site.zone)
        for key, event in _known(before).items()
        if id(event) not in same
    }


def _known(hub: Hub) -> dict[str, Event]:
    return {event.id: event for event in hub.of(EVENT) if event.debut.whole}


def _turns(before: Hub, after: Hub, one: Event | None, other: Event | None) -> Iterator[Dated]:
    if other is None:
        assert one
        yield _dated(before, one, Turn.REMOVED, _when(one), "")
    elif one is None:
        yield _dated(after, other, Turn.ADDED, "", _when(other))
    elif found := _turn(one, other, announced(one, before.site.zone), announced(other, after.site.zone)):
        turn, was, will = found
        yield _dated(after, other, turn, was, will)


def _turn(one: Event, other: Event, was: Announced, will: Announced) -> tuple[Turn, str, str] | None:
    """What becomes of a date that stays; None where calendars show nothing else of when, where and
    whether."""
    if was.faces == will.faces:
        return None
    if bool(one.annule) != bool(other.annule):
        turn = Turn.CANCELLED if other.annule else Turn.RESTORED
        return turn, _when(one), other.annule or _when(other)
    if [*_times(was)] != [*_times(will)]:
        return Turn.MOVED, *_told(one, other)
    if {key: face.state for key, face in was.faces.items()} != {k: f.state for k, f in will.faces.items()}:
        fewer = _cancelled(was) - _cancelled(will)
        return (Turn.RESTORED if fewer else Turn.CANCELLED), *_told(one, other)
    return Turn.ELSEWHERE, _where(one), _where(other)


def _times(one: Announced) -> list[tuple[str, frozenset[str]]]:
    return sorted((key, face.when) for key, face in one.faces.items() if face.state != "CANCELLED" or not key)


def _cancelled(one: Announced) -> set[str]:
    return {key for key, face in one.faces.items() if face.state == "CANCELLED"}


def _told(one: Event, other: Event) -> tuple[str, str]:
    """When both take place: as a whole, else by their times that are otherwise."""
    was, will = _when(one), _when(other)
    if rhythm.besides(one) == rhythm.besides(other) and rhythm.when(one.series) != rhythm.when(other.series):
        return rhythm.when(one.series), rhythm.when(other.series)
    if was != will:
        return was, will
    old, new = ([states.told(once) for once in event.exceptions] for event in (one, other))
    less, more = ([words for words in a if words not in b] for a, b in ((old, new), (new, old)))
    if not less and not more:
        return was + _but(one), will + _but(other)
    return " ; ".join(less) or was, " ; ".join(more) or will


def _but(event: Event) -> str:
    """« , sauf le 24 novembre 2026 »: the times that are left out."""
    rule = event.recurrence
    times = sorted(rule.left_out(event.debut)) if rule else []
    days = [f"le {day(at.date())}" for at in times]
    return f", sauf {listed(days)}" if days else ""


def _when(event: Event) -> str:
    """« samedi 5 décembre 2026, de 14 h à 18 h, chaque mardi »."""
    return ", ".join(filter(None, (rhythm.when(event.series), rhythm.besides(event))))


def _where(event: Event) -> str:
    places = [once.lieu.words if once.lieu else "sans lieu" for once in (event.series, *event.exceptions)]
    return " ; ".join(dict.fromkeys(places))


def _dated(hub: Hub, event: Event, turn: Turn, before: str, after: str) -> Dated:
    names = dict.fromkeys(one for name in event.organisateurs if (one := hub.named(name)))
    own = (Place(one.nom, calendar_of(one.id)) for one in names)
    town = (Place(one.title, one.address) for one in calendars_of(hub.site.mots) if one.holds(event))
    address = hub.site.absolute(event.address)
    return Dated(guid(hub, event), event_title(event), address, turn, before, after, (*town, *own))
