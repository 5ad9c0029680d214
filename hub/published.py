"""What a published site holds, read from its folder: its pages and their titles, and its calendar."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from hub.checks.permanence import SECTIONS
from hub.destination import town_of
from hub.model.channels import RESERVED
from hub.model.published import Announced, Face, Published
from hub.sources.opening import open_plain

_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^<>]++>")

_ESCAPED = re.compile(r"\\(.)")
_PLAIN = {"n": "\n", "N": "\n"}
"""TEXT (RFC 5545 3.3.11): a backslash, then the sign itself, or the letter of a line's end."""


class PublishedPages(Mapping[str, str]):
    """The pages of things of a published site: address -> title.

    A title is read from its page when it is asked for: only pages that are gone are.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        self._addresses = frozenset(_addresses(out))

    def __getitem__(self, address: str) -> str:
        if address not in self._addresses:
            raise KeyError(address)
        try:
            page = _text(self._out, f"{address.strip('/')}/index.html")
        except (OSError, UnicodeDecodeError):
            return address
        found = _TITLE.search(page)
        return html.unescape(_TAG.sub("", found[1])).strip() if found else address

    def __iter__(self) -> Iterator[str]:
        return iter(self._addresses)

    def __len__(self) -> int:
        return len(self._addresses)


def _addresses(out: Path) -> Iterator[str]:
    for section in SECTIONS:
        for page in _inside(out / section.strip("/")):
            listing = section == "/agenda/" and (page.name.isdigit() or page.name in RESERVED)
            if not listing and (page / "index.html").is_file():
                yield f"{section}{page.name}/"


def _inside(folder: Path) -> list[Path]:
    """What stands in a published folder; nothing where there is none, or it cannot be read."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _text(out: Path, path: str) -> str:
    """A published file, its line ends as they are. Raises OSError, UnicodeDecodeError."""
    with open_plain(out, path) as file:
        return file.read().decode("utf-8")


class PublishedEvents(Mapping[str, Announced]):
    """The events of a published `/agenda.ics`, by id: those of the last year and to come. Read when asked."""

    def __init__(self, out: Path) -> None:
        self._out = out

    @cached_property
    def _events(self) -> dict[str, Announced]:
        try:
            return read_calendar(_text(self._out, "agenda.ics"))
        except (OSError, ValueError):  # no calendar, or not one of ours
            return {}

    def __getitem__(self, key: str) -> Announced:
        return self._events[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._events)

    def __len__(self) -> int:
        return len(self._events)


def read_calendar(text: str) -> dict[str, Announced]:
    """The events of a calendar that this program wrote, by id. Raises ValueError where it did not.

    `icalendar` would take longer to load than `check` takes: of a form that is our own, a few properties
    are enough.
    """
    faces: dict[str, dict[str, Face]] = defaultdict(dict)
    sequences: dict[str, int] = {}
    for entry in text.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]:
        values = _properties(entry.partition("END:VEVENT")[0])
        key = values["URL"][0].rstrip("/").rpartition("/")[2]
        sequences[key] = int(values["SEQUENCE"][0])
        faces[key]["".join(values["RECURRENCE-ID"])] = _face(values)
    if not all("" in found for found in faces.values()):
        raise ValueError("a time without its series")
    return {key: Announced(sequences[key], found) for key, found in faces.items()}


def _properties(entry: str) -> dict[str, list[str]]:
    """The values of each property of an entry; parameters, which are always the same, left aside."""
    values: dict[str, list[str]] = {name: [] for name in ("URL", "SEQUENCE", "RECURRENCE-ID")}
    for line in entry.split("\r\n"):
        name, _, value = line.partition(":")
        values.setdefault(name.partition(";")[0], []).append(value)
    if not values["URL"] or not values["SEQUENCE"]:
        raise ValueError("not an entry of ours")
    return values


def _face(values: Mapping[str, list[str]]) -> Face:
    separators = {"DTSTART": ",", "DTEND": ",", "EXDATE": ",", "RRULE": ";"}
    when = frozenset(
        f"{name} {part}"
        for name, separator in separators.items()
        for value in values.get(name, ())
        for part in value.split(separator)
    )
    place = _ESCAPED.sub(lambda found: _PLAIN.get(found[1], found[1]), "".join(values.get("LOCATION", ())))
    return Face(when, place, "".join(values.get("STATUS", ())))


def published(out: Path, town: str) -> Published:
    """What `town` (its `identifiant`) published in the folder `out`; nothing of another town's."""
    if town_of(out) != town:
        return Published()
    return Published(PublishedPages(out), PublishedEvents(out))
