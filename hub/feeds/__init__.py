"""Feeds: Hub -> RSS, Atom, JSON Feed, iCalendar, JSON, CSV, mails, codes; as (path, bytes).

`files` makes all of them; `sheets` says which there are and how to make each, for who wants one of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from hub.feeds import calendar, codes, datafiles, newsletter, syndication, threads, vcard
from hub.feeds.sheet import Sheet
from hub.markup import Renderer
from hub.model import Hub

__all__ = ["files", "sheets"]


def files(hub: Hub, today: dt.date, renderer: Renderer, templates: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the site that a program reads rather than a person."""
    return ((path, make()) for path, make in sheets(hub, today, renderer, templates))


def sheets(hub: Hub, today: dt.date, renderer: Renderer, templates: Path) -> Iterator[Sheet]:
    """The same files, each with what makes it."""
    yield from of_texts(hub, today, renderer, templates)
    yield from of_facts(hub, today, renderer)


def of_texts(hub: Hub, today: dt.date, renderer: Renderer, templates: Path) -> Iterator[Sheet]:
    """Those that give the texts of things as their pages do."""
    yield from syndication.sheets(hub, today, renderer)
    yield from threads.sheets(hub, today, renderer)
    yield from newsletter.sheets(hub, today, renderer, templates)


def of_facts(hub: Hub, today: dt.date, renderer: Renderer) -> Iterator[Sheet]:
    """Those that tell what things are, and when they take place."""
    yield from calendar.sheets(hub, today, renderer)
    yield from codes.sheets(hub)
    yield from vcard.sheets(hub, renderer)
    yield from datafiles.sheets(hub, today)
