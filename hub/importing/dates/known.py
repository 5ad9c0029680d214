"""Which date of the town a date of a source is; what changed there since, and what changed here.

A mark of each field, as the source had it last, tells the two apart: what changed there alone is taken, what
changed here alone is kept, and what differs otherwise is a question with both values.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hub.importing.dates.drafting import Draft
from hub.importing.dates.given import Given
from hub.importing.personal import persons_in
from hub.model.event import TOWN, Announced, Event
from hub.model.fields import Entity
from hub.model.hub import Hub
from hub.model.names import fold

FIELDS = (
    *("titre", "debut", "fin", "lieu", "recurrence", "annule", "organisateurs", "tarif", "inscription"),
    "texte",
)
"""What is marked, in the order of the marks."""

MARK = 6
"""Hexadecimal digits of a mark."""

UNKNOWN = "0" * MARK
SHOWN = 120
LONGEST_UID = 200
TOLD = ("debut", "fin", "lieu", "recurrence", "annule")
"""What subscribers are told of when it changes."""

WHEN = ("debut", "fin", "recurrence")
NOTHING = "rien"


def own_uid(uid: str) -> str:
    """The UID as a file of the town may keep it: a mark, where it is long or holds somebody's mailbox."""
    if len(uid) <= LONGEST_UID and uid.isprintable() and not persons_in(uid):
        return uid
    return f"sha256-{hashlib.sha256(uid.encode()).hexdigest()[:32]}"


def values_of(event: Event, text: str, hub: Hub) -> dict[str, str]:
    """Each of `FIELDS`, as a text that is the same for the same value; '' for none."""
    ids = [
        TOWN if one == TOWN else known.id if (known := hub.named(one)) else one for one in event.organisateurs
    ]
    found = {name: _plain(getattr(event, name)) for name in FIELDS[:-1] if name != "organisateurs"}
    lines = [line.strip() for line in text.strip().split("\n")]
    return found | {"organisateurs": ", ".join(sorted(ids)), "texte": "\n".join(lines)}


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Entity):
        said = value.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        return json.dumps(said, ensure_ascii=False, sort_keys=True)
    return str(value)


def marks_of(values: Mapping[str, str]) -> dict[str, str]:
    """The mark of each field."""
    return {name: hashlib.sha256(f"{name}:{values[name]}".encode()).hexdigest()[:MARK] for name in FIELDS}


def joined(marks: Mapping[str, str]) -> str:
    """The marks as a file keeps them."""
    return "".join(marks[name] for name in FIELDS)


def _parted(written: str) -> dict[str, str]:
    """The marks that a file keeps; unknown ones where it keeps something else."""
    if len(written) != MARK * len(FIELDS):
        return dict.fromkeys(FIELDS, UNKNOWN)
    return {name: written[at * MARK : (at + 1) * MARK] for at, name in enumerate(FIELDS)}


def matched(drafts: Sequence[Draft], hub: Hub) -> list[Event | None]:
    """The date of the town that each is: by its UID, by its key, by its title and its hour, then by its title
    and its day where no other is it."""
    held = _Held(hub)
    found = [held.surely(one) for one in drafts]
    claimed = {one.id for one in found if one}
    for at, one in enumerate(drafts):
        if found[at] is None:
            day = one.event.debut.first
            near = (event for event in held.titled(one) if event.debut.first == day)
            if event := next((event for event in near if event.id not in claimed), None):
                found[at] = event
                claimed.add(event.id)
    return found


class _Held:
    """The dates of the town, by what they may be known by."""

    def __init__(self, hub: Hub) -> None:
        self._by_uid = {one.origine.uid: one for one in hub.events if one.origine}
        self._by_key = {one.id: one for one in hub.events}
        self._by_title: dict[str, list[Event]] = defaultdict(list)
        for one in hub.events:
            self._by_title[fold(one.titre)].append(one)

    def surely(self, draft: Draft) -> Event | None:
        """The one that it is without a doubt."""
        given = draft.given
        known = self._by_uid.get(own_uid(given.uid)) if given.uid else None
        known = known or (self._by_key.get(given.held) if given.held else None)
        same = (one for one in self.titled(draft) if one.debut == draft.event.debut)
        return known or next(same, None)

    def titled(self, draft: Draft) -> Iterator[Event]:
        """Those of its title; a date of another UID is another."""
        for title in dict.fromkeys(map(fold, (draft.event.titre, draft.given.title))):
            yield from (one for one in self._by_title.get(title, ()) if not (draft.given.uid and one.origine))


@dataclass
class Compared:
    """What of a date of the town changes (a field, its value, '' for none), what is asked by field, the
    `marks` to keep, and the fields that are `untouched` since they were read: of these it is asked again."""

    changes: dict[str, Any] = field(default_factory=dict)
    questions: list[tuple[str, str]] = field(default_factory=list)
    marks: str = ""
    untouched: frozenset[str] = frozenset()

    @property
    def told(self) -> bool:
        """Whether subscribers are told of it."""
        return any(name in TOLD for name in self.changes)


def compared(event: Event, draft: Draft, hub: Hub) -> Compared:
    """What the source brings to a date of the town."""
    ours = values_of(event, "" if isinstance(event, Announced) else event.text, hub)
    theirs = values_of(draft.event, draft.text, hub)
    base = _parted(event.origine.empreinte) if event.origine else dict.fromkeys(FIELDS, UNKNOWN)
    mine, new = marks_of(ours), marks_of(theirs)
    found, kept = Compared(), {}
    for name in FIELDS:
        kept[name] = new[name]
        if base[name] == new[name] or mine[name] == new[name]:
            continue
        known = base[name] != UNKNOWN
        if known and mine[name] == base[name]:
            found.changes[name] = _value(draft, name)
        elif (name == "titre" and fold(ours[name]) == fold(theirs[name])) or not (known or theirs[name]):
            continue
        elif not known and not ours[name]:
            found.changes[name] = _value(draft, name)
        else:
            kept[name] = base[name]
            found.questions.append((name, _differs(name, ours[name], theirs[name])))
    _together(found, kept, base, ours, theirs)
    found.marks = joined(kept)
    found.untouched = frozenset(name for name in FIELDS if mine[name] in (base[name], new[name]))
    return found


def _together(
    found: Compared,
    kept: dict[str, str],
    base: Mapping[str, str],
    ours: Mapping[str, str],
    theirs: Mapping[str, str],
) -> None:
    """A time is of one piece: where a part of it is asked, no other part of it changes."""
    if not any(name in WHEN for name, _ in found.questions):
        return
    for name in WHEN:
        if found.changes.pop(name, None) is not None:
            kept[name] = base[name]
            found.questions.append((name, _differs(name, ours[name], theirs[name])))


def _value(draft: Draft, name: str) -> Any:
    return draft.text if name == "texte" else draft.fields.get(name, "")


def _differs(name: str, ours: str, theirs: str) -> str:
    called = "Le texte" if name == "texte" else f"« {name} »"
    return f"{called} : ce fichier dit « {_short(ours)} », la source « {_short(theirs)} ». Rien n'a changé."


def _short(words: str) -> str:
    flat = " ".join(words.split()) or NOTHING
    return flat if len(flat) <= SHOWN else f"{flat[:SHOWN]}…"


def unique(those: Iterable[Given]) -> tuple[list[Given], list[tuple[int, str]]]:
    """The dates, those said twice told once; what to ask of them by line."""
    kept: list[Given] = []
    asked: list[tuple[int, str]] = []
    seen: dict[tuple[str, ...], int] = {}
    for one in those:
        key = (one.uid, fold(one.title), one.begin, one.end, json.dumps(dict(one.place), sort_keys=True))
        if key in seen:
            asked.append(
                (one.line, f"« {one.title} », {one.begin} : déjà à la ligne {seen[key]}, repris une fois.")
            )
        else:
            seen[key] = one.line
            kept.append(one)
    return kept, asked
