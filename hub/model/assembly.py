"""Documents -> a Hub, and a fault for each value that cannot be typed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import ValidationError

from hub.model.alike import Alike
from hub.model.fields import ID_PATTERN, Entity
from hub.model.former import Former
from hub.model.halves import Half, half
from hub.model.hub import Hub, Spoiled
from hub.model.kind import Kind
from hub.model.kinds import BY_FOLDER, KINDS
from hub.model.names import fold
from hub.model.responses import Responses, responses_of
from hub.model.site import ENGINE_KEYS, Site
from hub.model.typing_faults import faults_of, group_form, unknown_key
from hub.model.without import of_no_college, registers
from hub.model.wording import Wording
from hub.sources import Attachment, Document, Fault, Origin, Position, Sources
from hub.sources.attachment import ATTACHED, DOCUMENTS, IMAGES
from hub.sources.tree import OPTIONAL, ROOT, TABLE

E = TypeVar("E", bound=Entity)

HOMES = {
    **{folder: kind.attribute for folder, kind in BY_FOLDER.items()},
    DOCUMENTS: "documents",
    IMAGES: "images",
}
"""The attribute of the hub that each folder fills."""

REGISTER_KEYS = {
    register: tuple(kind.attribute for kind in KINDS if kind.register == register)
    for register in dict.fromkeys(kind.register for kind in KINDS if kind.register)
}
"""What may be listed in each register."""

CLOSED = ("T007", "T008")
"""Faults of a folder that cannot be looked into."""


def assemble(sources: Sources, former: Hub | None = None) -> tuple[Hub, list[Fault]]:
    """The hub these sources describe, and a fault for each value that cannot be typed.

    What cannot be read or typed is left out of the hub, never out of the faults, and is remembered as
    spoiled: so the rest can be checked at once, without blaming it for what is missing.

    What `former` made of documents that are still there, the same objects, is taken as it is: things of
    texts that did not change are the same objects too, and the hub remembers what was made of them.
    """
    assembly = _Assembly(sources, former)
    hub = assembly.hub()
    if former:
        hub = replace(hub, memory=former.memory.only(hub.everything))
    return hub, assembly.faults


class _Assembly:
    def __init__(self, sources: Sources, former: Hub | None) -> None:
        self.sources = sources
        self.folders: dict[str, list[Document]] = defaultdict(list)
        for path, document in sources.documents.items():
            if not path.endswith(TABLE):
                self.folders[path.rpartition("/")[0]].append(document)
        self.faults: list[Fault] = []
        self.spoiled: dict[str, set[str]] = defaultdict(set)
        self.names: set[str] = set()
        self.unknown: set[str] = set()
        self.alike = Alike()
        self.halves: list[Half] = []
        self.site = Site.unknown()
        self.without_colleges = False
        self.site = self._site()
        self.without_colleges = not self._has_colleges()
        known = former and former.site.is_known and self.site.is_known
        same = former and known and former.site.mots == self.site.mots  # or things would bear former words
        things = former.things if former and same else {}
        self.former = Former((name, one) for name, those in things.items() for one in those)

    def hub(self) -> Hub:
        self._unreadable()
        self._misplaced()
        things: dict[str, tuple[Any, ...]] = {}
        for kind in KINDS:
            things[kind.attribute] = self._all(kind, things)
        return Hub(
            site=self.site,
            things=things,
            documents=self._attached(DOCUMENTS),
            images=self._attached(IMAGES),
            responses=self._responses(),
            spoiled=Spoiled(
                {kind: frozenset(keys) for kind, keys in self.spoiled.items()},
                frozenset(self.names),
                frozenset(self.unknown),
            ),
            halves=tuple(one for one in self.halves if not isinstance(one.thing, Site)),
        )

    def _all(self, kind: Kind[E], before: Mapping[str, tuple[Any, ...]]) -> tuple[E, ...]:
        """The things of a kind: those that are written, and those that others announce."""
        found = self._rows(kind) if kind.register else self._files(kind) if kind.folder else []
        for other, more in kind.also:
            for thing in before[other.attribute]:
                found += self._announced(kind, thing) if self._is_former(other, thing) else more(thing)
        return kind.sorted(found)

    def _is_former(self, kind: Kind[Any], thing: Any) -> bool:
        """Whether a thing is all that its text gave, and was there before."""
        return self.former.at(kind.attribute, thing.origin) is thing

    def _announced(self, kind: Kind[E], thing: Any) -> list[E]:
        """What another thing, which is the one that it was, announced."""
        return self.former.inside(kind.attribute, thing.origin)

    def _typed(self, model: type[E], data: Any, origin: Origin) -> E | None:
        if self.without_colleges:
            data = of_no_college(model, data)
        try:
            entity = model.model_validate(data)
        except ValidationError as error:
            self.faults += faults_of(error, model, origin)
            if rest := half(model, data, origin, error):
                self.halves.append(rest)
            return None
        entity._origin = origin
        if "_words" in model.__private_attributes__:
            entity._words = self.site.mots  # type: ignore[attr-defined]
        self.alike.share(entity)
        return entity

    def _has_colleges(self) -> bool:
        """Whether things are of colleges: where the settings that would say so cannot be read, that error is
        enough."""
        if self.site.is_known:
            return self.site.mots.has("college")
        document = self.sources.documents.get("mkdocs.yml")
        if document is None:
            return not any(fault.position.path == "mkdocs.yml" for fault in self.sources.faults)
        try:
            return Wording.model_validate(Site.fields_of(document.data).get("mots") or {}).has("college")
        except ValidationError:
            return False

    def _site(self) -> Site:
        """The town's settings, which are typed first: they say what others are made of."""
        document = self.sources.documents.get("mkdocs.yml")
        if not document:
            return Site.unknown()
        self.faults += _strange_settings(document)
        origin = Origin(replace(document, inner=("extra", "hub")))
        return self._typed(Site, Site.fields_of(document.data), origin) or Site.unknown()

    def _rows(self, kind: Kind[E]) -> list[E]:
        """The things listed under the key of their kind in its register, each typed by itself."""
        path, key, model = kind.register, kind.attribute, kind.model
        document = self.sources.documents.get(path)
        if not document:
            if self._needs(path) or any(fault.position.path == path for fault in self.sources.faults):
                self.unknown.add(key)
            return []
        if key not in document.data and kind.required and kind.is_of(self.site.mots):
            self.unknown.add(key)
            self.faults.append(Fault("C002", document.position(), {"champ": key}))
        rows = document.data.get(key) or []
        if not isinstance(rows, list):
            self.unknown.add(key)
            values = {"champ": key, "forme": f"{key}: [{group_form(model)}]"}
            self.faults.append(Fault("C004", document.position(key), values))
            return []
        return [
            entity
            for index, row in enumerate(rows)
            if (entity := self._row(document, key, index, row, model))
        ]

    def _needs(self, path: str) -> bool:
        """Whether the town has that register; one with neither colleges nor bureau has but two."""
        return path not in OPTIONAL and path not in registers(self.site.mots)

    def _row(self, document: Document, key: str, index: int, row: Any, model: type[E]) -> E | None:
        origin = Origin(document, (key, index))
        entity = self.former.at(key, origin) or self._typed(model, row, origin)
        if entity is None:
            self._spoil(key, row if isinstance(row, dict) else {})
        return entity

    def _spoil(self, kind: str, fields: dict[str, Any]) -> None:
        """Remember by which key, and which names, a thing that could not be typed may be named."""
        key, name, alias, spellings = (fields.get(field) for field in ("id", "nom", "alias", "graphies"))
        if isinstance(key, str):
            self.spoiled[kind].add(key)
        if not isinstance(key, str) or not re.fullmatch(ID_PATTERN, key) or not isinstance(name, str):
            self.unknown.add(kind)
        if kind == "associations":
            others = (
                of for many in (alias, spellings) for of in (many if isinstance(many, list) else (many,))
            )
            names = (key, name, *others)
            self.names |= {fold(name) for name in names if isinstance(name, str)}

    def _files(self, kind: Kind[E]) -> list[E]:
        entities = []
        for document in self.folders[kind.folder]:
            if entity := self.former.at(kind.attribute, Origin(document)):
                entities.append(entity)
            elif home := _home_of(document, kind):
                self.faults.append(Fault("T033", Position(document.path, 1, 1), {"dossier": home}))
                self.spoiled[kind.attribute].add(document.stem)
            elif entity := self._typed(kind.model, document.data, Origin(document)):
                entities.append(entity)
            else:
                self.spoiled[kind.attribute].add(document.stem)
        return entities

    def _attached(self, folder: str) -> dict[str, Attachment]:
        return {one.name: one for one in self.sources.attached if one.path == f"{folder}/{one.name}"}

    def _responses(self) -> dict[str, Responses]:
        """The tables that stand beside texts, by the names of those."""
        found = {}
        for path, document in self.sources.documents.items():
            if path.endswith(TABLE):
                try:
                    found[document.stem] = responses_of(document)
                except ValueError:
                    self.faults.append(Fault("Q001", Position(path, 1, 1)))
                    self.spoiled[HOMES[path.rpartition("/")[0]]].add(document.stem)
        return found

    def _unreadable(self) -> None:
        """What could not be read, text, file or folder, exists all the same: links to it are no mistake."""
        for fault in self.sources.faults:
            path = fault.position.path
            folder, _, name = path.rpartition("/")
            if fault.code in CLOSED:
                inside = (at for at in HOMES if path == ROOT or f"{at}/".startswith(f"{path}/"))
                self.unknown |= {HOMES[at] for at in inside}
            if folder in BY_FOLDER:
                self.spoiled[BY_FOLDER[folder].attribute].add(name.rpartition(".")[0])
            elif folder in ATTACHED:
                self.spoiled[HOMES[folder]].add(name)

    def _misplaced(self) -> None:
        """A text in a folder that no kind of content owns, or a key that no register has, is lost."""
        for name in self.sources.beside:
            if f"content/{name}" in BY_FOLDER:
                self.faults.append(Fault("T032", Position(name, 1, 1), {"dossier": name}))
        for document in self.sources.documents.values():
            folder = document.path.rpartition("/")[0]
            if folder and folder not in BY_FOLDER:
                values = {"attendus": ", ".join(BY_FOLDER)}
                self.faults.append(Fault("T031", Position(document.path, 1, 1), values))
            allowed = REGISTER_KEYS.get(document.path, tuple(document.data))
            for key in document.data:
                if key not in allowed:
                    self.faults.append(unknown_key(key, allowed, document.position(key, key=True)))


def _strange_settings(document: Document) -> Iterator[Fault]:
    """The keys of `mkdocs.yml` that nothing reads: those of earlier versions, those of the engine, others."""
    for path in Site.retired_keys(document.data):
        yield Fault("T059", document.position(*path, key=True), {"champ": path[-1]})
    for path, allowed in Site.strange_keys(document.data):
        at = document.position(*path, key=True)
        yield (
            Fault("C040", at, {"champ": path[-1]})
            if path[-1] in ENGINE_KEYS
            else unknown_key(path[-1], allowed, at)
        )


def _home_of(document: Document, here: Kind[Any]) -> str | None:
    """The folder whose kind this text is, when it is plainly not of this one's."""
    keys = set(document.data)
    if len(keys - set(here.model.model_fields)) < 2:
        return None
    homes = (home for home, kind in BY_FOLDER.items() if keys <= set(kind.model.model_fields))
    return next((home for home in homes if home != here.folder), None)
