"""The dates that were exported from here: what comes back is compared cell by cell with what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from hub.exporting.cells import JOINT
from hub.exporting.rows import text as cell_of
from hub.importing.dates.given import Given, Listed
from hub.importing.directory.sameness import plain
from hub.importing.opening import Source
from hub.importing.outcome import ImportingError, Question
from hub.importing.sheets import TABLES
from hub.importing.tables import read
from hub.model.event import Announced, Event
from hub.model.hub import Hub
from hub.opendata.rows import COLUMNS, data_set

OURS = frozenset(COLUMNS["evenements"])
FILLED = ("fin", "public", "tarif", "annule", "publie_le", "modifie_le")
"""What a row may add to a date that does not say it; all else is asked."""

_RULE = ("frequence", "intervalle", "jour", "rang", "jusqu_a", "nombre", "dates", "sauf")


@dataclass
class Rows:
    """The rows, by column, each with its line."""

    rows: list[tuple[int, Mapping[str, str]]]


@dataclass
class Found:
    """What comes of them: new dates, what is added to others (by key and field), what is asked."""

    new: Listed = field(default_factory=Listed)
    changes: dict[str, dict[str, Any]] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    same: int = 0


def rows_of(source: Source) -> Rows | None:
    """The rows of a file that was exported from here; None for any other."""
    if source.sort not in TABLES:
        return None
    try:
        tables = read(source, OURS.__contains__)
    except ImportingError:
        return None
    if len(tables) != 1 or not set(tables[0].headings) >= OURS:
        return None
    (table,) = tables
    return Rows(
        [
            (row.line, dict(zip(table.headings, row.cells, strict=True)))
            for row in table.rows
            if any(row.cells)
        ]
    )


def compared(rows: Rows, hub: Hub, name: str) -> Found:
    """What these rows bring; `name` is that of their file."""
    _, held = data_set(hub, "evenements")
    known = {row["id"]: {key: cell_of(value) for key, value in row.items()} for row in held}
    found = Found()
    for line, row in rows.rows:
        key = row["id"].strip()
        if key in known:
            _compare(hub.keys["agenda"][key], known[key], row, found)
        elif row["titre"].strip() and row["debut"].strip():
            found.new.dates.append(_given(line, row))
        else:
            found.new.questions.append((line, "Cette ligne n'a pas de titre, ou pas de début : pas reprise."))
            found.new.aside.append(" ; ".join(filter(None, row.values())))
    return found


def _compare(event: Event, held: Mapping[str, str], row: Mapping[str, str], found: Found) -> None:
    """A row beside the date that it is of."""
    changes: dict[str, Any] = {}
    for name, value in held.items():
        ours, theirs = plain(value), plain(row[name])
        if ours == theirs:
            continue
        if not ours and name in FILLED and _accepted(name, theirs) and not isinstance(event, Announced):
            changes[name] = theirs
            continue
        at = event.origin.at() if isinstance(event, Announced) else event.origin.at(name)
        found.questions.append(Question(str(at.path), at.line, _differs(event, name, ours, theirs)))
    if changes:
        found.changes[event.id] = changes
    else:
        found.same += 1


def _differs(event: Event, name: str, ours: str, theirs: str) -> str:
    words = f"« {event.titre} », {name} : « {ours or 'rien'} » ici, « {theirs or 'rien'} » dans le tableau."
    return f"{words} {'Rien n’a changé.' if theirs else 'Effacez-le s’il le faut.'}"


def _accepted(name: str, value: str) -> bool:
    fields = {"titre": "x", "debut": "2027-01-01", "categorie": "evenement", name: value}
    try:
        Event.model_validate(fields)
    except ValidationError:
        return False
    return True


def _given(line: int, row: Mapping[str, str]) -> Given:
    """A row that was added to what was exported."""
    said = {name: plain(value) for name, value in row.items()}
    given = Given(line, said["titre"], said["debut"], said["fin"], held=said["id"])
    given.kind, given.audience, given.price = said["categorie"], said["public"], said["tarif"]
    given.cancelled = said["annule"]
    given.organisers = [one for one in said["organisateurs"].split(JOINT) if one]
    given.place = {"nom": said["lieu"], **({"adresse": said["lieu_adresse"]} if said["lieu_adresse"] else {})}
    given.place = given.place if said["lieu"] else {}
    given.repeats = {name: value for name in _RULE if (value := _part(name, said[name]))}
    given.aside += [
        f"{name} : {said[name]}" for name in ("changements", "publie_le", "modifie_le") if said[name]
    ]
    given.aside += [f"{name} : {value}" for name, value in said.items() if name not in OURS and value]
    return given


def _part(name: str, cell: str) -> str | Sequence[str]:
    listed = [one for one in cell.split(JOINT) if one]
    return listed if name in ("dates", "sauf") or len(listed) > 1 else cell
