"""The events of OpenAgenda, as its interface exports them (JSON, version 2) -> dates."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hub.importing import from_html
from hub.importing.blocks import Block, Paragraph, Run
from hub.importing.dates.filling import described
from hub.importing.dates.given import Given, Listed
from hub.importing.dates.listing import Time, repeating
from hub.importing.dates.places import place
from hub.importing.dates.series import CANCELLED
from hub.importing.opening import Source
from hub.importing.outcome import ImportingError
from hub.importing.reading import decoded

MOST = 2_000
PUBLISHED = 2
_STATUS = {2: "reportée à cette date", 3: "passée en ligne", 4: "reportée", 5: "complète", 6: "annulée"}
_CANCELLED = 6
_TOLD = frozenset(
    """
    uid slug title description longDescription conditions registration keywords timings location
    onlineAccessLink status state attendanceMode age image imageCredits accessibility links
    """.split()
)
_OF_PROGRAMS = frozenset(
    """
    createdAt updatedAt timezone dateRange nextTiming lastTiming firstTiming originAgenda agendas featured
    ownerUid creatorUid addMethod private draft locationUid network longDescriptionFormat html markdown
    sourceAgendas agendaUid
    """.split()
)
"""What says nothing that people wrote, or says again the timings."""

_OF_PERSONS = frozenset("contributor member creator owner contributorContact".split())


def is_one(source: Source) -> bool:
    """Whether a JSON file is of OpenAgenda: events with their timings."""
    events = _events(source)
    return bool(events) and all("timings" in one or "firstDate" in one for one in events[:5])


def _events(source: Source) -> list[Mapping[str, Any]]:
    try:
        said = json.loads(decoded(source.data))
    except (ValueError, RecursionError):
        return []
    if isinstance(said, dict):
        said = said.get("events", said.get("data", [said] if "timings" in said else []))
    return [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []


def read(source: Source, town: dt.tzinfo) -> Listed:
    """The dates. Raises ImportingError where the file is of something else."""
    events = _events(source)
    if not events:
        raise ImportingError(f"« {source.name} » : ce fichier JSON n'a pas d'événements d'OpenAgenda.")
    if len(events) > MOST:
        raise ImportingError(f"« {source.name} » : il a plus de {MOST} événements : exportez-le par année.")
    listed = Listed()
    for number, event in enumerate(events, start=1):
        title = _said(event.get("title"))
        if event.get("state", PUBLISHED) != PUBLISHED:
            listed.questions.append((1, f"« {title} » n'est pas publié sur OpenAgenda : pas repris."))
            listed.aside.append(f"événement {number} : {title}")
        elif given := _given(event, town):
            listed.dates.append(given)
        else:
            listed.questions.append(
                (1, f"« {title or number} » n'a pas d'horaire lisible, ou en a trop : pas repris.")
            )
            listed.aside.append(f"événement {number} : {title} ; {_said(event.get('description'))}")
    return listed


def _said(value: Any) -> str:
    """Words in French, else in the first language that they have."""
    if isinstance(value, Mapping):
        value = value.get("fr") or next((one for one in value.values() if one), "")
    if isinstance(value, list):
        return ", ".join(filter(None, map(_said, value)))
    return "" if value is None or isinstance(value, (bool, dict)) else " ".join(str(value).split())


def _whole(value: Any) -> str:
    """The same, its lines kept."""
    if isinstance(value, Mapping):
        value = value.get("fr") or next((one for one in value.values() if one), "")
    return value if isinstance(value, str) else ""


def _given(event: Mapping[str, Any], town: dt.tzinfo) -> Given | None:
    times = list(_times(event.get("timings"), town))
    found = repeating(times) if times else None
    if found is None:
        return None
    uid = f"openagenda-{event['uid']}" if event.get("uid") else ""
    given = Given(1, _said(event.get("title")), found.begin, found.end, uid)
    given.repeats = found.rule
    given.summary = _said(event.get("description"))
    given.price = _said(event.get("conditions"))
    given.registration = ", ".join(_registrations(event.get("registration")))
    location = event.get("location")
    given.place = _place(location) if isinstance(location, Mapping) else {}
    given.kind = ""
    given.blocks = list(_blocks(event))
    _status(given, event.get("status"))
    given.aside += _left(event)
    given.persons += [words for name in _OF_PERSONS if (words := _name(event.get(name)))]
    return given


def _times(timings: Any, town: dt.tzinfo) -> Iterator[Time]:
    for one in timings if isinstance(timings, list) else ():
        ends = [_hour(one.get(name), town) for name in ("begin", "end")] if isinstance(one, Mapping) else []
        begin, end = ends if len(ends) == 2 else (None, None)
        if begin:
            yield Time(begin, max(end or begin, begin))


def _hour(said: Any, town: dt.tzinfo) -> dt.datetime | None:
    try:
        when = dt.datetime.fromisoformat(str(said))
    except ValueError:
        return None
    when = when.astimezone(town) if when.tzinfo else when
    return when.replace(tzinfo=None, second=0, microsecond=0)


def _registrations(said: Any) -> Iterator[str]:
    for one in said if isinstance(said, list) else ():
        value = one.get("value") if isinstance(one, Mapping) else one
        if isinstance(value, str) and value.strip():
            yield value.strip()


def _place(location: Mapping[str, Any]) -> Mapping[str, Any]:
    name, address = _said(location.get("name")), _said(location.get("address"))
    city = _said(location.get("city"))
    if city and address and city.lower() not in address.lower():
        address = f"{address}, {_said(location.get('postalCode'))} {city}".replace("  ", " ")
    position = (location.get("latitude"), location.get("longitude"))
    numbers = [one if isinstance(one, (int, float)) else None for one in position]
    found = dict(place(address, *numbers)) if not name else {"nom": name}
    if name and address:
        found["adresse"] = address
    if name and None not in numbers and numbers != [0, 0]:
        found |= dict(
            zip(("latitude", "longitude"), (f"{one:.6f}" for one in numbers if one is not None), strict=True)
        )
    return found


def _blocks(event: Mapping[str, Any]) -> Iterator[Block]:
    """The long description, which is Markdown (else HTML), then the address to follow it on line."""
    words = _whole(event.get("longDescription"))
    if words and not re.search(r"<(?:p|br|div|ul|strong)\b", words):
        from markdown import markdown

        yield from from_html.read(f"<div>{markdown(words)}</div>").blocks
    else:
        yield from described(words)
    link = _said(event.get("onlineAccessLink"))
    if link.startswith(("https://", "http://")):
        yield Paragraph((Run(f"En ligne : {link}"),))


def _status(given: Given, status: Any) -> None:
    number = status.get("id", status.get("value")) if isinstance(status, Mapping) else status
    if number == _CANCELLED:
        given.cancelled = CANCELLED
        given.ask("annule", "Cette date est annulée dans OpenAgenda : pour quelle raison ?")
    elif number in _STATUS:
        given.ask("debut", f"Cette date est {_STATUS[number]} dans OpenAgenda : que faut-il en dire ?")


def _left(event: Mapping[str, Any]) -> Iterator[str]:
    """What the event says besides, and no field of ours takes."""
    for name in ("keywords", "imageCredits", "age", "links"):
        if words := _shown(event.get(name)):
            yield f"{name} : {words}"
    image = event.get("image")
    if isinstance(image, Mapping) and image.get("filename"):
        yield f"image : {_said(image.get('base'))}{_said(image['filename'])}"
    for name, value in event.items():
        if name not in _TOLD | _OF_PROGRAMS | _OF_PERSONS and (words := _said(value)):
            yield f"{name} : {words}"


def _shown(value: Any) -> str:
    if isinstance(value, Mapping) and not value.get("fr"):
        return ", ".join(f"{name} {_said(one)}" for name, one in value.items() if _said(one))
    return _said(value)


def _name(value: Any) -> str:
    if isinstance(value, Mapping):
        return " ".join(str(one) for one in value.values() if isinstance(one, str))
    return _said(value)
