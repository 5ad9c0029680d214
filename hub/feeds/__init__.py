"""Feeds: Hub -> RSS, Atom, JSON Feed, iCalendar, JSON, CSV. Each function yields files as (path, bytes)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.feeds import calendar, opendata, syndication
from hub.markup import Renderer
from hub.model import Hub

__all__ = ["feeds"]


def feeds(hub: Hub, today: dt.date, renderer: Renderer) -> Iterator[tuple[str, bytes]]:
    """Every file of the site that a program reads rather than a person."""
    yield from syndication.files(hub, today, renderer)
    yield from calendar.files(hub, today, renderer)
    yield from opendata.files(hub)
