"""The documents that a feed is published as: the newest items, then archives (RFC 5005, section 4)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from hub.model.channels import Channel

NEWEST = 50
"""Items in a document: readers keep the older ones, and a feed is fetched every hour."""


class Volume(NamedTuple):
    """One document of a feed, with what it announces, newest first.

    `archive` is '' for the document that people subscribe to, and names an archive else: `2024`, and
    `2024-2` for the second part of a busy year. `older` and `newer` name the archives beside it.
    """

    channel: Channel
    archive: str
    things: list[Any]
    older: str = ""
    newer: str = ""


def volumes(channel: Channel, things: list[Any], year: int) -> Iterator[Volume]:
    """The documents of a feed that announces `things`, newest first, in the running `year`.

    What an archive holds is settled when it appears: a year that is over, or its next 50 items. What no
    archive holds yet is among the newest, so that nothing is ever lost between two documents.
    """
    archives = list(_archives(things, year)) if len(things) > NEWEST else []
    names = ["", *(name for name, _ in archives), ""]
    yield Volume(channel, "", things[:NEWEST], older=names[-2])
    for index, (name, held) in enumerate(archives, start=1):
        yield Volume(channel, name, held, names[index - 1], names[index + 1])


def _archives(things: list[Any], year: int) -> Iterator[tuple[str, list[Any]]]:
    """(name, things newest first) of each archive, oldest first."""
    for published, group in groupby(reversed(things), lambda thing: thing.publie_le.year):
        of_year = list(group)
        for start in range(0, len(of_year), NEWEST):
            part = of_year[start : start + NEWEST]
            if published == year and len(part) < NEWEST:
                return
            number = start // NEWEST + 1
            yield f"{published}-{number}" if number > 1 else str(published), part[::-1]
