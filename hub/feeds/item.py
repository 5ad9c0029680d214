"""A published thing as an item: what feeds and calendars say of it."""

from __future__ import annotations

import datetime as dt
import re
from html import escape
from typing import Any, NamedTuple

from hub.markup import Renderer, dates, issue
from hub.markup.plain import excerpt, plain
from hub.markup.titles import event_title, minutes_title
from hub.markup.typography import french, french_html
from hub.model import Hub
from hub.model.event import Event, Occurrence
from hub.model.minutes import Minutes
from hub.model.publication import Call, Guide, Letter, News

KINDS: dict[type, tuple[str, str]] = {
    Minutes: ("compte-rendu", "Compte rendu"),
    Event: ("evenement", "Agenda"),
    News: ("actualite", "Actualité"),
    Call: ("appel", "Appel"),
    Guide: ("guide", "Guide"),
    Letter: ("lettre", "Lettre"),
}
"""The kinds of things that are announced: (key in the GUID, never to change; category shown)."""

_INNER_LINK = re.compile(r'(href|src)="/')


class Item(NamedTuple):
    """One entry of a feed. `summary` and `content` are HTML (readers take them so), with absolute links;
    `title` is plain text, `published` a whole day."""

    guid: str
    title: str
    address: str
    published: dt.date
    category: str
    summary: str
    content: str


def kind_of(thing: Any) -> tuple[str, str]:
    """The key and the category of a thing."""
    return next(words for kind, words in KINDS.items() if isinstance(thing, kind))


def guid(hub: Hub, thing: Any) -> str:
    """The thing's name for ever."""
    return hub.site.guid(kind_of(thing)[0], thing.id)


def item(hub: Hub, thing: Any, renderer: Renderer) -> Item:
    """The item of a published thing; `thing.publie_le` must be known."""
    title, lead = _head(thing)
    text = renderer.render(thing.text).html
    if isinstance(thing, Letter):
        text += _composed(hub, thing, renderer)
    content = f"<p>{lead}</p>\n{text}" if lead else text
    content = french_html(absolute(content, hub)) or f"<p>{escape(title)}</p>"
    summary = getattr(thing, "resume", None) or plain(content)
    return Item(
        guid(hub, thing),
        french(title),
        hub.site.absolute(thing.address),
        thing.publie_le.first,
        kind_of(thing)[1],
        escape(french(excerpt(summary, 280)), quote=False),
        content,
    )


def _composed(hub: Hub, letter: Letter, renderer: Renderer) -> str:
    """What an issue announces after its editorial: a mailing tool that reads the feed gets it all."""
    assert letter.publie_le
    return "\n" + issue.html(issue.blocks(hub.issue(letter, letter.publie_le.first), renderer))


def absolute(html: str, hub: Hub) -> str:
    """`html` whose links inside the site are absolute."""
    return _INNER_LINK.sub(lambda found: f'{found[1]}="{hub.site.url}', html)


def _head(thing: Any) -> tuple[str, str]:
    """(title, a first sentence that says when) of a thing."""
    if isinstance(thing, Minutes):
        return minutes_title(thing), ""
    if isinstance(thing, Event):
        cancelled = "Annulé : " if thing.annule else ""
        when = dates.span(Occurrence(thing, thing.debut, thing.fin))
        repeated = dates.recurrence(thing)
        lead = f"{when[0].upper()}{when[1:]}" + (f" ({repeated})" if repeated else "") + "."
        return cancelled + event_title(thing), lead
    if isinstance(thing, Call) and thing.cloture:
        return thing.titre, f"{dates.until(thing.cloture).capitalize()}."
    return thing.titre, ""
