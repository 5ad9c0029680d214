"""A VEVENT -> what is given of a date: its words, its place, who organises it, what is to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from hub.importing import from_html, from_text
from hub.importing.blocks import Block, Paragraph, Run
from hub.importing.dates import properties
from hub.importing.dates.given import Given, written, written_end
from hub.importing.dates.parts import Part
from hub.importing.dates.places import place
from hub.importing.dates.series import CANCELLED

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


def given_of(uid: str, part: Part) -> Given:
    """What an event says, under this UID."""
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
    given.place = place_of(event)
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


def place_of(event: Any) -> Mapping[str, Any]:
    """Where it is, as a field of the town's files; empty where that is no place."""
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
