"""Rules of what subscribers' calendars know (E): a change reaches them by `modifie_le`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from hub.checks.problem import Problem, problem
from hub.model.event import Event, NextMeeting
from hub.model.hub import Hub
from hub.model.published import Announced, Face, Published, announced
from hub.sources import Position


def calendar_is_readable(published: Published) -> Iterator[Problem]:
    """The calendar that is published can be read: a change is seen by comparing with it."""
    if published.unread:
        yield problem(
            "E014",
            Position("mkdocs.yml", 1, 1),
            "L'agenda publié, « agenda.ics », manque ou ne se lit pas en entier : la comparaison est "
            "incomplète.",
            "La prochaine construction le récrit. D'ici là, vérifiez que chaque date changée dit quand, par "
            "« modifie_le ».",
        )


def changes_are_announced(hub: Hub, today: dt.date, published: Mapping[str, Announced]) -> Iterator[Problem]:
    """What changed of an event since it was published is told by a later `modifie_le`.

    A meeting announced by minutes has no such field: its date is the minutes'.
    """
    for key, before in published.items():
        event = hub.keys["agenda"].get(key)
        if event is None or isinstance(event, NextMeeting) or not event.debut.whole:
            continue
        now = announced(event, hub.site.zone)
        changed = " et ".join(_changed(before.faces, now.faces))
        if changed and now.sequence <= before.sequence:
            yield _silent(event, changed, today)


def _silent(event: Event, changed: str, today: dt.date) -> Problem:
    return problem(
        "E014",
        event.origin.at("modifie_le" if event.modifie_le else "debut"),
        f"Depuis la publication, ce qui a changé ({changed}) n'est pas daté : des agendas abonnés "
        "garderaient l'ancienne version.",
        f"Écrivez « modifie_le: {today} 14:00 », avec l'heure qu'il est.",
    )


def _changed(before: Mapping[str, Face], now: Mapping[str, Face]) -> Iterator[str]:
    """What differs, in words: the hour, the place, the state; of the series, or of a time of it."""
    times = {*before, *now}
    sides = [(before.get(key, before[""]), now.get(key, now[""])) for key in times]
    place = any(old.where != new.where for old, new in sides)
    state = any(old.state != new.state for old, new in sides)
    if any(_moved(key, before, now) for key in times) or not (place or state or before == now):
        yield "la date ou l'heure"
    if place:
        yield "le lieu"
    if state:
        yield "l'état"


def _moved(key: str, before: Mapping[str, Face], now: Mapping[str, Face]) -> bool:
    """Whether a time is at another hour; one that was as its series has it began when its key says."""
    if key in before and key in now:
        return before[key].when != now[key].when
    return f"DTSTART {key}" not in (before.get(key) or now[key]).when
