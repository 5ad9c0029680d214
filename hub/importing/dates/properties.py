"""The properties of a VEVENT: their values, those that cannot be read, and the hours that they say."""

from __future__ import annotations

import datetime as dt
from typing import Any

from icalendar.prop import vBroken

from hub.importing.dates.zones import hour, in_town


def values(event: Any, name: str) -> list[Any]:
    """The values of a property, those that cannot be read left out."""
    return [one for one in written_values(event, name) if not isinstance(one, vBroken)]


def written_values(event: Any, name: str) -> list[Any]:
    """The values of a property, those that cannot be read as they are written."""
    found = event.get(name)
    return [one for one in (found if isinstance(found, list) else [found]) if one is not None]


def said(value: Any) -> Any:
    """What a value says in days and hours; None where it cannot be read."""
    try:
        return value.dt
    except Exception:  # a broken property raises whatever its reader did
        return None


def when(event: Any, name: str, town: dt.tzinfo, doubts: list[tuple[str, str]]) -> dt.date | None:
    """The day or the hour of a property, in its zone; what is not known of this one is put in `doubts`."""
    for value in values(event, name):
        day = said(value)
        if isinstance(day, dt.date):
            return hour_of(day, value, town, doubts)
    return None


def hour_of(day: dt.date, value: Any, town: dt.tzinfo, doubts: list[tuple[str, str]]) -> dt.date:
    """What a value says, in the zone that it names."""
    found = hour(day, str(value.params.get("TZID", "")), town)
    if found.unknown:
        words = f"Le fuseau « {found.unknown} » n'est pas connu : l'heure est prise pour celle de la ville."
        doubts += [("debut", words)] if ("debut", words) not in doubts else []
    return found.when


def times(event: Any, name: str, town: dt.tzinfo) -> list[dt.date]:
    """The times of EXDATE or RDATE, in the hours of the town."""
    found = []
    for value in values(event, name):
        for one in getattr(value, "dts", ()):
            day = said(one)
            day = day[0] if isinstance(day, tuple) else day
            if isinstance(day, dt.date):
                found.append(in_town(hour_of(day, value, town, []), town))
    return found


def text(event: Any, *names: str) -> str:
    """The words of the first of these properties that has some."""
    for name in names:
        for value in values(event, name):
            if words := str(value).strip():
                return words
    return ""
