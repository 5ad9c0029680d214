"""A published thing as an item: what feeds and calendars say of it."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import Any, NamedTuple

from hub.feeds.enclosure import Enclosure, enclosure_of, may_enclose
from hub.feeds.telling import feed_of, telling_of
from hub.markup import Renderer
from hub.markup.alone import absolute
from hub.markup.attached import offered_html
from hub.markup.picture import markup, plan_of
from hub.markup.plain import excerpt
from hub.markup.typography import french, french_html
from hub.model import Hub
from hub.model.attachment import picture_of


class Item(NamedTuple):
    """One entry of a feed. `title` and `summary` are plain text, `content` is HTML with absolute links;
    `published` and `updated` are whole days, the second never before the first; `image` is the address of its
    picture, '' where it has none."""

    guid: str
    title: str
    address: str
    published: dt.date
    updated: dt.date
    category: str
    summary: str
    content: str
    enclosure: Enclosure | None = None
    image: str = ""


def guid(hub: Hub, thing: Any) -> str:
    """The thing's name for ever."""
    return hub.site.guid(feed_of(thing).guid, thing.id)


def item(hub: Hub, thing: Any, renderer: Renderer, today: dt.date, *, whole: bool = True) -> Item:
    """The item of a published thing as of `today`; `thing.publie_le` must be known.

    What is to be `cited` need not be `whole`: its text is then only read where it may lead to a document.
    """
    telling = telling_of(thing)
    title, lead = telling.title(thing), telling.lead(thing, today)
    above = f"<p>{escape(lead, quote=False)}</p>\n" if lead else ""
    below = telling.more(hub, thing) + offered_html(hub, thing) + telling.after(hub, thing, renderer, today)
    read = whole or may_enclose(thing.text)
    text = renderer.render(thing.text).html if read else ""  # which has its French spaces already
    shown, image = _pictured(hub, thing)
    content = absolute(french_html(above) + shown + text + french_html(below), hub, thing.address)
    content = content or f"<p>{escape(title)}</p>"
    return Item(
        guid(hub, thing),
        french(title),
        hub.site.absolute(thing.address),
        thing.publie_le.first,
        updated(thing, today),
        feed_of(thing).category,
        french(excerpt(telling.summary(thing, renderer, today), 280)),
        content,
        enclosure_of(content, hub),
        image,
    )


def _pictured(hub: Hub, thing: Any) -> tuple[str, str]:
    """The picture of a thing as HTML, and its whole address; both are '' of what has none."""
    picture = picture_of(thing)
    plan = plan_of(hub, picture)
    if picture is None or plan is None:
        return "", ""
    shown = markup(plan, escape(french(picture.texte)))
    credit = escape(french(f"Image : {picture.auteur}"), quote=False)
    return f"<p>{shown}<br>{credit}</p>\n", hub.site.absolute(f"/{plan.fallback.path}")


def cited(one: Item) -> Item:
    """The item of minutes where their whole text is not given."""
    words = f'<p>{escape(one.summary)}</p>\n<p><a href="{one.address}">Lire le compte rendu</a></p>'
    return one._replace(content=words)


def morning(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """A day of publication has no hour: its first one in the `zone` of the town, so that nothing is ever
    dated in the future."""
    return dt.datetime.combine(day, dt.time(), zone)


def updated(thing: Any, today: dt.date) -> dt.date:
    """The last day a source says the thing changed; a day that is yet to come does not count."""
    published: dt.date = thing.publie_le.first
    changed = getattr(thing, "modifie_le", None) or getattr(thing, "revu_le", None)
    return max(published, changed.first) if changed and changed.first <= today else published
