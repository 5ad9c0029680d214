"""A calendar (.ics, RFC 5545) as Google, Outlook, Thunderbird and others write it -> dates."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from icalendar import vRecur

from hub.importing import from_html, from_text
from hub.importing.blocks import Block, Paragraph, Run
from hub.importing.dates import properties
from hub.importing.dates.given import Given, Listed, written, written_end
from hub.importing.dates.places import place
from hub.importing.dates.rules import CANCELLED, Other, Series, repeated
from hub.importing.dates.zones import in_town
from hub.importing.opening import Source
from hub.importing.outcome import ImportingError
from hub.importing.reading import decoded

MOST = 2_000
"""Events of a calendar: each is tried as a file of the town."""

_HTML = re.compile(
    r"</?(?:p|br|div|b|i|a|ul|ol|li|span|html|h[1-6]|strong|em|table)\b[^<>]{0,500}>", re.IGNORECASE
)
_LEFT = (
    "COMMENT",
    "ATTACH",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "CONTACT",
    "RESOURCES",
)
_HIDDEN = ("PRIVATE", "CONFIDENTIAL")
_UNQUOTED = re.compile(r";TZID=(\([^)\r\n]*:[^)\r\n]*\)[^:\"\r\n]*):(?=\d{8})")
"""A zone called « (UTC+01:00) Bruxelles… » without the quotes that its colon asks for."""

_BEGINS = re.compile(r"^BEGIN:VEVENT[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_DAY = dt.timedelta(days=1)


class _Part(NamedTuple):
    """A VEVENT: its line, its properties, and its beginning and end in the hours of the town. `start` is the
    beginning in its own zone, `end` the last day of whole days."""

    line: int
    event: Any
    start: dt.date
    begin: dt.date
    end: dt.date
    doubts: list[tuple[str, str]]


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
    parts: dict[str, list[_Part]] = defaultdict(list)
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    for index, event in enumerate(events):
        _sort(event, lines[index] if index < len(lines) else 1, town, parts, listed)
    name = next((properties.text(one, "X-WR-CALNAME") for one in calendars), "")
    for uid, those in parts.items():
        for given in _dates(uid, those, town, today):
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


def _sort(event: Any, line: int, town: dt.tzinfo, parts: dict[str, list[_Part]], listed: Listed) -> None:
    """Put an event with those of its UID; what is no date is told."""
    if properties.text(event, "CLASS").upper() in _HIDDEN:
        said = "Des dates privées (CLASS:PRIVATE ou CONFIDENTIAL) : pas reprises."
        listed.remarks += [said] if said not in listed.remarks else []
        return
    part = _part(event, line, town)
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


def _part(event: Any, line: int, town: dt.tzinfo) -> _Part | None:
    """The event with its times; None where they cannot be read."""
    doubts: list[tuple[str, str]] = []
    start = properties.when(event, "DTSTART", town, doubts)
    if start is None:
        return None
    end = _end(event, start, town, doubts)
    begin = in_town(start, town)
    return _Part(line, event, start, begin, end, doubts)


def _end(event: Any, start: dt.date, town: dt.tzinfo, doubts: list[tuple[str, str]]) -> dt.date:
    """The end in the hours of the town; the DTEND of whole days is the day after the last (3.8.2.2)."""
    begin = in_town(start, town)
    end = properties.when(event, "DTEND", town, doubts)
    if end is None:
        length = next(
            (
                one.dt
                for one in properties.values(event, "DURATION")
                if isinstance(properties.said(one), dt.timedelta)
            ),
            None,
        )
        end = start + length if length else None
    if end is None or isinstance(end, dt.datetime) != isinstance(start, dt.datetime):
        return begin
    last = in_town(end, town) if isinstance(end, dt.datetime) else end - _DAY
    if last < begin and end < start:
        doubts.append(("debut", f"La fin ({written(last)}) vient avant le début : elle n'est pas reprise."))
    return max(last, begin)


def _dates(uid: str, those: list[_Part], town: dt.tzinfo, today: dt.date) -> Iterator[Given]:
    """The dates of one UID: a series with the times of it that are otherwise, or such times alone."""
    whole = [one for one in those if not properties.values(one.event, "RECURRENCE-ID")]
    others = [one for one in those if properties.values(one.event, "RECURRENCE-ID")]
    for part in whole[:-1]:  # an older version of it: programs keep some
        part.doubts.append(("", "Cet agenda a deux dates de ce même identifiant : la dernière est reprise."))
    if not whole:
        for part in others:
            planned = _planned(part, town)
            yield _given(f"{uid}/{written(planned) if planned else ''}", part)
        return
    part = whole[-1]
    given = _given(uid, part)
    given.doubts += [doubt for older in whole[:-1] for doubt in older.doubts[-1:]]
    if others or any(properties.written_values(part.event, name) for name in ("RRULE", "RDATE", "EXDATE")):
        _repeat(given, part, others, town, today)
    yield given


def _planned(part: _Part, town: dt.tzinfo) -> dt.date | None:
    planned = properties.when(part.event, "RECURRENCE-ID", town, [])
    return in_town(planned, town) if planned else None


def _given(uid: str, part: _Part) -> Given:
    event = part.event
    given = Given(
        part.line,
        properties.text(event, "SUMMARY"),
        written(part.begin),
        written_end(part.end, part.begin),
        uid,
    )
    given.doubts += part.doubts
    given.kind = " ".join(_categories(event))
    given.place = _place(event)
    location = properties.text(event, "LOCATION")
    given.blocks = list(_blocks(event, "" if given.place else location))
    if properties.text(event, "STATUS").upper() == "CANCELLED":
        given.cancelled = CANCELLED
        given.ask("annule", "Cette date est annulée dans l'agenda d'origine : pour quelle raison ?")
    if properties.text(event, "STATUS").upper() == "TENTATIVE":
        given.ask("debut", "Cette date est provisoire dans l'agenda d'origine : est-elle sûre ?")
    for name in dict.fromkeys(name for name, _ in event.errors if name and name != "RRULE"):
        given.ask("", f"La ligne « {name} » de cette date n'est pas lisible : elle n'est pas reprise.")
    given.aside += [f"{name} : {words}" for name in _LEFT if (words := properties.text(event, name))]
    _people(given, event)
    return given


def _categories(event: Any) -> list[str]:
    return [
        str(one)
        for value in properties.values(event, "CATEGORIES")
        for one in getattr(value, "cats", [value])
    ]


def _place(event: Any) -> Mapping[str, Any]:
    geo = next(iter(properties.values(event, "GEO")), None)
    try:
        position = (float(geo.latitude), float(geo.longitude)) if geo is not None else (None, None)
    except Exception:  # a broken property, again
        position = (None, None)
    return place(properties.text(event, "LOCATION"), *position)


def _blocks(event: Any, address: str) -> Iterator[Block]:
    """The description, then where it leads; the HTML that Outlook writes beside it serves in its place."""
    words = properties.text(event, "DESCRIPTION", "X-ALT-DESC")
    yield from described(words)
    for name, link in (("Lieu", address), ("Voir aussi", properties.text(event, "URL"))):
        if link and link not in words:
            yield Paragraph((Run(f"{name} : {link}"),))


def described(words: str) -> tuple[Block, ...]:
    """The blocks of a description: a text, or the HTML that Google and others put there."""
    if not words:
        return ()
    if _HTML.search(words):
        return from_html.read(f"<div>{words}</div>").blocks
    return from_text.read(words).blocks


def _people(given: Given, event: Any) -> None:
    """Who organises may be an association; who is invited is somebody."""
    for name in ("ORGANIZER", "ATTENDEE"):
        for value in properties.values(event, name):
            said = str(getattr(value, "params", {}).get("CN", "")).strip() or _mailbox(value)
            if name == "ORGANIZER" and said:
                given.maybe = (said,)
            elif said:
                given.persons.append(said)


def _mailbox(value: Any) -> str:
    return re.sub(r"^mailto:", "", str(value).strip(), flags=re.IGNORECASE)


def _repeat(given: Given, part: _Part, others: list[_Part], town: dt.tzinfo, today: dt.date) -> None:
    """How it comes back; where nothing says it, the first time alone, and a question."""
    event = part.event
    values = properties.written_values(event, "RRULE")
    rules = [value.to_ical().decode() or "illisible" for value in values]
    sound = [value for value in values if isinstance(value, vRecur)]
    until = next((value["UNTIL"][0] for value in sound if value.get("UNTIL")), None)
    series = Series(
        part.start, part.begin, part.end, rules[0] if rules else "", until,
        properties.times(event, "RDATE", town), properties.times(event, "EXDATE", town), [], given.place,
    )  # fmt: skip
    series.others = [other for one in others if (other := _other(one, town))]
    if given.cancelled:  # as a whole: no time of it is cancelled besides
        series.others = [one._replace(cancelled=False) for one in series.others]
    for one in others:
        _told(given, part, one)
    found = repeated(series, town, today) if len(rules) == len(sound) < 2 else None
    if found is None:
        said = "; ".join([*rules, *(f"RDATE {written(one)}" for one in series.more)])
        given.ask(
            "debut",
            f"La répétition de l'agenda d'origine ne se dit pas ici ({said}) : seule la première fois est "
            "reprise. Écrivez « recurrence » vous-même.",
        )
        given.aside.append(said)
        return
    given.begin, given.end, given.repeats = found.begin, found.end, found.rule
    for doubt in found.doubts:
        given.ask("recurrence", doubt)
    if any(one.cancelled for one in series.others):
        given.ask("changements", "Des fois sont annulées dans l'agenda d'origine : pour quelle raison ?")


def _other(part: _Part, town: dt.tzinfo) -> Other | None:
    planned = _planned(part, town)
    if planned is None or isinstance(planned, dt.datetime) != isinstance(part.begin, dt.datetime):
        return None
    cancelled = properties.text(part.event, "STATUS").upper() == "CANCELLED"
    return Other(planned, part.begin, part.end, _place(part.event), cancelled)


def _told(given: Given, series: _Part, one: _Part) -> None:
    """What a time of a series says otherwise, and has no field."""
    day = written(one.begin)
    for name in ("SUMMARY", "DESCRIPTION"):
        words = properties.text(one.event, name)
        if words and words != properties.text(series.event, name):
            given.ask("recurrence", f"Le {day}, l'agenda d'origine dit autre chose : « {_short(words)} ».")
            given.aside.append(f"{day} : {words}")
    value = properties.values(one.event, "RECURRENCE-ID")[0]
    if str(getattr(value, "params", {}).get("RANGE", "")):
        given.ask("recurrence", f"Le changement du {day} vaut aussi pour la suite, dans l'agenda d'origine.")


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 120 else f"{flat[:120]}…"


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
