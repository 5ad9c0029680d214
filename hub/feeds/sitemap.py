"""The site map for search engines (sitemaps.org), stamped pages like any other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial
from html import escape

from hub.feeds.sheet import Sheet
from hub.model import Hub
from hub.pages import Page


def files(pages: Iterable[Page], hub: Hub) -> Iterator[tuple[str, bytes]]:
    """`sitemap.xml` and the `robots.txt` that names it."""
    return ((path, make()) for path, make in sheets(pages, hub))


def sheets(pages: Iterable[Page], hub: Hub) -> Iterator[Sheet]:
    """The same, each with what makes it; `pages` are read when the map is made."""
    yield "sitemap.xml", partial(_map, pages, hub)
    yield "robots.txt", partial(_robots, hub)


def _map(pages: Iterable[Page], hub: Hub) -> bytes:
    """A date only where a source gives one; that of a section is the latest of its pages, which it lists."""
    pages = sorted(pages, key=lambda page: page.address)
    latest = _latest(pages)
    rows = []
    for page in pages:
        day = max(filter(None, (page.modified, latest.get(page.address))), default=None)
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        rows.append(f"<url><loc>{escape(hub.site.absolute(page.address), quote=False)}</loc>{changed}</url>")
    text = "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *rows,
            "</urlset>\n",
        )
    )
    return text.encode()


def _robots(hub: Hub) -> bytes:
    address = hub.site.absolute("/sitemap.xml")
    return f"User-agent: *\nAllow: /\nSitemap: {address}\n".encode()


def _latest(pages: Iterable[Page]) -> dict[str, dt.date]:
    """The last day on which something was published in each section, by address; `/` shows them all."""
    days: dict[str, dt.date] = {}
    for page in pages:
        if page.modified:
            for section in (page.section, "/"):
                days[section] = max(days.get(section, page.modified), page.modified)
    return days
