"""RSS 2.0 (rssboard.org/rss-specification) and Atom (RFC 4287), by feedgen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from email.utils import format_datetime
from html import escape

from hub.feeds.enclosure import Enclosure
from hub.feeds.frame import EntryShape, Shape, entry_frame, frame, stamped
from hub.feeds.item import Item, morning
from hub.feeds.volumes import Volume
from hub.look.icons import picture_of
from hub.markup.dates import day
from hub.markup.typography import french
from hub.model import Hub
from hub.model.channels import RSS, Form

STYLE = "assets/flux.css"
"""How a browser shows a feed to a person who opens it (`shown`)."""


def entry(one: Item, form: Form, zone: dt.tzinfo) -> str:
    """An item in RSS or in Atom, its days in the `zone` of the town: put in as many feeds as announce it."""
    document = one.enclosure or Enclosure("", "")
    written = {
        "id": one.guid,
        "title": _xml(one.title),
        "home": _xml(one.address),
        "category": _xml(one.category),
        "published": _date(one.published, form, zone),
        "updated": morning(one.updated, zone).isoformat(),
        "day": french(day(one.published)),
        "address": escape(document.address),
        "length": str(document.length),  # 0 where we do not know it, as the W3C's validator advises
        "type": document.media_type,
        **(_rss_words(one) if form is RSS else _atom_words(one)),
    }
    changed = one.updated != one.published
    return stamped(
        entry_frame(EntryShape(form, changed, one.enclosure is not None, document.length > 0)), written
    )


def _rss_words(one: Item) -> dict[str, str]:
    """Readers of RSS take a summary for HTML; `]]>` would end the content (XML 2.7)."""
    content = one.content.replace("]]>", "]]]]><![CDATA[>")
    return {"summary": _xml(_xml(one.summary)), "content": content}


def _atom_words(one: Item) -> dict[str, str]:
    return {"summary": _xml(one.summary), "content": _xml(one.content)}


def _date(when: dt.date, form: Form, zone: dt.tzinfo) -> str:
    """RFC 5322, 3.3 in RSS, RFC 3339 in Atom."""
    start = morning(when, zone)
    return format_datetime(start) if form is RSS else start.isoformat()


def _xml(words: str) -> str:
    return escape(words, quote=False)


def document(hub: Hub, volume: Volume, form: Form, updated: dt.date, entries: Sequence[str]) -> bytes:
    """A document of a feed in RSS or in Atom, of items already written; `updated` is when one last changed.

    Of a feed that has none it is the day of the build: Atom asks for a date (RFC 4287 4.1.1), RSS does not
    and has none.
    """
    channel, site = volume.channel, hub.site
    links = _links(volume)
    addresses = {rel: site.absolute(channel.at(form, archive)) for rel, archive in links.items()}
    words = {
        "id": site.guid("flux", channel.folder),
        "title": french(f"{channel.title} – {site.site_name}"),
        "explanation": french(channel.explanation),
        "home": site.absolute(channel.home),
        "style": "../" * (channel.folder.count("/") - 1) + STYLE,
        **addresses,
    }
    written = {name: _xml(value) for name, value in words.items()}
    written |= {"date": _date(updated, form, hub.site.zone), "items": "".join(entries)}
    shape = Shape(form, tuple(links), archived=bool(volume.archive), dated=bool(entries))
    return stamped(frame(site.site_name, site.url, shape, picture_of(hub) or ""), written).encode()


def _links(volume: Volume) -> dict[str, str]:
    """The document's own name first, then those of its neighbours (RFC 5005, 4), by what each is to it."""
    links = {"self": volume.archive}
    if volume.archive:
        links["current"] = ""
    if volume.older:
        links["prev-archive"] = volume.older
    if volume.newer:
        links["next-archive"] = volume.newer
    return links
