"""The whole: every thing of the town, indexed by key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from pydantic import ValidationError

from hub.model.association import Association, Theme
from hub.model.bureau import Bureau, College, Seat, Term
from hub.model.event import Category, Event
from hub.model.fields import Entity
from hub.model.minutes import Body, Minutes
from hub.model.names import fold, sort_key
from hub.model.publication import Call, Editorial, Guide, Letter, News
from hub.model.sections import SECTIONS
from hub.model.site import Site
from hub.model.typing_faults import faults_of
from hub.sources import Fault, Origin, Position, Sources

E = TypeVar("E", bound=Entity)

TOWN = "ville"
"""The organiser that is no association."""

FILES = ("/rss.xml", "/agenda.ics")
"""Files of the site that a text may link to."""

KINDS = {
    "minutes": "minutes",
    "content": "editorials",
    "content/actualites": "news",
    "content/agenda": "events",
    "content/appels": "calls",
    "content/guides": "guides",
    "content/lettre": "letters",
}
"""The folders of texts, and the attribute of the hub that holds what is in each."""

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

    `keys` holds ids by attribute of the hub (`associations`, `themes`, `minutes` ...), `names` the folded
    names of associations; `nameless` tells that one of them has no readable name, so that any name may be
    its own.
    """

    keys: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    nameless: bool = False

    def has(self, attribute: str, key: str) -> bool:
        """Whether a thing of that kind bears that key."""
        return key in self.keys.get(attribute, ())

    def may_be(self, name: str) -> bool:
        """Whether `name` may mean an association that could not be typed."""
        return self.nameless or fold(name) in self.names


@dataclass(frozen=True)
class Hub:
    """A town's council and its associations, at the moment its sources were read.

    Lists are in the order a reader expects: associations by name, minutes and publications newest
    first, terms newest first, events by date. `spoiled` says what exists but could not be typed.
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
    spoiled: Spoiled = field(default_factory=Spoiled)

    @cached_property
    def by_id(self) -> dict[str, Association]:
        return {association.id: association for association in self.associations}

    @cached_property
    def by_name(self) -> dict[str, Association]:
        """Associations by every folded spelling; an id wins over a name, a name over an alias."""
        index: dict[str, Association] = {}
        for spellings in ("id", "nom", "alias"):
            for association in self.associations:
                value = getattr(association, spellings)
                for name in (value,) if isinstance(value, str) else value:
                    index.setdefault(fold(name), association)
        return index

    def named(self, name: str) -> Association | None:
        """The association that `name` (an id, a name or an alias) means."""
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
        latest: dict[Body, Minutes] = {}
        index: dict[str, Minutes] = {}
        for minutes in self.minutes:  # newest first
            if minutes.instance in latest:
                index[minutes.id] = latest[minutes.instance]
            latest[minutes.instance] = minutes
        return index

    @cached_property
    def events_of(self) -> dict[str, list[Event]]:
        """The events each association organises, by date."""
        index: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            for organiser in event.organisateurs:
                if association := self.named(organiser):
                    index[association.id].append(event)
        return index

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses that a text may link to."""
        things = (*self.associations, *self.bureau.mandats, *self.publications)
        return frozenset(
            (
                *(section.address for section in SECTIONS),
                *(editorial.address for editorial in self.editorials.values()),
                *(thing.address for thing in things),
                *FILES,
            )
        )

    @property
    def publications(self) -> Iterator[Minutes | Event | News | Call | Guide | Letter]:
        """Everything that is announced to subscribers, whatever its kind."""
        for kind in (self.minutes, self.events, self.news, self.calls, self.guides, self.letters):
            yield from kind


def assemble(sources: Sources) -> tuple[Hub | None, list[Fault]]:
    """The hub these sources describe, and a fault for each value that cannot be typed.

    What cannot be typed is left out of the hub, never out of the faults. None stands for a hub whose
    registers (`mkdocs.yml`, `bureau.yaml`, `associations.yaml`) cannot be read at all.
    """
    return _Assembly(sources).hub()


class _Assembly:
    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.faults: list[Fault] = []
        self.spoiled: dict[str, set[str]] = defaultdict(set)
        self.names: set[str] = set()
        self.nameless = False

    def hub(self) -> tuple[Hub | None, list[Fault]]:
        site = self._site()
        bureau = self._bureau()
        themes, associations = self._directory()
        minutes = sorted(self._files("minutes", Minutes), key=lambda m: (m.date, m.id), reverse=True)
        events = [*self._files("content/agenda", Event), *_next_meetings(minutes)]
        news, calls, guides, letters = (
            self._newest("actualites", News),
            self._newest("appels", Call),
            sorted(self._files("content/guides", Guide), key=lambda g: sort_key(g.titre)),
            self._newest("lettre", Letter),
        )
        editorials = {e.id: e for e in self._files("content", Editorial)}
        self._misplaced()
        if site is None or bureau is None or associations is None:
            return None, self.faults
        hub = Hub(
            site=site,
            bureau=bureau,
            themes=tuple(themes),
            associations=tuple(sorted(associations, key=lambda a: (sort_key(a.nom), a.id))),
            minutes=tuple(minutes),
            events=tuple(sorted(events, key=lambda e: (e.debut, e.id))),
            news=tuple(news),
            calls=tuple(calls),
            guides=tuple(guides),
            letters=tuple(letters),
            editorials=editorials,
            spoiled=Spoiled(
                {kind: frozenset(keys) for kind, keys in self.spoiled.items()},
                frozenset(self.names),
                self.nameless,
            ),
        )
        return hub, self.faults

    def _typed(self, model: type[E], data: Any, origin: Origin) -> E | None:
        try:
            entity = model.model_validate(data)
        except ValidationError as error:
            self.faults += faults_of(error, model, origin)
            return None
        entity._origin = origin
        return entity

    def _site(self) -> Site | None:
        document = self.sources.documents.get("mkdocs.yml")
        if not document:
            return None
        extra = ("extra", "hub") if isinstance(document.data.get("extra"), dict) else ()
        return self._typed(Site, Site.fields_of(document.data), Origin(document, extra))

    def _bureau(self) -> Bureau | None:
        document = self.sources.documents.get("bureau.yaml")
        if not document:
            return None
        return self._typed(Bureau, document.data, Origin(document))

    def _directory(self) -> tuple[list[Theme], list[Association] | None]:
        document = self.sources.documents.get("associations.yaml")
        if not document:
            return [], None
        origin = Origin(document)
        for key in document.data:
            if key not in ("themes", "associations"):
                values = {"champ": key, "attendus": "themes, associations"}
                self.faults.append(Fault("C001", origin.at(key, key=True), values))
        if "associations" not in document.data:
            self.faults.append(Fault("C002", origin.at(), {"champ": "associations"}))
        themes = list(self._list(Theme, origin, "themes"))
        return themes, list(self._list(Association, origin, "associations"))

    def _list(self, model: type[E], origin: Origin, key: str) -> Iterator[E]:
        rows = origin.document.data.get(key) or []
        if not isinstance(rows, list):
            self.faults.append(Fault("C004", origin.at(key), {"champ": key, "valeur": str(rows)[:80]}))
            return
        for index, row in enumerate(rows):
            if entity := self._typed(model, row, origin.inside(key, index)):
                yield entity
            else:
                self._spoil(key, row)

    def _spoil(self, kind: str, row: Any) -> None:
        fields = row if isinstance(row, dict) else {"id": row}
        if isinstance(key := fields.get("id"), str):
            self.spoiled[kind].add(key)
        if kind == "associations":
            alias = fields.get("alias")
            names = (key, fields.get("nom"), *(alias if isinstance(alias, list) else (alias,)))
            self.names |= {fold(name) for name in names if isinstance(name, str)}
            self.nameless |= not isinstance(fields.get("nom"), str)

    def _files(self, folder: str, model: type[E]) -> Iterator[E]:
        for document in self.sources.in_folder(folder):
            if entity := self._typed(model, document.data, Origin(document)):
                yield entity
            else:
                self.spoiled[KINDS[folder]].add(document.stem)

    def _misplaced(self) -> None:
        """A text in a folder that no kind of content owns would be lost in silence."""
        for document in self.sources.documents.values():
            folder = document.path.rpartition("/")[0]
            if folder and folder not in KINDS:
                values = {"attendus": ", ".join(KINDS)}
                self.faults.append(Fault("T031", Position(document.path, 1, 1), values))

    def _newest(self, folder: str, model: type[Any]) -> list[Any]:
        things = list(self._files(f"content/{folder}", model))
        return sorted(things, key=lambda t: (str(t.publie_le or ""), t.id), reverse=True)


def _next_meetings(minutes: list[Minutes]) -> Iterator[Event]:
    """The meeting that each set of minutes announces, as an event: never written twice."""
    for one in minutes:
        if one.prochaine is None:
            continue
        event = NextMeeting(
            titre=f"Réunion : {one.instance.libelle}",
            debut=one.prochaine,
            categorie=Category.reunion,
            organisateurs=(),
            publie_le=one.publie_le,
        )
        event._origin = one.origin.inside("prochaine")
        yield event


class NextMeeting(Event):
    """A meeting announced by the minutes of the one before, whose key it derives from."""

    @property
    def id(self) -> str:
        return f"suite-{self.origin.document.stem}"

    @property
    def text(self) -> str:
        return ""

    @property
    def announced_by(self) -> str:
        """The key of the minutes that announce it."""
        return self.origin.document.stem
