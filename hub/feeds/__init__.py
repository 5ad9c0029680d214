"""Feeds: Hub -> RSS, Atom, JSON Feed, iCalendar, JSON, CSV, mails, codes; as (path, bytes)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from hub.feeds import calendar, codes, newsletter, opendata, syndication, vcard
from hub.markup import Renderer
from hub.model import Hub

__all__ = ["feeds"]


def feeds(hub: Hub, today: dt.date, renderer: Renderer, templates: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the site that a program reads rather than a person."""
    yield from syndication.files(hub, today, renderer)
    yield from calendar.files(hub, today, renderer)
    yield from newsletter.files(hub, today, renderer, templates)
    yield from codes.files(hub)
    yield from vcard.files(hub, renderer)
    yield from opendata.files(hub, today)
