"""The feed of each project: what a meeting said of its actions, one item a meeting, and the text that
presents it. An item is named for ever by its meeting: a project that is called otherwise one day keeps it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Any, NamedTuple

from hub.feeds.item import Item
from hub.feeds.sheet import Sheet
from hub.feeds.volumes import Volume, volumes
from hub.markup import Renderer, dates
from hub.markup.alone import absolute
from hub.markup.plain import capital, excerpt
from hub.markup.titles import listed
from hub.markup.typography import french, french_html
from hub.model import Hub
from hub.model.archive import is_news
from hub.model.channels import RSS, project_channel
from hub.model.minutes import Minutes
from hub.model.project_names import key_of
from hub.model.thread import Followed, Thread
from hub.model.vote import Vote

CATEGORY = "Suivi"


class Progress(NamedTuple):
    """What a meeting said of a project: each action, as far as that meeting knew it."""

    name: str
    minutes: Minutes
    said: tuple[Followed, ...]
    votes: tuple[Vote, ...]

    @property
    def publie_le(self) -> Any:
        return self.minutes.publie_le

    @property
    def key(self) -> str:
        """What its name for ever is made of: the meeting, and the project as these minutes call it."""
        named = self.said[0].last.action.projet if self.said else self.votes[0].projet
        return f"{self.minutes.id}/{key_of(named or '')}"


def sheets(hub: Hub, today: dt.date, renderer: Renderer) -> Iterator[Sheet]:
    """`suivi/<projet>/rss.xml` of each project that has a page, and its archives."""
    for thread in hub.threads.values():
        if thread.paged:
            channel = project_channel(thread.address, f"Projet : {thread.name}")
            for volume in volumes(channel, _announced(thread, today), today.year):
                path = channel.at(RSS, volume.archive).lstrip("/")
                yield path, partial(_document, hub, renderer, volume)


def _announced(thread: Thread, today: dt.date) -> list[Any]:
    """What is published of a project on that day, newest first."""
    said = thread.said()
    told: list[Any] = [
        Progress(thread.name, one, tuple(said[one.id]), tuple(thread.votes(one)))
        for one in thread.meetings
        if is_news(one)
    ]
    if thread.project and thread.project.publie_le:
        told.append(thread.project)
    published = [one for one in told if one.publie_le.first <= today]
    return sorted(published, key=lambda one: one.publie_le.first, reverse=True)


def _document(hub: Hub, renderer: Renderer, volume: Volume) -> bytes:
    from hub.feeds import rss  # with feedgen and lxml: in most builds few processes write any

    items = [_item(hub, renderer, one) for one in volume.things]
    changed = max((one.updated for one in items), default=dt.date.min)  # of an empty feed, RSS says no day
    return rss.document(hub, volume, RSS, changed, [rss.entry(one, RSS, hub.site.zone) for one in items])


def _item(hub: Hub, renderer: Renderer, one: Any) -> Item:
    return _meeting(hub, one) if isinstance(one, Progress) else _presented(hub, renderer, one)


def _meeting(hub: Hub, one: Progress) -> Item:
    minutes = one.minutes
    title = f"{one.name} : {minutes.body.one} du {dates.date(minutes.date)}"
    told = [*map(_voted, one.votes), *(_told(hub, action) for action in one.said)]
    rows = "\n".join(f"<li>{escape(words, quote=False)}</li>" for words in told)
    read = f'<p><a href="{hub.site.absolute(minutes.address)}">Lire le compte rendu</a></p>'
    day = minutes.publie_le.first if minutes.publie_le else minutes.date.first
    return Item(
        hub.site.guid("suivi", one.key),
        french(title),
        hub.site.absolute(minutes.address),
        day,
        day,
        CATEGORY,
        french(excerpt(" ".join(f"{words}." for words in told), 280)),
        french_html(f"<ul>\n{rows}\n</ul>\n{read}"),
    )


def _voted(vote: Vote) -> str:
    """« Vote : La règle de partage : adopté », without its voices, which the minutes tell."""
    return f"Vote : {vote.objet.rstrip('.')} : {vote.outcome.libelle}"


def _told(hub: Hub, followed: Followed) -> str:
    """« Publier un numéro (Les Lecteurs, échéance : septembre 2026) : à faire, puis en cours »."""
    action, before = followed.last.action, followed.before
    when = f"échéance : {dates.date(action.echeance)}" if action.echeance else ""
    known = ", ".join(part for part in (listed(hub, action.qui), when) if part)
    state = action.etat.libelle
    if before:
        was = before.action.etat.libelle
        state = f"toujours {state}" if was == state else f"{was}, puis {state}"
    return f"{action.quoi.rstrip('.')}{f' ({known})' if known else ''} : {state}"


def _presented(hub: Hub, renderer: Renderer, project: Any) -> Item:
    """The text of a project, once it is published."""
    address = hub.site.absolute(project.address)
    content = absolute(renderer.render(project.text).html, hub, project.address)
    return Item(
        hub.site.guid("projet", project.id),
        french(project.titre),
        address,
        project.publie_le.first,
        project.publie_le.first,
        CATEGORY,
        french(project.resume or excerpt(renderer.beginning(project.text), 280)),
        content or f"<p>{escape(capital(project.titre))}</p>",
    )
