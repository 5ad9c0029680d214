"""RSS 2.0 (rssboard.org/rss-specification) and Atom (RFC 4287), by feedgen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from hub.feeds.item import Item, morning
from hub.feeds.volumes import Volume
from hub.markup.typography import french
from hub.model import Hub
from hub.model.channels import RSS, SUBSCRIBING, Form

STYLE = "assets/flux.css"
"""What explains a feed to a person who opens it in a browser. No XSLT: browsers give it up."""

_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_ATOM = "http://www.w3.org/2005/Atom"
_HISTORY = "http://purl.org/syndication/history/1.0"

etree.register_namespace("content", _CONTENT)
etree.register_namespace("atom", _ATOM)
_CONTENT_DECLARED = f' xmlns:content="{_CONTENT}"'
_ATOM_DECLARED = f' xmlns:atom="{_ATOM}"'
"""What the document declares once for all its items."""


class _History(BaseExtension):  # type: ignore[misc]
    """What feedgen leaves out: `fh:archive` (RFC 5005, 4), and in RSS every Atom link but `self`."""

    def __init__(self) -> None:
        self.archive = False
        self.dated = True
        self.links: list[dict[str, str]] = []

    def extend_ns(self) -> dict[str, str]:
        return {"fh": _HISTORY} if self.archive else {}

    def extend_rss(self, feed: Any) -> Any:
        (channel,) = feed
        for link in self.links:
            etree.SubElement(channel, f"{{{_ATOM}}}link", link)
        if not self.dated:  # feedgen writes one always; RSS asks for none
            channel.remove(channel.find("lastBuildDate"))
        self._mark(channel)
        return feed

    def extend_atom(self, feed: Any) -> Any:
        self._mark(feed)
        return feed

    def _mark(self, parent: Any) -> None:
        if self.archive:
            etree.SubElement(parent, f"{{{_HISTORY}}}archive")


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
    etree.SubElement(element, f"{{{_ATOM}}}updated").text = morning(one.updated).isoformat()
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
    feed = _frame(hub, volume, updated)
    feed.history.dated = bool(entries)
    _link(feed, hub, volume, form)
    if form is RSS:
        return _joined(feed.rss_str(pretty=True).decode(), "</channel>", entries, volume)
    return _joined(feed.atom_str(pretty=True).decode(), "</feed>", entries, volume)


def _joined(frame: str, end: str, items: Iterable[str], volume: Volume) -> bytes:
    declaration, _, rest = frame.partition("\n")
    style = "../" * (volume.channel.folder.count("/") - 1) + STYLE
    head, _, tail = rest.rpartition(end)
    instruction = f'<?xml-stylesheet type="text/css" href="{style}"?>'
    return "".join((declaration, "\n", instruction, "\n", head.rstrip(" "), *items, end, tail)).encode()


def _frame(hub: Hub, volume: Volume, updated: dt.date) -> FeedGenerator:
    """A document without its items and its links, whatever its format."""
    channel, site = volume.channel, hub.site
    feed = FeedGenerator()
    feed.register_extension("history", _History)
    feed.history.archive = bool(volume.archive)
    feed.id(site.guid("flux", channel.folder))
    feed.title(french(f"{channel.title} – {site.site_name}"))
    feed.subtitle(french(channel.explanation))
    feed.author(name=site.site_name, uri=site.url)
    feed.language("fr")
    feed.generator("hub")
    feed.docs(site.absolute(SUBSCRIBING))  # for whoever wonders what the file is: in French, step by step
    feed.updated(morning(updated))
    return feed


def _link(feed: FeedGenerator, hub: Hub, volume: Volume, form: Form) -> None:
    """Give the document the links that it has in a format."""
    links = list(_links(hub, volume, form))
    feed.history.links = links[1:]
    # feedgen keeps the link added last as the RSS channel's own.
    page = {"href": hub.site.absolute(volume.channel.home), "rel": "alternate", "type": "text/html"}
    feed.link([*links, page], replace=True)


def _links(hub: Hub, volume: Volume, form: Form) -> Iterator[dict[str, str]]:
    """The document's own address first, then its neighbours (RFC 5005, 4), then how to subscribe."""
    channel, site = volume.channel, hub.site

    def link(rel: str, archive: str) -> dict[str, str]:
        return {"href": site.absolute(channel.at(form, archive)), "rel": rel, "type": form.media_type}

    yield link("self", volume.archive)
    if volume.archive:
        yield link("current", "")
    if volume.older:
        yield link("prev-archive", volume.older)
    if volume.newer:
        yield link("next-archive", volume.newer)
    yield {"href": site.absolute(SUBSCRIBING), "rel": "related", "title": "Comment s’abonner, pas à pas"}
