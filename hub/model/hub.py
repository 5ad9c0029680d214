"""The whole: every thing of the town, indexed by key."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from hub.model.association import Association, Theme
from hub.model.bureau import Bureau, College, Seat, Term
from hub.model.channels import CALENDARS
from hub.model.event import Event, NextMeeting
from hub.model.issue import Issue, compose
from hub.model.minutes import Minutes
from hub.model.names import fold
from hub.model.publication import Call, CallState, Editorial, Guide, Letter, News
from hub.model.redirection import Redirection
from hub.model.sections import SECTIONS
from hub.model.site import Site
from hub.sources import Attachment

FILES = ("/rss.xml", "/agenda.ics")
"""Files of the site that a text may link to."""

ATTACHED = ("document", "image")
"""The schemes of attached files, `[Le plan](document:plan.pdf)`."""

LINK_KINDS = {
    "asso": "associations",
    "cr": "minutes",
    "agenda": "events",
    "guide": "guides",
    "appel": "calls",
    "actualite": "news",
    "lettre": "letters",
}
"""The schemes of links by key, `[Malakfé](asso:malakfe)`, and where their keys are looked up."""


@dataclass(frozen=True)
class Spoiled:
    """What exists in the sources but could not be typed: naming it is no second mistake.

    `keys` holds ids by kind (`associations`, `themes`, `minutes` ...), `names` the folded names of
    associations. `unknown` holds the kinds of which anything may exist: their register cannot be read, or
    one of their things has no readable key.
    """

    keys: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()

    def has(self, kind: str, key: str) -> bool:
        """Whether a thing of that kind may bear that key."""
        return kind in self.unknown or key in self.keys.get(kind, ())

    def including(self, kind: str, keys: frozenset[str]) -> Spoiled:
        """The same, and things of that kind that bear `keys`."""
        names = self.names | frozenset(map(fold, keys)) if kind == "associations" else self.names
        return Spoiled({**self.keys, kind: self.keys.get(kind, frozenset()) | keys}, names, self.unknown)

    def may_be(self, name: str) -> bool:
        """Whether `name` may mean an association that could not be typed."""
        return "associations" in self.unknown or fold(name) in self.names


@dataclass(frozen=True)
class Hub:
    """A town's council and its associations, at the moment its sources were read.

    Lists are in the order a reader expects: associations by name, minutes and publications newest
    first, terms newest first, events by date. Attached files are indexed by their names. `spoiled` says what
    exists but could not be typed.
    """

    site: Site
    bureau: Bureau
    themes: tuple[Theme, ...] = ()
    associations: tuple[Association, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    events: tuple[Event, ...] = ()
    news: tuple[News, ...] = ()
    calls: tuple[Call, ...] = ()
    guides: tuple[Guide, ...] = ()
    letters: tuple[Letter, ...] = ()
    editorials: Mapping[str, Editorial] = field(default_factory=dict)
    redirections: tuple[Redirection, ...] = ()
    documents: Mapping[str, Attachment] = field(default_factory=dict)
    images: Mapping[str, Attachment] = field(default_factory=dict)
    spoiled: Spoiled = field(default_factory=Spoiled)

    @cached_property
    def by_id(self) -> dict[str, Association]:
        return {association.id: association for association in self.associations}

    @cached_property
    def by_name(self) -> dict[str, Association]:
        """Associations by every folded spelling: an id wins over a name, a name over an alias, an alias over
        a mere spelling."""
        index: dict[str, Association] = {}
        for spellings in ("id", "nom", "alias", "graphies"):
            for association in self.associations:
                value = getattr(association, spellings)
                for name in (value,) if isinstance(value, str) else value:
                    index.setdefault(fold(name), association)
        return index

    def named(self, name: str) -> Association | None:
        """The association that `name` (an id, a name, an alias or a spelling) means."""
        return self.by_id.get(name) or self.by_name.get(fold(name))

    @cached_property
    def colleges(self) -> dict[str, College]:
        return {college.id: college for college in self.bureau.colleges}

    @cached_property
    def themes_by_id(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def keys(self) -> dict[str, dict[str, Any]]:
        """Every thing a text may link to, by scheme then by key."""
        return {
            scheme: {thing.id: thing for thing in getattr(self, attribute)}
            for scheme, attribute in LINK_KINDS.items()
        }

    @cached_property
    def seats_of(self) -> dict[str, list[tuple[Term, Seat]]]:
        """The seats each association has held, newest term first, by association id."""
        index: dict[str, list[tuple[Term, Seat]]] = defaultdict(list)
        for term in self.bureau.mandats:
            for seat in term.sieges:
                if association := self.named(seat.association):
                    index[association.id].append((term, seat))
        return index

    @cached_property
    def minutes_of(self) -> dict[str, list[Minutes]]:
        """The minutes in which each association was present or excused, newest first."""
        index: dict[str, list[Minutes]] = defaultdict(list)
        for minutes in self.minutes:
            names = {a.id for n in (*minutes.presents, *minutes.excuses) if (a := self.named(n))}
            for key in sorted(names):
                index[key].append(minutes)
        return index

    @cached_property
    def news_of(self) -> dict[str, list[News]]:
        """The news that concern each association, newest first."""
        index: dict[str, list[News]] = defaultdict(list)
        for news in self.news:
            for key in dict.fromkeys(a.id for name in news.associations if (a := self.named(name))):
                index[key].append(news)
        return index

    @cached_property
    def meeting_after(self) -> dict[str, Minutes]:
        """The minutes of the next meeting of the same body, by the id of those before."""
        latest: dict[str, Minutes] = {}
        index: dict[str, Minutes] = {}
        for minutes in self.minutes:  # newest first
            body = minutes.id.removeprefix(str(minutes.date))  # -commission-sport
            if body in latest:
                index[minutes.id] = latest[body]
            latest[body] = minutes
        return index

    @cached_property
    def attested(self) -> dict[str, Minutes]:
        """The minutes of the meetings that others announced, by the id of the announced date: of these alone
        a document says that they took place."""
        announced = [event for event in self.events if isinstance(event, NextMeeting)]
        held = [(event, self.meeting_after.get(event.announced_by)) for event in announced]
        return {event.id: one for event, one in held if one and event.debut.covers(one.date.first)}

    @cached_property
    def events_of(self) -> dict[str, list[Event]]:
        """The events each association organises, by date."""
        index: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            for key in dict.fromkeys(a.id for name in event.organisateurs if (a := self.named(name))):
                index[key].append(event)
        return index

    def open_calls(self, day: dt.date) -> list[Call]:
        """The calls that one may answer on that day, the first to close first."""
        ends = {c.id: c.cloture.last for c in self.calls if c.cloture and c.state(day) is CallState.ouvert}
        return sorted((c for c in self.calls if c.id in ends), key=lambda c: (ends[c.id], c.id))

    def issue(self, letter: Letter, today: dt.date) -> Issue:
        """What an issue announces; one that has no day of publication speaks from `today`."""
        return self._issues.get(letter.id) or compose(self, letter, today)

    @cached_property
    def _issues(self) -> dict[str, Issue]:
        """The issues that have a day, by id: pages, feeds and mails show the same ones."""
        return {one.id: compose(self, one, one.publie_le.first) for one in self.letters if one.publie_le}

    def publications_of(self, key: str) -> list[Minutes | Event | News]:
        """What is announced to those who follow the association of that id."""
        return [
            *self.minutes_of.get(key, ()),
            *self.events_of.get(key, ()),
            *self.news_of.get(key, ()),
        ]

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses that a text may link to."""
        things = (*self.associations, *self.bureau.mandats, *self.publications)
        return frozenset(
            (
                *(section.address for section in SECTIONS),
                *(editorial.address for editorial in self.editorials.values()),
                *(thing.address for thing in things),
                *(calendar.page for calendar in CALENDARS),
                *FILES,
            )
        )

    @cached_property
    def moved(self) -> frozenset[str]:
        """The addresses that lead to another page today."""
        return frozenset(one.ancienne for one in self.redirections)

    @property
    def publications(self) -> Iterator[Minutes | Event | News | Call | Guide | Letter]:
        """Everything that is announced to subscribers, whatever its kind."""
        for kind in (self.minutes, self.events, self.news, self.calls, self.guides, self.letters):
            yield from kind
