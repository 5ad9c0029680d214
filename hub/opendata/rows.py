"""Open data: the rows of each set, and what writes them as JSON and as CSV (RFC 4180, comma, UTF-8)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sized
from functools import cache
from itertools import chain, islice
from typing import Any, get_type_hints

from hub.model import Hub
from hub.model.adoption import adopting
from hub.model.association import Association
from hub.model.event import TOWN, Event
from hub.model.exchange import EXCHANGE
from hub.model.fields import Entity, Meaning
from hub.model.kind import Kind
from hub.model.offer import ACTIVITY, Offer
from hub.model.recurrence import Change, Recurrence
from hub.model.thread import Entry, Thread
from hub.model.walk import meaning_of, parts
from hub.opendata import grants, questionnaires, trainings, votes
from hub.opendata.equipment import ROOM_COLUMNS, rooms

Row = dict[str, Any]


def rows_of(hub: Hub, kind: Kind[Any], name: str) -> list[Row]:
    """The rows of one of the sets of a kind, as the town has them."""
    return list(_rows(hub, kind, name))


def first_rows(hub: Hub, kind: Kind[Any], name: str, number: int) -> list[Row]:
    """The first of them, without making the others."""
    return list(islice(_rows(hub, kind, name), number))


def _rows(hub: Hub, kind: Kind[Any], name: str) -> Iterable[Row]:
    rows = _ROWS[name](hub) if name in _ROWS else map(_plain, hub.of(kind))
    return rows if hub.site.mots.has("college") else map(_of_no_college, rows)


def _of_no_college(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "college"}


def columns_of(hub: Hub, kind: Kind[Any], name: str) -> tuple[str, ...]:
    """The columns of a set in a town: where there is no college, none says of which one is."""
    columns = COLUMNS.get(name) or _header(kind)
    return tuple(one for one in columns if one != "college" or hub.site.mots.has(one))


def count(hub: Hub, kind: Kind[Any], name: str) -> int:
    """How many rows a set has, none of them made."""
    return sum(sizes(hub, kind, name))


def sizes(hub: Hub, kind: Kind[Any], name: str) -> Iterator[int]:
    """How many rows each thing has in a set: one, but for those that have one a part."""
    return map(len, _PARTS[name](hub)) if name in _PARTS else (1 for _ in hub.of(kind))


def _plain(thing: Any) -> Row:
    """A thing as its model has it: its key, then each of its fields as text."""
    model: type[Entity] = type(thing)
    values = {name: getattr(thing, name) for name in _columns(model)}
    return {"id": thing.id} | {
        name: list(map(str, value)) if isinstance(value, tuple) else _text(value)
        for name, value in values.items()
    }


def _header(kind: Kind[Any]) -> tuple[str, ...]:
    model: type[Entity] = kind.model
    return ("id", *_columns(model))


@cache
def _columns(model: type[Entity]) -> tuple[str, ...]:
    """The fields of a model that a cell can hold and that are published: no agreement, no group."""
    hints = get_type_hints(model, include_extras=True)
    kept = (name for name in model.model_fields if meaning_of(hints[name]) is not Meaning.CONSENT)
    return tuple(name for name in kept if name != "id" and not list(parts(hints[name])))


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)


def _association(one: Association) -> Row:
    place = one.adresse
    return {
        "id": one.id,
        "nom": one.nom,
        "alias": list(one.alias),
        "statut": str(one.statut),
        "college": one.college,
        "themes": list(one.themes),
        "objet": one.objet,
        "rna": one.rna,
        "siren": one.siren,
        "siret": one.siret,
        "site": one.site,
        "courriel": one.courriel,
        "telephone": one.telephone,
        "voie": place.voie if place else None,
        "code_postal": place.code_postal if place else None,
        "commune": place.commune if place else None,
        "quartier": place.quartier if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "publics": [str(public) for public in one.publics],
        "verifie_le": _text(one.verifie_le),
        "publie_le": _text(one.publie_le),
    }


def _seats(hub: Hub) -> Iterator[Row]:
    for term in hub.bureau.mandats:
        for seat in term.sieges:
            association = hub.named(seat.association)
            replaced = hub.named(seat.remplace) if seat.remplace else None
            yield {
                "mandat": term.id,
                "mandat_debut": str(term.debut),
                "mandat_fin": str(term.fin),
                "association": association.id if association else seat.association,
                "nom": association.nom if association else seat.association,
                "college": seat.college,
                "role": str(seat.role),
                "debut": str(seat.debut or term.debut),
                "fin": str(seat.fin or term.fin),
                "remplace": replaced.id if replaced else None,
            }


def _meetings(hub: Hub) -> Iterator[Row]:
    adopted_by = adopting(hub)
    for minutes in hub.minutes:
        by = adopted_by.get(minutes.id)
        yield {
            "id": minutes.id,
            "instance": str(minutes.instance),
            "date": str(minutes.date),
            "statut": str(minutes.statut),
            "publie_le": _text(minutes.publie_le),
            "lieu": minutes.lieu,
            "presents": _ids(hub, minutes.presents),
            "excuses": _ids(hub, minutes.excuses),
            "ordre_du_jour": list(minutes.ordre_du_jour),
            "prochaine": _text(minutes.prochaine),
            "adopte_le": _text(minutes.adopte_le),
            "adopte_par": by and by.id,
            "quorum": minutes.quorum,
        }


def _actions(hub: Hub) -> Iterator[Row]:
    """An action a row, of the meeting that decided it, in the state that the last one told."""
    keys = {action.first: thread.key for thread in hub.threads.values() for action in thread.actions}
    for entry in chain.from_iterable(_decided(hub)):
        first, action = entry.action.first, entry.action
        yield {
            "reunion": first.minutes.id,
            "numero": first.rank + 1,
            "projet": entry.project,
            "quoi": action.last.action.quoi,
            "qui": _names(hub, action.qui),
            "echeance": _text(action.echeance),
            "etat": str(action.etat),
            "fil": keys[first],
            "derniere_reunion": action.last.minutes.id,
        }


def _decided(hub: Hub) -> Iterator[list[Entry]]:
    """The actions that each meeting decided: one that it took up again is of the meeting before."""
    for minutes in hub.minutes:
        entries = hub.entries_of.get(minutes.id, ())
        yield [one for one in entries if one.action.first.minutes.id == minutes.id]


def _project(hub: Hub, thread: Thread) -> Row:
    told = thread.project
    return {
        "id": thread.key,
        "titre": thread.name,
        "alias": list(told.alias) if told else [],
        "etat": str(told.etat) if told else None,
        "porteurs": _names(hub, told.porteurs) if told else [],
        "resume": told.resume if told else None,
        "premiere_reunion": thread.meetings[0].id if thread.meetings else None,
        "derniere_reunion": thread.meetings[-1].id if thread.meetings else None,
        "reunions": len(thread.meetings),
        "actions": len(thread.actions),
        "ouvertes": len(thread.open),
        "publie_le": _text(told.publie_le) if told else None,
    }


def _names(hub: Hub, names: Iterable[str]) -> list[str]:
    """Who is in charge, as the directory calls them where it knows them."""
    return [one.nom if (one := hub.named(name)) else name for name in names]


def _event(hub: Hub, event: Event) -> Row:
    return {
        "id": event.id,
        "titre": event.titre,
        "debut": str(event.debut),
        "fin": _text(event.fin),
        "categorie": str(event.categorie),
        "organisateurs": [n if n == TOWN else _ids(hub, (n,))[0] for n in event.organisateurs],
        "lieu": event.lieu.nom if event.lieu else None,
        "lieu_adresse": event.lieu.adresse if event.lieu else None,
        "public": _text(event.public),
        "tarif": event.tarif,
        **_recurrence(event.recurrence),
        "annule": event.annule,
        "publie_le": _text(event.publie_le),
        "modifie_le": _text(event.modifie_le),
    }


def _activity(one: Offer) -> Row:
    rule, years, place = one.recurrence, one.ages, one.lieu
    return {
        "association": one.association,
        "nom": one.nom,
        "debut": str(one.debut),
        "fin": _text(one.fin),
        "saison": f"{one.season}-{one.season + 1}",
        **_recurrence(rule),
        "ages_de": years.de if years else None,
        "ages_a": years.a if years else None,
        "publics": [str(public) for public in one.publics],
        "niveau": one.niveau,
        "lieu": place.nom if place else None,
        "lieu_adresse": place.adresse if place else None,
        "tarif": one.tarif,
        "inscriptions": str(one.inscriptions),
        "annule": one.annule,
    }


def _recurrence(rule: Recurrence | None) -> Row:
    return {
        "frequence": _text(rule.frequence) if rule else None,
        "intervalle": rule.intervalle if rule and rule.frequence else None,
        "jour": list(map(str, rule.weekdays)) if rule else [],
        "rang": list(map(str, rule.ranks)) if rule else [],
        "jusqu_a": _text(rule.jusqu_a) if rule else None,
        "nombre": rule.nombre if rule else None,
        "dates": [str(date) for date in rule.dates] if rule else [],
        "sauf": [str(date) for date in rule.sauf] if rule else [],
        "changements": [_change(change) for change in rule.changements] if rule else [],
    }


def _exchanges(hub: Hub) -> Iterator[Row]:
    """As their model has them, but for who: by its id."""
    for one in hub.of(EXCHANGE):
        who = one.association if one.association == TOWN else _ids(hub, (one.association,))[0]
        yield {**_plain(one), "association": who}


def _change(change: Change) -> str:
    """One changed time in a cell: `2026-12-08 : 2026-12-09 18:30, Salle Verte`."""
    place = change.lieu.nom if change.lieu else None
    end = f"fin {change.fin}" if change.fin else None
    words = (f"annulé ({change.annule})" if change.annule else None, _text(change.debut), end, place)
    return f"{change.date} : {', '.join(word for word in words if word)}"


_ROWS: dict[str, Callable[[Hub], Iterable[Row]]] = {
    "associations": lambda hub: map(_association, hub.associations),
    "mandats": _seats,
    "reunions": _meetings,
    "actions": _actions,
    "activites": lambda hub: map(_activity, hub.of(ACTIVITY)),
    "projets": lambda hub: (_project(hub, thread) for thread in hub.threads.values()),
    "evenements": lambda hub: (_event(hub, event) for event in hub.events),
    "subventions": grants.rows,
    "votes": votes.votes,
    "scrutins": votes.candidates,
    "echanges": _exchanges,
    "salles": rooms,
    "formations": trainings.rows,
    "questionnaires": questionnaires.rows,
}
"""The sets whose rows are not just the fields of a thing."""

_PARTS: dict[str, Callable[[Hub], Iterable[Sized]]] = {
    "mandats": lambda hub: (term.sieges for term in hub.bureau.mandats),
    "subventions": grants.sizes,
    "votes": lambda hub: (minutes.votes for minutes in hub.minutes),
    "scrutins": votes.standing,
    "actions": _decided,
    "projets": lambda hub: ((thread.key,) for thread in hub.threads.values()),
    "questionnaires": lambda hub: (questionnaires.of_questionnaire(hub, one) for one in hub.questionnaires),
}
"""The sets that have a row a part of a thing, and these parts."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "associations": tuple(
        "id nom alias statut college themes objet rna siren siret site courriel telephone voie "
        "code_postal commune quartier latitude longitude publics verifie_le publie_le".split()
    ),
    "mandats": tuple(
        "mandat mandat_debut mandat_fin association nom college role debut fin remplace".split()
    ),
    "reunions": tuple(
        "id instance date statut publie_le lieu presents excuses ordre_du_jour prochaine adopte_le "
        "adopte_par quorum".split()
    ),
    "activites": tuple(
        "association nom debut fin saison frequence intervalle jour rang jusqu_a nombre dates sauf "
        "changements ages_de ages_a publics niveau lieu lieu_adresse tarif inscriptions annule".split()
    ),
    "actions": tuple("reunion numero projet quoi qui echeance etat fil derniere_reunion".split()),
    "projets": tuple(
        "id titre alias etat porteurs resume premiere_reunion derniere_reunion reunions actions "
        "ouvertes publie_le".split()
    ),
    "evenements": tuple(
        "id titre debut fin categorie organisateurs lieu lieu_adresse public tarif frequence "
        "intervalle jour rang jusqu_a nombre dates sauf changements annule publie_le modifie_le".split()
    ),
    "subventions": grants.COLUMNS,
    "votes": votes.COLUMNS,
    "scrutins": votes.OF_CANDIDATES,
    "salles": ROOM_COLUMNS,
    "formations": trainings.COLUMNS,
    "questionnaires": questionnaires.COLUMNS,
}
"""The columns of each of these, also when it has no row."""

DAYS: dict[str, Callable[[Hub], Iterable[str]]] = {"subventions": grants.days}
"""The sets whose rows have days of their own, which the column `DataSet.dated` says, and the day of each."""


def _ids(hub: Hub, names: Iterable[str]) -> list[str]:
    """The ids of the associations named; a name the directory lacks stays as it is."""
    return [association.id if (association := hub.named(name)) else name for name in names]


def as_json(rows: Callable[[], list[Row]]) -> bytes:
    """A row a line: readable in a difference, and written by the quick encoder."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows())
    return f"[\n{lines}\n]\n".encode()


_FORMULA = re.compile(r"(^|[;\t\r\n])(?=[=+@\t\r\n\uff1d\uff0b\uff20-])")
_HARMLESS = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?|\+[0-9][0-9 .-]*")
"""A number, a telephone: a spreadsheet computes nothing with them that could do any harm."""


def _cell(value: object) -> str:
    """A value as a spreadsheet shows it, and never runs it: an apostrophe before the sign of a formula, also
    after what another program takes for the end of a cell (OWASP, « CSV Injection »)."""
    if value is None:
        return ""
    words = "|".join(value) if isinstance(value, list) else str(value)
    if not _FORMULA.search(words) or _HARMLESS.fullmatch(words):
        return words
    return _FORMULA.sub(r"\1'", words)


_GUARDED = re.compile(r"(^|[;\t\r\n])'(?=[=+@\t\r\n\uff1d\uff0b\uff20-])")


def guarded(words: str) -> str:
    """A text as a cell that a spreadsheet shows and never runs."""
    return _cell(words)


def unguarded(cell: str) -> str:
    """The text of a cell that may have been guarded."""
    return _GUARDED.sub(r"\1", cell)


def data_set(hub: Hub, name: str) -> tuple[tuple[str, ...], list[Row]]:
    """The columns and the rows of one of the sets that have columns of their own (`COLUMNS`)."""
    return COLUMNS[name], list(_ROWS[name](hub))


def as_csv(rows: Callable[[], list[Row]], columns: tuple[str, ...]) -> bytes:
    """Lists are joined by « | »: the cells keep commas and semicolons of their own."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows():
        assert tuple(row) == columns, "a row has the columns of its set, in their order"
        writer.writerow(map(_cell, row.values()))
    return out.getvalue().encode()
