"""The site map for search engines (sitemaps.org), stamped pages like any other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from hub.model import Hub
from hub.pages import Page


def sitemap(pages: Iterable[Page], hub: Hub) -> Iterator[tuple[str, bytes]]:
    """`sitemap.xml` and the `robots.txt` that names it.

    A date only where a source gives one; that of a section is the latest of its pages, which it lists.
    """
    pages = list(pages)
    latest = _latest(pages)
    rows = []
    for page in sorted(pages, key=lambda page: page.address):
        day = max(filter(None, (page.modified, latest.get(page.address))), default=None)
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        rows.append(f"<url><loc>{escape(hub.site.absolute(page.address))}</loc>{changed}</url>")
    text = "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *rows,
            "</urlset>\n",
        )
    )
    yield "sitemap.xml", text.encode()
    address = hub.site.absolute("/sitemap.xml")
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}\n".encode()


def _latest(pages: Iterable[Page]) -> dict[str, dt.date]:
    """The last day on which something was published in each section, by address; `/` shows them all."""
    days: dict[str, dt.date] = {}
    for page in pages:
        if page.modified:
            for section in (page.section, "/"):
                days[section] = max(days.get(section, page.modified), page.modified)
    return days
