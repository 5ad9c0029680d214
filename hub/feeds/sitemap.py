"""The site map for search engines (sitemaps.org), stamped pages like any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from hub.model import Hub
from hub.pages import Page


def sitemap(pages: Iterable[Page], hub: Hub) -> Iterator[tuple[str, bytes]]:
    """`sitemap.xml` and the `robots.txt` that names it. A date only where a source gives one."""
    rows = []
    for page in sorted(pages, key=lambda page: page.address):
        changed = f"<lastmod>{page.modified}</lastmod>" if page.modified else ""
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
