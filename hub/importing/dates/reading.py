"""Which reader of dates a file is for: a calendar, the JSON of OpenAgenda, a spreadsheet."""

from __future__ import annotations

from hub.importing.dates import icalendars, openagenda, table
from hub.importing.dates.given import Listed
from hub.importing.opening import Source
from hub.importing.outcome import Asked
from hub.importing.signature import Sort
from hub.model.hub import Hub
from hub.model.wording import Wording


def looks_like(source: Source, town: Wording) -> float:
    """How much a file looks like a list of dates."""
    if source.sort is Sort.ICS:
        return 1.0
    if source.sort is Sort.JSON:
        return 1.0 if openagenda.is_one(source) else 0.0
    return table.looks_like(source)


def listed_in(source: Source, hub: Hub, asked: Asked) -> Listed:
    """The dates that a file holds. Raises ImportingError."""
    zone = hub.site.zone
    if source.sort is Sort.ICS:
        return icalendars.read(source, zone, asked.today)
    if source.sort is Sort.JSON:
        return openagenda.read(source, zone)
    return table.read(source, asked)
