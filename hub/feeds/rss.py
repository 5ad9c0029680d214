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
from hub.model.channels import ATOM, RSS, SUBSCRIBING, Form

STYLE = "assets/flux.css"
"""What explains a feed to a person who opens it in a browser. No XSLT: browsers give it up."""

_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_ATOM = "http://www.w3.org/2005/Atom"
_HISTORY = "http://purl.org/syndication/history/1.0"

etree.register_namespace("content", _CONTENT)
_DECLARED = f' xmlns:content="{_CONTENT}"'


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


def entries(one: Item) -> tuple[str, str]:
    """An item as (RSS, Atom), to be put into as many feeds as announce it."""
    entry = FeedEntry()
    entry.guid(one.guid, permalink=False)
    entry.title(one.title)
    entry.link(href=one.address)
    entry.category(term=one.category)
    entry.published(morning(one.published))
    entry.updated(morning(one.updated))
    entry.summary(escape(one.summary, quote=False))  # RSS readers take it as HTML
    entry.content(one.content, type="CDATA")
    if one.enclosure:  # a length that we do not know is 0, as the W3C's validator advises
        entry.enclosure(one.enclosure.address, str(one.enclosure.length), one.enclosure.media_type)
    rss = _text(entry.rss_entry()).replace(_DECLARED, "", 1)
    entry.summary(one.summary, type="text")
    entry.content(one.content, type="html")
    entry.link(href=one.address, replace=True)  # feedgen writes every link of an entry without its `rel`
    atom = entry.atom_entry()
    if one.enclosure:
        link = {"rel": "enclosure", "type": one.enclosure.media_type, "href": one.enclosure.address}
        if one.enclosure.length:
            link["length"] = str(one.enclosure.length)
        etree.SubElement(atom, "link", link)
    return rss, _text(atom)


def _text(element: Any) -> str:
    return str(etree.tostring(element, encoding="unicode", pretty_print=True))


def documents(
    hub: Hub, volume: Volume, updated: dt.date, rss: Sequence[str], atom: Sequence[str]
) -> tuple[bytes, bytes]:
    """A document of a feed as (RSS, Atom), of items already written; `updated` is when one last changed.

    Of a feed that has none it is the day of the build: Atom asks for a date (RFC 4287 4.1.1), RSS does not
    and has none.
    """
    feed = _frame(hub, volume, updated)
    feed.history.dated = bool(rss)
    _link(feed, hub, volume, RSS)
    of_rss = _joined(feed.rss_str(pretty=True).decode(), "</channel>", rss, volume)
    _link(feed, hub, volume, ATOM)
    of_atom = _joined(feed.atom_str(pretty=True).decode(), "</feed>", atom, volume)
    return of_rss, of_atom


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
