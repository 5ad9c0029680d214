"""A published thing as an item: what feeds and calendars say of it."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import Any, NamedTuple

from hub.feeds.enclosure import Enclosure, enclosure_of
from hub.feeds.follow_up import follow_up
from hub.markup import Renderer, issue, rhythm, states
from hub.markup.alone import absolute
from hub.markup.attached import offered_html
from hub.markup.plain import beginning, capital, ended, excerpt
from hub.markup.titles import event_title, letter_title, minutes_title
from hub.markup.typography import french, french_html
from hub.model import Hub
from hub.model.dates import PARIS
from hub.model.event import Event
from hub.model.issue import issue_of
from hub.model.kind import Feed
from hub.model.kinds import kind_of
from hub.model.minutes import Minutes
from hub.model.publication import Call, Letter


class Item(NamedTuple):
    """One entry of a feed. `title` and `summary` are plain text, `content` is HTML with absolute links;
    `published` and `updated` are whole days, the second never before the first."""

    guid: str
    title: str
    address: str
    published: dt.date
    updated: dt.date
    category: str
    summary: str
    content: str
    enclosure: Enclosure | None = None


def feed_of(thing: Any) -> Feed:
    """What the kind of a thing that is announced says of its feed."""
    feed = kind_of(thing).feed
    assert feed, "only what is announced has a name in feeds"
    return feed


def guid(hub: Hub, thing: Any) -> str:
    """The thing's name for ever."""
    return hub.site.guid(feed_of(thing).guid, thing.id)


def item(hub: Hub, thing: Any, renderer: Renderer, today: dt.date) -> Item:
    """The item of a published thing as of `today`; `thing.publie_le` must be known."""
    title, lead = _head(thing, today)
    text = renderer.render(thing.text).html
    content = f"<p>{escape(lead, quote=False)}</p>\n{text}" if lead else text
    summed = content
    if isinstance(thing, Event):
        content += _changes(thing)
    if isinstance(thing, Minutes):
        content += follow_up(hub, thing)
    content += offered_html(hub, thing)
    if isinstance(thing, Letter):
        content += _composed(hub, thing, renderer, today)
    content = french_html(absolute(content, hub, thing.address)) or f"<p>{escape(title)}</p>"
    return Item(
        guid(hub, thing),
        french(title),
        hub.site.absolute(thing.address),
        thing.publie_le.first,
        _updated(thing, today),
        feed_of(thing).category,
        french(excerpt(_summary(thing, summed, today), 280)),
        content,
        enclosure_of(content, hub),
    )


def _composed(hub: Hub, letter: Letter, renderer: Renderer, today: dt.date) -> str:
    """What an issue announces after its editorial: a mailing tool that reads the feed gets it all."""
    return "\n" + issue.html(issue.blocks(issue_of(hub, letter, today), renderer))


def _changes(event: Event) -> str:
    """The times of a series that are otherwise, as a list; '' where there is none, or nothing takes place."""
    if event.annule:
        return ""
    rows = "\n".join(f"<li>{escape(states.told(once), quote=False)}</li>" for once in event.exceptions)
    return f"\n<p>Ce qui change :</p>\n<ul>\n{rows}\n</ul>" if rows else ""


def _summary(thing: Any, text: str, today: dt.date) -> str:
    """What a thing is about: in its own words where it has some, else its beginning."""
    if isinstance(thing, Minutes) and thing.ordre_du_jour:
        return _agenda(thing)
    words: str | None = getattr(thing, "resume", None)
    if words and isinstance(thing, Event) and thing.annule:
        return f"Annulé. {words}"
    if words and isinstance(thing, Call) and thing.over(today):
        return f"Appel {states.standing(thing, today)}. {words}"
    return words or beginning(text)


def _agenda(minutes: Minutes) -> str:
    return f"Ordre du jour : {' ; '.join(minutes.ordre_du_jour)}."


def cited(one: Item) -> Item:
    """The item of minutes where their whole text is not given."""
    words = f'<p>{escape(one.summary)}</p>\n<p><a href="{one.address}">Lire le compte rendu</a></p>'
    return one._replace(content=words)


def morning(day: dt.date) -> dt.datetime:
    """A day of publication has no hour: its first one, so that nothing is ever dated in the future."""
    return dt.datetime.combine(day, dt.time(), PARIS)


def _updated(thing: Any, today: dt.date) -> dt.date:
    """The last day a source says the thing changed; a day that is yet to come does not count."""
    published: dt.date = thing.publie_le.first
    changed = getattr(thing, "modifie_le", None) or getattr(thing, "revu_le", None)
    return max(published, changed.first) if changed and changed.first <= today else published


def _head(thing: Any, today: dt.date) -> tuple[str, str]:
    """(title, a first sentence that says when, or of what) of a thing, plain text."""
    if isinstance(thing, Minutes):
        return minutes_title(thing), _agenda(thing) if thing.ordre_du_jour else ""
    if isinstance(thing, Event):
        cancelled = "Annulé : " if thing.annule else ""
        repeated = rhythm.besides(thing)
        lead = capital(rhythm.when(thing.first)) + (f" ({repeated})" if repeated else "") + "."
        if thing.annule:
            lead += f" Annulé : {ended(thing.annule)}"
        return cancelled + event_title(thing), lead
    if isinstance(thing, Letter):
        return letter_title(thing), ""
    if isinstance(thing, Call):
        return thing.titre, f"{capital(states.standing(thing, today))}."
    return thing.titre, ""
