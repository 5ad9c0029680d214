"""What stands around the words of a feed and of its items, by feedgen: made once a form, and stamped.

A large town has thousands of feeds and of items: feedgen writes one of each form, whose words are sentinels.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from hub.feeds.shown import XHTML, head, of_item
from hub.model.channels import RSS, SUBSCRIBING, Form

_ATOM_NAMES = "http://www.w3.org/2005/Atom"
_CONTENT_NAMES = "http://purl.org/rss/1.0/modules/content/"
_HISTORY_NAMES = "http://purl.org/syndication/history/1.0"

etree.register_namespace("atom", _ATOM_NAMES)
etree.register_namespace("content", _CONTENT_NAMES)
etree.register_namespace("xhtml", XHTML)
_DECLARED = re.compile(rf' xmlns:(?:atom="{_ATOM_NAMES}"|content="{_CONTENT_NAMES}"|xhtml="{XHTML}")')
"""What the document declares once for all its items."""

Frame = tuple[str, ...]
"""Text, the name of what stands after it, text, and so on."""

_SENTINEL = "\ue000{}\ue001"
_SENTINELS = re.compile(_SENTINEL.format("([a-z-]+)"))
_SOME_DAY = dt.datetime(1000, 1, 1, tzinfo=dt.UTC)
_WRITTEN_DAY = re.compile("Wed, 01 Jan 1000 00:00:00 \\+0000|1000-01-01T00:00:00\\+00:00")


class Shape(NamedTuple):
    """What feeds have in common: a format, the documents that they name, whether they are an archive, and
    whether they have an item."""

    form: Form
    links: tuple[str, ...]
    archived: bool
    dated: bool


class _History(BaseExtension):  # type: ignore[misc]
    """What feedgen leaves out: `fh:archive` (RFC 5005, 4), in RSS every Atom link but `self`, and what a
    browser shows."""

    def __init__(self) -> None:
        self.archive = False
        self.dated = True
        self.links: list[dict[str, str]] = []
        self.shown: Any = None

    def extend_ns(self) -> dict[str, str]:
        return {"xhtml": XHTML, **({"fh": _HISTORY_NAMES} if self.archive else {})}

    def extend_rss(self, feed: Any) -> Any:
        (channel,) = feed
        for link in self.links:
            etree.SubElement(channel, f"{{{_ATOM_NAMES}}}link", link)
        if not self.dated:  # feedgen writes one always; RSS asks for none
            channel.remove(channel.find("lastBuildDate"))
        self._mark(channel)
        return feed

    def extend_atom(self, feed: Any) -> Any:
        self._mark(feed)
        return feed

    def _mark(self, parent: Any) -> None:
        if self.archive:
            etree.SubElement(parent, f"{{{_HISTORY_NAMES}}}archive")
        parent.append(self.shown)


@cache
def frame(site_name: str, url: str, shape: Shape, picture: str = "") -> Frame:
    """A document without its items, to be `stamped`.

    Its names: those of `shape.links`, `id`, `title`, `explanation`, `home`, `style`, `date`, `items`.
    `picture` is the address of what stands for the town, if it has a look of its own.
    """
    feed = FeedGenerator()
    feed.register_extension("history", _History)
    feed.history.archive, feed.history.dated = shape.archived, shape.dated
    feed.id(_SENTINEL.format("id"))
    feed.title(_SENTINEL.format("title"))
    feed.subtitle(_SENTINEL.format("explanation"))
    feed.author(name=site_name, uri=url)
    feed.language("fr")
    feed.generator("hub")
    if picture:
        feed.logo(picture)
        feed.icon(picture)
    subscribing = url + SUBSCRIBING.lstrip("/")
    feed.docs(subscribing)  # for whoever wonders what the file is: in French, step by step
    feed.updated(_SOME_DAY)
    links = [
        {"href": _SENTINEL.format(rel), "rel": rel, "type": shape.form.media_type} for rel in shape.links
    ]
    links.append({"href": subscribing, "rel": "related", "title": "Comment s’abonner, pas à pas"})
    feed.history.links = links[1:]
    named = {name: _SENTINEL.format(name) for name in ("title", "explanation", "home", "self", "current")}
    feed.history.shown = head(named, subscribing, archived=shape.archived)
    # feedgen keeps the link added last as the RSS channel's own.
    feed.link([*links, {"href": _SENTINEL.format("home"), "rel": "alternate", "type": "text/html"}])
    written = feed.rss_str(pretty=True) if shape.form is RSS else feed.atom_str(pretty=True)
    return _cut(written.decode(), "</channel>" if shape.form is RSS else "</feed>")


class EntryShape(NamedTuple):
    """What items have in common: a format, whether they changed after their day, whether they have a
    document, and whether its weight is known."""

    form: Form
    changed: bool
    enclosed: bool
    sized: bool


@cache
def entry_frame(shape: EntryShape) -> Frame:
    """An item, to be `stamped`.

    Its names: `id`, `title`, `home`, `category`, `published`, `updated`, `summary`, `content`, `day`; of its
    document, `address`, `length`, `type`.
    """
    made = FeedEntry()
    made.guid(_SENTINEL.format("id"), permalink=False)
    made.title(_SENTINEL.format("title"))
    made.link(href=_SENTINEL.format("home"))
    made.category(term=_SENTINEL.format("category"))
    made.published(_SOME_DAY)
    made.updated(_SOME_DAY)
    element = _rss_entry(made, shape) if shape.form is RSS else _atom_entry(made, shape)
    for name in ("pubDate", f"{{{_ATOM_NAMES}}}updated", "published", "updated"):
        for date in element.findall(name):
            date.text = _SENTINEL.format("published" if name.startswith("pub") else "updated")
    element.append(of_item({name: _SENTINEL.format(name) for name in ("title", "home", "category", "day")}))
    written = etree.tostring(element, encoding="unicode", pretty_print=True)
    return tuple(_SENTINELS.split(_DECLARED.sub("", written)))


def _rss_entry(made: FeedEntry, shape: EntryShape) -> Any:
    """RSS has no word for the day on which an item changed: where it did, that of Atom."""
    made.summary(_SENTINEL.format("summary"))
    made.content(_SENTINEL.format("content"), type="CDATA")
    if shape.enclosed:
        made.enclosure(*(_SENTINEL.format(name) for name in ("address", "length", "type")))
    element = made.rss_entry()
    if shape.changed:
        etree.SubElement(element, f"{{{_ATOM_NAMES}}}updated")
    return element


def _atom_entry(made: FeedEntry, shape: EntryShape) -> Any:
    made.summary(_SENTINEL.format("summary"), type="text")
    made.content(_SENTINEL.format("content"), type="html")
    element = made.atom_entry()
    if shape.enclosed:  # feedgen writes every link of an entry without its `rel`
        link = {"rel": "enclosure", "type": _SENTINEL.format("type"), "href": _SENTINEL.format("address")}
        length = {"length": _SENTINEL.format("length")} if shape.sized else {}
        etree.SubElement(element, "link", {**link, **length})
    return element


def _cut(document: str, end: str) -> Frame:
    """A document, in which its items and the sheet that a browser shows it by have their places, at its
    sentinels."""
    declaration, _, rest = document.partition("\n")
    instruction = f'<?xml-stylesheet type="text/css" href="{_SENTINEL.format("style")}"?>'
    head, _, tail = _WRITTEN_DAY.sub(_SENTINEL.format("date"), rest).rpartition(end)
    whole = f"{declaration}\n{instruction}\n{head.rstrip(' ')}{_SENTINEL.format('items')}{end}{tail}"
    return tuple(_SENTINELS.split(whole))


def stamped(around: Frame, written: Mapping[str, str]) -> str:
    """A frame with what stands at each place, already written as XML."""
    return "".join(written[part] if index % 2 else part for index, part in enumerate(around))
