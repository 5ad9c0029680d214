"""What a published site holds, read from its folder: its pages and their titles, and its calendar."""

from __future__ import annotations

import html
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from hub.destination import town_of
from hub.model.calendars import RESERVED
from hub.model.event import EVENT
from hub.model.kinds import BY_BASE
from hub.model.minutes import MINUTES
from hub.model.project import PROJECT
from hub.model.project_names import VIEWS
from hub.model.published import Announced, Face, Published
from hub.model.sections import BY_ADDRESS, FILES
from hub.sources.opening import open_plain

_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^<>]++>")

_BY_YEAR = (EVENT.base, MINUTES.base, PROJECT.base)
"""Where lists by year stand, whose names no thing there bears (E005, M001, M030)."""

_NO_PAGES = frozenset(FILES).difference(BY_ADDRESS)
"""Folders where an index stands that is no page of ours: the workshop's."""

_ESCAPED = re.compile(r"\\(.)")
NAMED = len("urn:uuid:") + 36
"""The signs of the name of an event (RFC 9562 4): after it, a UID says when a date of a list was planned."""

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
    for base in BY_BASE:
        for name in _inside(f"{out}{base}"):
            listing = base in _BY_YEAR and (name.isdigit() or name in RESERVED or name in VIEWS)
            address = f"{base}{name}/"
            if not listing and address not in _NO_PAGES and os.path.isfile(f"{out}{address}index.html"):  # noqa: PTH113 (thousands of them)
                yield address


def _inside(folder: str) -> list[str]:
    """The names in a published folder; none where there is no such folder, or it cannot be read."""
    try:
        return os.listdir(folder)  # noqa: PTH208 (as above)
    except OSError:
        return []


def _text(out: Path, path: str) -> str:
    """A published file, its line ends as they are. Raises OSError, UnicodeDecodeError."""
    with open_plain(out, path) as file:
        return file.read().decode("utf-8")


def _calendar(out: Path) -> tuple[dict[str, Announced], int]:
    """The events of a published `/agenda.ics`, by id, and how many entries of it cannot be read."""
    try:
        return read_calendar(_text(out, "agenda.ics"))
    except (OSError, UnicodeDecodeError):
        return {}, 1


def read_calendar(text: str) -> tuple[dict[str, Announced], int]:
    """The events of a calendar that this program wrote, by id; how many of its entries it did not.

    `icalendar` would take longer to load than `check` takes: of a form that is our own, a few properties
    are enough.
    """
    faces: dict[str, dict[str, Face]] = defaultdict(dict)
    sequences: dict[str, int] = {}
    unread = 0
    for entry in _entries(text):
        try:
            values = _properties(entry)
            key = values["URL"][0].rstrip("/").rpartition("/")[2]
            sequences[key] = int(values["SEQUENCE"][0])
        except ValueError:
            unread += 1
        else:
            faces[key][values["UID"][0][NAMED + 1 :] or "".join(values["RECURRENCE-ID"])] = _face(values)
    whole = {key: found for key, found in faces.items() if "" in found}
    unread += len(faces) - len(whole) + (not text.endswith("END:VCALENDAR\r\n"))
    return {key: Announced(sequences[key], found) for key, found in whole.items()}, unread


def _entries(text: str) -> Iterator[list[str]]:
    """The lines of each VEVENT: only a whole line begins or ends one, whatever a title says."""
    entry: list[str] | None = None
    for line in text.replace("\r\n ", "").split("\r\n"):
        if line == "BEGIN:VEVENT":
            entry = []
        elif line == "END:VEVENT" and entry is not None:
            yield entry
            entry = None
        elif entry is not None:
            entry.append(line)


def _properties(entry: Iterable[str]) -> dict[str, list[str]]:
    """The values of each property of an entry; parameters, which are always the same, left aside.

    Raises ValueError where it is not one of ours.
    """
    values: dict[str, list[str]] = {name: [] for name in ("UID", "URL", "SEQUENCE", "RECURRENCE-ID")}
    for line in entry:
        name, _, value = line.partition(":")
        values.setdefault(name.partition(";")[0], []).append(value)
    if not all(values[name] for name in ("UID", "URL", "SEQUENCE")):
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
    return Published(PublishedPages(out), *_calendar(out))
