"""What is due of the council itself: its bureau meets, and its assembly comes together once a year.

It is of no single kind: a meeting is known by its minutes, or by a date of the calendar.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.model.event import EVENT, Category, Event, NextMeeting
from hub.model.minutes import MINUTES, Body
from hub.model.names import fold
from hub.model.reminder import SERVICE, Look, Reminder, Urgency, later
from hub.sources import Position

A_YEAR = 365
"""Days: the assembly comes together each year."""


def bureau_in_sight(look: Look) -> Iterator[Reminder]:
    """The next meeting of the bureau is announced before the last one is long past."""
    latest = _latest(look, Body.bureau) if look.words.has("bureau") else None
    days = look.within.reunion
    if latest and look.has_been(latest[0], days):
        day, at = latest
        yield Reminder(
            Urgency.NOW,
            later(day, days),
            look.words("Le bureau"),
            f"Aucune réunion {look.words('du bureau')} n’est en vue.",
            "Fixez la prochaine, puis écrivez-la dans « prochaine » du dernier compte rendu, ou dans "
            "content/agenda/.",
            at,
        )


def yearly_plenary(look: Look) -> Iterator[Reminder]:
    """The assembly of a year is prepared some weeks before."""
    latest = _latest(look, Body.pleniere) if look.words.has("pleniere") else None
    if latest and look.has_been(latest[0], look.within.pleniere):
        day, at = latest
        yield Reminder(
            Urgency.LATE,
            later(day, A_YEAR),
            SERVICE,
            f"{look.words('La plénière')} de l’année est à convoquer.",
            "Annoncez sa date dans content/agenda/ ; son compte rendu viendra dans minutes/.",
            at,
        )


def _latest(look: Look, body: Body) -> tuple[dt.date, Position] | None:
    """The last day of a meeting of that body that took place or is announced, and where a source says it."""
    held = [(one.date.last, one.origin.at("date")) for one in look.of(MINUTES) if one.instance is body]
    dates = [one for one in look.of(EVENT) if not one.annule and _is_of(one, body, look)]
    announced = [(_last(one, look.today), one.origin.at(*_field(one))) for one in dates]
    return max((*held, *announced), key=lambda pair: pair[0], default=None)


def _field(event: Event) -> tuple[str, ...]:
    """Where its date stands: what minutes announce is a field of theirs."""
    return () if isinstance(event, NextMeeting) else ("debut",)


def _last(event: Event, today: dt.date) -> dt.date:
    """The next time of what comes back, else its day."""
    following = event.following(today)
    return max(event.debut.last, following.debut.last) if following else event.debut.last


def _is_of(event: Event, body: Body, look: Look) -> bool:
    """Whether its title says so, by the key of the body or by what the town calls it."""
    names = {body.value, fold(look.words.noun(body.name).one)}
    title = f" {fold(event.titre)} "
    return event.categorie is Category.reunion and any(f" {name} " in title for name in names)


COUNCIL = (bureau_in_sight, yearly_plenary)
