"""The problems of a town of which one file changed, without checking again what cannot have changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

from hub.checks import Problem, agenda, anchors, attendance, bureau, directory, minutes, prose, publications
from hub.checks import privacy, reading, runner
from hub.checks.faults import worded
from hub.model import Hub, assemble
from hub.model.assembly import KINDS, REGISTER_KEYS
from hub.model.fields import Entity
from hub.model.hub import Spoiled
from hub.model.publication import Call
from hub.sources import Document, Fault, Sources, read
from hub.sources.text import Unreadable
from hub.sources.tree import _read_document

DIRECTORY, BUREAU = "associations.yaml", "bureau.yaml"

TOGETHER = (
    *bureau.CHECKS,
    directory.unique_ids,
    directory.unambiguous_names,
    directory.distinct_names,
    directory.alive_on_the_bureau,
    minutes.of_two_dates,
    attendance.bureau_meets,
    attendance.plenary_every_year,
    agenda.one_event_at_a_place,
    publications.letters_by_month,
    publications.required_pages,
)
"""Rules that compare several things."""

APART = tuple(rule for rule in runner.CHECKS if rule not in TOGETHER)
"""Rules that look at one thing, and at the names and addresses of the others."""

OF_TEXTS = (
    *agenda.CHECKS,
    *publications.CHECKS,
    *prose.CHECKS,
    *reading.CHECKS,
    *anchors.CHECKS,
    *privacy.CHECKS,
)
"""Rules that know nothing of the bureau but the addresses of its pages."""

FACES = ("id", "nom", "alias", "statut", "instance", "date", "prochaine", "debut", "fin", "numero", "annule")
"""The fields of a thing that others see, with its place and what comes back."""

INDEXES = ("by_id", "by_name", "colleges", "themes_by_id", "keys", "addresses", "spellings")


class Rechecker:
    """The town in `root`, checked once; then again, a file at a time."""

    def __init__(self, root: Path, today: dt.date) -> None:
        self.root, self.today = root.resolve(), today
        sources = read(root)
        self.hub, faults = assemble(sources)
        self.problems = runner.check(self.hub, [*sources.faults, *faults], today)
        self._of_texts = [p for p in self.problems if p.code[0] not in "TCABM"]
        self._things: dict[str, Entity] = {}
        for attribute in ("minutes", "news", "events", "calls", "guides", "letters"):
            for thing in getattr(self.hub, attribute):
                if not thing.origin.loc:
                    self._things[thing.origin.document.path] = thing
        for thing in self.hub.editorials.values():
            self._things[thing.origin.document.path] = thing
        self._known: dict[Any, list[Problem]] = {}
        self._indexes = {name: getattr(self.hub, name) for name in INDEXES if hasattr(self.hub, name)}

    def recheck(self, path: str) -> list[Problem]:
        """Every problem of the town, the file `path` read again."""
        document, found = self._read(path)
        documents = {path: document} if document else {}
        part, typing = assemble(Sources(self.root, documents, tuple(found)))
        faults = [worded(fault) for fault in (*found, *typing)]
        spoiled = _spoiled_by(path, part.spoiled)
        return sorted({*faults, *self._checked(path, part, spoiled)})

    def _read(self, path: str) -> tuple[Document | None, list[Fault]]:
        try:
            return _read_document(self.root, path)
        except Unreadable as unreadable:
            return None, [unreadable.fault]

    def _checked(self, path: str, part: Hub, spoiled: Spoiled) -> list[Problem]:
        if path == DIRECTORY:
            return self._directory(part, spoiled)
        if path == BUREAU:
            return self._bureau(part, spoiled)
        if path == "mkdocs.yml":
            return self.problems
        attribute = KINDS[path.rpartition("/")[0]].attribute
        made = getattr(part, attribute)
        things = list(made.values()) if isinstance(made, dict) else list(made)
        if not things:  # whatever is wrong in it, the rest is the same
            return self._once(path, self._grafted(path, part, spoiled))
        if _face(things[0]) == _face(self._things[path]):
            return self._apart(path, replace(part, bureau=self.hub.bureau, themes=self.hub.themes))
        return self._all(self._grafted(path, part, spoiled))

    def _directory(self, part: Hub, spoiled: Spoiled) -> list[Problem]:
        hub = replace(self.hub, themes=part.themes, associations=part.associations, spoiled=spoiled)
        before = {a.id: a.__dict__ for a in self.hub.associations}
        changed = [a for a in part.associations if before.get(a.id) != a.__dict__]
        same_themes = [t.__dict__ for t in part.themes] == [t.__dict__ for t in self.hub.themes]
        if spoiled.keys or spoiled.unknown or not same_themes:
            if changed or not same_themes:
                return self._all(hub)
            lines = part.associations[0].origin.document.marks if part.associations else None
            return self._once((repr(spoiled), _last_line(lines)), hub)
        if len(part.associations) != len(self.hub.associations):
            return self._all(hub)
        if any(a.id not in before or _face(a) != _face(self.hub.by_id[a.id]) for a in changed):
            return self._all(hub)
        return self._apart(DIRECTORY, replace(part, bureau=self.hub.bureau, associations=tuple(changed)))

    def _bureau(self, part: Hub, spoiled: Spoiled) -> list[Problem]:
        hub = replace(self.hub, bureau=part.bureau, spoiled=spoiled)
        if hub.addresses != self.hub.addresses:
            return self._all(hub)
        rules = [rule for rule in runner.CHECKS if rule not in OF_TEXTS]
        return [*self._of_texts, *(p for rule in rules for p in rule(hub, self.today))]

    def _grafted(self, path: str, part: Hub, spoiled: Spoiled) -> Hub:
        """The town's hub, with what `path` holds now."""
        attributes = {KINDS[path.rpartition("/")[0]].attribute, "events"}
        changes: dict[str, Any] = {"spoiled": spoiled}
        for attribute in attributes - {"editorials"}:
            others = [t for t in getattr(self.hub, attribute) if t.origin.document.path != path]
            changes[attribute] = (*others, *getattr(part, attribute))
        if "editorials" in attributes:
            others_by_id = {k: e for k, e in self.hub.editorials.items() if e.origin.document.path != path}
            changes["editorials"] = {**others_by_id, **part.editorials}
        if "minutes" in changes:
            changes["minutes"] = tuple(sorted(changes["minutes"], key=lambda m: (m.date, m.id), reverse=True))
        return replace(self.hub, **changes)

    def _apart(self, path: str, part: Hub) -> list[Problem]:
        """What the rules of one thing say of those of `part`; of the others they say the same as before."""
        part = replace(part, spoiled=Spoiled())
        part.__dict__.update(self._indexes)
        own = [p for rule in APART for p in rule(part, self.today) if p.path == path]
        return [*self.problems, *own]

    def _all(self, hub: Hub) -> list[Problem]:
        return [p for rule in runner.CHECKS for p in rule(hub, self.today)]

    def _once(self, key: Any, hub: Hub) -> list[Problem]:
        if key not in self._known:
            self._known[key] = self._all(hub)
        return self._known[key]


def _spoiled_by(path: str, spoiled: Spoiled) -> Spoiled:
    """What `path` spoils: the registers that were not read again are not unknown."""
    missing = {key for register, keys in REGISTER_KEYS.items() if register != path for key in keys}
    return Spoiled(spoiled.keys, spoiled.names, spoiled.unknown - missing)


def _face(thing: Any) -> tuple[Any, ...]:
    """What the rules about several things see of one."""
    fields = tuple(getattr(thing, name, None) for name in FACES)
    place = getattr(thing, "lieu", None)
    headings = [line for line in getattr(thing, "text", "").split("\n") if line[:1] in ("#", "=", "-")]
    closing = (thing.ouverture, thing.cloture) if isinstance(thing, Call) else ()
    return (*fields, getattr(place, "nom", None), getattr(thing, "recurrence", None), headings, closing)


def _last_line(marks: Any) -> int:
    last = 0
    while marks and marks.children:
        marks = list(marks.children.values())[-1]
        last = marks.line
    return last
