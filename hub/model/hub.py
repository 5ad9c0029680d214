"""The whole: every thing of the town, indexed by key."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from hub.model.association import ASSOCIATION, THEME, Association, Theme
from hub.model.bureau import COLLEGE, TERM, Bureau, College, Seat, Term
from hub.model.calendars import CALENDARS
from hub.model.call import CALL, Call, CallState
from hub.model.editorial import EDITORIAL, Editorial
from hub.model.event import EVENT, Event, NextMeeting
from hub.model.fields import Entity
from hub.model.followed import followed
from hub.model.guide import GUIDE, Guide
from hub.model.halves import Half
from hub.model.kind import Kind
from hub.model.kinds import ANNOUNCED, BY_LINK, KINDS, kind_of
from hub.model.letter import LETTER, Letter
from hub.model.memory import Memory
from hub.model.minutes import MINUTES, Minutes
from hub.model.names import fold
from hub.model.news import NEWS, News
from hub.model.project import PROJECT
from hub.model.project_names import called, known_as, other_addresses
from hub.model.questionnaire import QUESTIONNAIRE, Questionnaire
from hub.model.redirection import REDIRECTION, Redirection
from hub.model.responses import Responses
from hub.model.sections import OF_CARDS, Section, sections_of
from hub.model.site import Site
from hub.model.thread import Entry, Thread, entries, when_decided
from hub.model.unknown import Unknown, unknown_of
from hub.sources import Attachment

E = TypeVar("E", bound=Entity)
T = TypeVar("T")

FILES = ("/rss.xml", "/agenda.ics")
"""Files of the site that a text may link to."""

ATTACHED = ("document", "image")
"""The schemes of attached files, `[Le plan](document:plan.pdf)`."""


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

    `things` holds those of each kind, by its `attribute`, in its order: associations by name, minutes and
    publications newest first, events by date. Attached files are indexed by their names, `responses` by that
    of the text beside which they stand. `spoiled` says what exists but could not be typed, `halves` are those
    of which a part was. `memory` keeps what is made of things one by one; it is no part of what the hub is.
    """

    site: Site
    things: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    documents: Mapping[str, Attachment] = field(default_factory=dict)
    images: Mapping[str, Attachment] = field(default_factory=dict)
    responses: Mapping[str, Responses] = field(default_factory=dict)
    spoiled: Spoiled = field(default_factory=Spoiled)
    halves: tuple[Half, ...] = ()
    memory: Memory = field(default_factory=Memory, compare=False, repr=False)

    def of(self, kind: Kind[E]) -> tuple[E, ...]:
        """The things of a kind, in its order."""
        return self.things.get(kind.attribute, ())

    def having(self, **things: Iterable[Any]) -> Hub:
        """The same, whose things of these kinds, by their attributes, are others."""
        return replace(self, things={**self.things, **{name: tuple(those) for name, those in things.items()}})

    @cached_property
    def kinds(self) -> tuple[Kind[Any], ...]:
        """Those that its site shows, in their order: neither those that the town is without, nor the optional
        ones of which it has written nothing."""
        return tuple(
            kind
            for kind in KINDS
            if kind.is_of(self.site.mots)
            and (not kind.optional or self.of(kind) or kind.attribute in self.spoiled.unknown)
        )

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Those of its site, in the words of the town."""
        unsaid = (
            at for at, field in OF_CARDS.items() if not any(getattr(a, field) for a in self.associations)
        )
        return sections_of(self.site, self.kinds, unsaid)

    @cached_property
    def with_halves(self) -> Hub:
        """The same with what could be typed of the others: for rules that look at what is written alone."""
        if not self.halves:
            return self
        more = {
            kind.attribute: [one.thing for one in self.halves if kind_of(one.thing) is kind] for kind in KINDS
        }
        return self.having(**{name: (*self.things.get(name, ()), *those) for name, those in more.items()})

    @property
    def logo(self) -> Attachment | None:
        """The file of the town's logo; None where it has none, or where the file is missing."""
        return self.images.get(self.site.logo.rpartition("/")[2]) if self.site.logo else None

    def once(self, make: Callable[[Hub], T]) -> T:
        """What `make` makes of this hub, made once."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def forget(self) -> None:
        """Let go what was made of this hub and of its things: whoever asks for it again has it made again."""
        self.memory.forget()
        self._made.clear()

    @cached_property
    def _made(self) -> dict[Callable[[Hub], Any], Any]:
        return {}

    @property
    def themes(self) -> tuple[Theme, ...]:
        return self.of(THEME)

    @property
    def associations(self) -> tuple[Association, ...]:
        return self.of(ASSOCIATION)

    @cached_property
    def bureau(self) -> Bureau:
        return Bureau(self.of(COLLEGE), self.of(TERM))

    @property
    def minutes(self) -> tuple[Minutes, ...]:
        return self.of(MINUTES)

    @property
    def events(self) -> tuple[Event, ...]:
        return self.of(EVENT)

    @property
    def news(self) -> tuple[News, ...]:
        return self.of(NEWS)

    @property
    def calls(self) -> tuple[Call, ...]:
        return self.of(CALL)

    @property
    def questionnaires(self) -> tuple[Questionnaire, ...]:
        return self.of(QUESTIONNAIRE)

    @property
    def guides(self) -> tuple[Guide, ...]:
        return self.of(GUIDE)

    @property
    def letters(self) -> tuple[Letter, ...]:
        return self.of(LETTER)

    @cached_property
    def editorials(self) -> Mapping[str, Editorial]:
        """The plain texts, by key."""
        return {editorial.id: editorial for editorial in self.of(EDITORIAL)}

    @property
    def redirections(self) -> tuple[Redirection, ...]:
        return self.of(REDIRECTION)

    @cached_property
    def by_id(self) -> dict[str, Association]:
        return {association.id: association for association in self.associations}

    @cached_property
    def by_name(self) -> dict[str, Association]:
        """Associations by every folded spelling: an id wins over a name, a name over an alias, an alias over
        a mere spelling."""
        return self.memory.of_all(_by_name, self.associations)

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
        return {scheme: {thing.id: thing for thing in self.of(kind)} for scheme, kind in BY_LINK.items()}

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
    def threads(self) -> dict[str, Thread]:
        """The projects that meetings speak of, and those that have a text, by key."""
        return followed(self.minutes, self.of(PROJECT))

    @cached_property
    def projects_called(self) -> dict[str, Any]:
        """The projects that have a text, by the keys of all their names."""
        return called(self.of(PROJECT))

    def thread(self, name: str) -> Thread | None:
        """The project that is called so, by any of its names: in minutes, or where a text names it."""
        return self.threads.get(known_as(name, self.projects_called))

    @cached_property
    def entries_of(self) -> dict[str, tuple[Entry, ...]]:
        """The actions that each meeting speaks of, as they were followed, in the order of its minutes, by
        their id."""
        index: dict[str, dict[int, Entry]] = defaultdict(dict)
        for entry in entries(self.threads.values()):
            for step in entry.action.steps:
                index[step.minutes.id][step.rank] = entry
        return {key: tuple(those[at] for at in sorted(those)) for key, those in index.items()}

    @cached_property
    def actions_of(self) -> dict[str, list[Entry]]:
        """The actions that each association is in charge of, those decided last first, by its id."""
        index: dict[str, list[Entry]] = defaultdict(list)
        for entry in sorted(entries(self.threads.values()), key=when_decided, reverse=True):
            for key in dict.fromkeys(a.id for name in entry.action.qui if (a := self.named(name))):
                index[key].append(entry)
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

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses that a text may link to."""
        return frozenset(
            (
                *(section.address for section in self.sections),
                *(thing.address for kind in KINDS if kind.paged for thing in self.of(kind)),
                *(thread.address for thread in self.threads.values() if thread.paged),
                *(calendar.page for calendar in CALENDARS),
                *FILES,
            )
        )

    @cached_property
    def moved(self) -> frozenset[str]:
        """The addresses that lead to another page today."""
        return frozenset(old for old, _ in self.moves)

    @cached_property
    def moves(self) -> tuple[tuple[str, str], ...]:
        """(the address that was, the one that is) of each: those that the town wrote, and those of projects
        that are one by now."""
        written = {one.ancienne: one.nouvelle for one in self.redirections}
        others = other_addresses(self.of(PROJECT))
        return (*written.items(), *(move for move in others if move[0] not in written))

    @cached_property
    def unknown(self) -> tuple[Unknown, ...]:
        """What is « à confirmer » of each thing that has a place of its own in the sources, kind by kind."""
        found = (
            self.memory.of(unknown_of, thing, kind)
            for kind in KINDS
            for thing in self.of(kind)
            if kind.register or not thing.origin.loc
        )
        return tuple(filter(None, found))

    @property
    def publications(self) -> Iterator[Any]:
        """Everything that is announced to subscribers, whatever its kind."""
        for kind in ANNOUNCED:
            yield from self.of(kind)

    @property
    def everything(self) -> Iterator[Any]:
        """Every thing, whatever its kind."""
        for kind in KINDS:
            yield from self.of(kind)


def _by_name(associations: Iterable[Association]) -> dict[str, Association]:
    index: dict[str, Association] = {}
    for spellings in ("id", "nom", "alias", "graphies"):
        for association in associations:
            value = getattr(association, spellings)
            for name in (value,) if isinstance(value, str) else value:
                index.setdefault(fold(name), association)
    return index
