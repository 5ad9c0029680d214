"""A calendar (.ics, RFC 5545) as Google, Outlook, Thunderbird and others write it -> dates."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from hub.importing.dates import properties
from hub.importing.dates.given import Listed
from hub.importing.dates.parts import Part, part_of
from hub.importing.dates.repeating import dates_of
from hub.importing.opening import Source
from hub.importing.outcome import ImportingError
from hub.importing.reading import decoded

MOST = 2_000
"""Events of a calendar: each is tried as a file of the town."""


_HIDDEN = ("PRIVATE", "CONFIDENTIAL")


_UNQUOTED = re.compile(r";TZID=(\([^)\r\n]*:[^)\r\n]*\)[^:\"\r\n]*):(?=\d{8})")
"""A zone called « (UTC+01:00) Bruxelles… » without the quotes that its colon asks for."""


_BEGINS = re.compile(r"^BEGIN:VEVENT[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)


def read(source: Source, town: dt.tzinfo, today: dt.date) -> Listed:
    """The dates of a calendar. Raises ImportingError where it is none."""
    text = _UNQUOTED.sub(r';TZID="\1":', decoded(source.data))
    lines = [text.count("\n", 0, found.start()) + 1 for found in _BEGINS.finditer(text)]
    if len(lines) > MOST:
        raise ImportingError(
            f"« {source.name} » : cet agenda a {len(lines)} dates, et plus de {MOST} ne se relisent pas : "
            "exportez-le par année."
        )
    calendars = _calendars(source.name, text)
    listed = Listed()
    parts: dict[str, list[Part]] = defaultdict(list)
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    for index, event in enumerate(events):
        _sort(event, lines[index] if index < len(lines) else 1, town, parts, listed)
    name = next((properties.text(one, "X-WR-CALNAME") for one in calendars), "")
    for uid, those in parts.items():
        for given in dates_of(uid, those, town, today):
            given.maybe = (*given.maybe, *([name] if name else []))
            listed.dates.append(given)
    listed.aside += [words for one in calendars for words in _no_dates(one)]
    if _alarms(events):
        listed.remarks.append("Ses rappels (alarmes) ne sont pas repris : chacun règle les siens.")
    return listed


def _calendars(name: str, text: str) -> list[Any]:
    from icalendar import Calendar

    try:
        return list(Calendar.from_ical(text, multiple=True))
    except Exception:  # of a damaged file the library raises ValueError, IndexError, KeyError…
        raise ImportingError(
            f"« {name} » : cet agenda est abîmé, ou coupé avant sa fin : exportez-le de nouveau."
        ) from None


def _sort(event: Any, line: int, town: dt.tzinfo, parts: dict[str, list[Part]], listed: Listed) -> None:
    """Put an event with those of its UID; what is no date is told."""
    if properties.text(event, "CLASS").upper() in _HIDDEN:
        said = "Des dates privées (CLASS:PRIVATE ou CONFIDENTIAL) : pas reprises."
        listed.remarks += [said] if said not in listed.remarks else []
        return
    part = part_of(event, line, town)
    title = properties.text(event, "SUMMARY")
    if part is None or not title:
        said = properties.text(event, "SUMMARY", "DESCRIPTION") or "(sans titre)"
        listed.questions.append(
            (line, f"« {said} » n'a pas {'de titre' if part else 'de jour lisible'} : pas repris.")
        )
        listed.aside.append(_whole(event))
        return
    key = properties.text(event, "UID") or f"{title} {part.begin}"
    parts[key].append(part)


def _whole(event: Any) -> str:
    names = ("SUMMARY", "LOCATION", "DESCRIPTION")
    return " ; ".join(words for name in names if (words := properties.text(event, name)))


def _no_dates(calendar: Any) -> Iterator[str]:
    """Tasks and journals are no dates."""
    for name in ("VTODO", "VJOURNAL"):
        for one in calendar.walk(name):
            if words := _whole(one):
                yield f"{'Tâche' if name == 'VTODO' else 'Note'} : {words}"


def _alarms(events: list[Any]) -> bool:
    return any(event.walk("VALARM") for event in events)
