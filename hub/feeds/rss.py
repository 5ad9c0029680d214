"""RSS 2.0 (rssboard.org/rss-specification) and Atom (RFC 4287), by feedgen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from email.utils import format_datetime
from html import escape
from typing import Any

from feedgen.entry import FeedEntry
from lxml import etree

from hub.feeds.frame import ATOM_NAMES, Shape, frame, stamped
from hub.feeds.item import Item, morning
from hub.feeds.volumes import Volume
from hub.markup.typography import french
from hub.model import Hub
from hub.model.channels import RSS, Form

STYLE = "assets/flux.css"
"""What explains a feed to a person who opens it in a browser. No XSLT: browsers give it up."""

_CONTENT_NAMES = "http://purl.org/rss/1.0/modules/content/"

etree.register_namespace("content", _CONTENT_NAMES)
etree.register_namespace("atom", ATOM_NAMES)
_CONTENT_DECLARED = f' xmlns:content="{_CONTENT_NAMES}"'
_ATOM_DECLARED = f' xmlns:atom="{ATOM_NAMES}"'
"""What the document declares once for all its items."""


def entry(one: Item, form: Form) -> str:
    """An item in RSS or in Atom, to be put into as many feeds as announce it."""
    made = FeedEntry()
    made.guid(one.guid, permalink=False)
    made.title(one.title)
    made.link(href=one.address)
    made.category(term=one.category)
    made.published(morning(one.published))
    made.updated(morning(one.updated))
    return _of_rss(one, made) if form is RSS else _of_atom(one, made)


def _of_rss(one: Item, made: FeedEntry) -> str:
    """RSS has no word for the day on which an item changed: where it did, that of Atom."""
    made.summary(escape(one.summary, quote=False))  # RSS readers take it as HTML
    made.content(one.content, type="CDATA")
    if one.enclosure:  # a length that we do not know is 0, as the W3C's validator advises
        made.enclosure(one.enclosure.address, str(one.enclosure.length), one.enclosure.media_type)
    element = made.rss_entry()
    if one.updated == one.published:
        return _text(element).replace(_CONTENT_DECLARED, "", 1)
    etree.SubElement(element, f"{{{ATOM_NAMES}}}updated").text = morning(one.updated).isoformat()
    head, _, tail = _text(element).replace(_CONTENT_DECLARED, "", 1).rpartition(_ATOM_DECLARED)
    return head + tail


def _of_atom(one: Item, made: FeedEntry) -> str:
    made.summary(one.summary, type="text")
    made.content(one.content, type="html")
    element = made.atom_entry()
    if one.enclosure:  # feedgen writes every link of an entry without its `rel`
        link = {"rel": "enclosure", "type": one.enclosure.media_type, "href": one.enclosure.address}
        if one.enclosure.length:
            link["length"] = str(one.enclosure.length)
        etree.SubElement(element, "link", link)
    return _text(element)


def _text(element: Any) -> str:
    return str(etree.tostring(element, encoding="unicode", pretty_print=True))


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
    day = morning(updated)
    written = {name: escape(value, quote=False) for name, value in words.items()}
    written["date"] = format_datetime(day) if form is RSS else day.isoformat()
    written["items"] = "".join(entries)
    shape = Shape(form, tuple(links), archived=bool(volume.archive), dated=bool(entries))
    return stamped(frame(site.site_name, site.url, shape), written).encode()


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
