"""A spreadsheet of dates, as towns keep one -> dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from hub.importing import from_text
from hub.importing.blocks import Paragraph, Run
from hub.importing.dates import cells
from hub.importing.dates.columns import Columns, columns_of, is_known, told
from hub.importing.dates.given import Given, Listed, written, written_end
from hub.importing.dates.listing import Time, repeating
from hub.importing.dates.places import place
from hub.importing.dates.series import CANCELLED
from hub.importing.opening import Source
from hub.importing.outcome import Asked, ImportingError
from hub.importing.sheets import Row
from hub.importing.tables import Table, likeness
from hub.importing.tables import read as tables_of
from hub.model.names import fold, unaccented

MOST = 2_000
EVENING = dt.timedelta(hours=6)
_DAY = dt.timedelta(days=1)
SAMPLE, ENOUGH = 30, 0.6
"""Cells of a column of dates that are looked at, and the part of them that must be dates."""

_NONE = frozenset(("", "non", "x", "nc", "neant", "aucun", "sans"))
_WHOLE_DAY = frozenset(("toute la journee", "journee", "la journee", "journee entiere", "all day"))


def looks_like(source: Source) -> float:
    """How much a file looks like dates: a column of titles, one that holds days, and others of ours."""
    return likeness(source, is_known, _likeness)


def _likeness(table: Table) -> float:
    columns = columns_of(table)
    if not {"titre", "debut"} <= set(columns.of) or any("prenom" in fold(one) for one in table.headings):
        return 0.0
    at = columns.of["debut"][0]
    said = table.column(at)[:SAMPLE]
    good = sum(1 for cell in said if cells.days(cell, dt.date(2000, 1, 1)))
    if not said or good < len(said) * ENOUGH:
        return 0.0
    return min(1.0, 0.6 + 0.1 * (len(columns.of) - 2))


def read(source: Source, asked: Asked) -> Listed:
    """The dates of a spreadsheet. Raises ImportingError where no column of it is that of days."""
    listed, known = Listed(), False
    for table in tables_of(source, is_known):
        columns = columns_of(table, asked.columns)
        if not {"titre", "debut"} <= set(columns.of):
            listed.aside += [" ; ".join(filter(None, row.cells)) for row in table.rows]
            continue
        known = True
        listed.remarks += told(table, columns)
        listed.aside += [" ".join(filter(None, row.cells)) for row in table.above]
        for row in table.rows:
            if any(row.cells):
                _row(row, table, columns, listed, asked.today)
    if not known:
        raise ImportingError(
            f"« {source.name} » : il n'a pas à la fois une colonne de titres et une de dates. "
            "Dites lesquelles : "
            '--columns "Colonne=titre,Autre=debut".'
        )
    if len(listed.dates) > MOST:
        raise ImportingError(f"« {source.name} » : il a plus de {MOST} dates : coupez-le par année.")
    return listed


def _row(row: Row, table: Table, columns: Columns, listed: Listed, today: dt.date) -> None:
    title, day = columns.one(row.cells, "titre"), columns.one(row.cells, "debut")
    found = cells.days(day, today) if day else None
    if not title or found is None:
        what = (
            f"« {day} » n'est pas une date" if title and day else "pas de date" if title else "pas de titre"
        )
        listed.questions.append((row.line, f"« {title or day} » : {what} : ligne pas reprise."))
        listed.aside.append(" ; ".join(filter(None, row.cells)))
        return
    given = Given(row.line, " ".join(title.split()), "")
    if not _timed(given, found, row.cells, columns, today):
        listed.questions.append(
            (row.line, f"« {title} » : trop de dates, ou des dates qui ne se suivent pas.")
        )
        listed.aside.append(" ; ".join(filter(None, row.cells)))
        return
    if not found.sure:
        given.ask("debut", f"« {day} » n'a pas d'année : {given.begin[:4]} ?")
    _said(given, row.cells, columns)
    for at in columns.others:
        if words := row.cells[at]:
            given.aside.append(f"{table.headings[at]} : {words}")
    given.persons += [row.cells[at] for at in columns.persons if row.cells[at]]
    listed.dates.append(given)


def _timed(given: Given, found: cells.Days, row: Sequence[str], columns: Columns, today: dt.date) -> bool:
    """Say when it is; False where it cannot be said."""
    if found.partial:
        given.begin = found.partial
        given.aside += [one for name in ("fin", "heure", "heure_fin") if (one := columns.one(row, name))]
        return True
    said = _hours(given, found, row, columns)
    days, span = list(found.days), found.span
    if (last := columns.one(row, "fin")) and (end := cells.days(last, today)) and end.days:
        days, span = [days[0], end.days[-1]], True
        said = said._replace(end=said.end if said.end is not None else end.hours.begin)
    elif last:
        until = cells.hours(last)  # « Fin » may be an hour
        said = said._replace(end=said.end if said.end is not None else until.begin)
        given.aside += [f"fin : {last}"] if until.begin is None else []
    if span and days[-1] < days[0]:
        return False
    if span:
        return _spanned(given, days[0], days[-1], said)
    result = repeating([_time(day, said) for day in days])
    if result is None:
        return False
    given.begin, given.end, given.repeats = result
    return True


def _hours(given: Given, found: cells.Days, row: Sequence[str], columns: Columns) -> cells.Hours:
    """The hours of a row: of their own column, else of that of days."""
    said = found.hours
    if cell := columns.one(row, "heure"):
        own = cells.hours(cell)
        if own.rest and fold(own.rest) not in _WHOLE_DAY:
            given.aside.append(f"horaires : {cell}")
            given.ask("debut", f"« {cell} » : quels horaires ?")
        said = own if own.begin is not None else said
    if cell := columns.one(row, "heure_fin"):
        own = cells.hours(cell)
        said = said._replace(end=own.begin if own.begin is not None else said.end)
        given.aside += [f"fin : {cell}"] if own.begin is None else []
    return said._replace(begin=said.begin if said.begin != _DAY else None)


def _time(day: dt.date, said: cells.Hours) -> Time:
    if said.begin is None:
        return Time(day, day)
    begin = dt.datetime.combine(day, dt.time()) + said.begin
    if said.end is None:
        return Time(begin, begin)
    end = dt.datetime.combine(day, dt.time()) + said.end
    return Time(begin, end if end > begin else end + _DAY)


def _spanned(given: Given, first: dt.date, last: dt.date, said: cells.Hours) -> bool:
    """From a day to another: whole days; with hours, each day; one evening that ends after midnight."""
    if said.begin is None or first == last:
        one = _time(first, said)
        end = one.end if said.begin is not None else last
        given.begin, given.end = written(one.begin), written_end(end, one.begin)
        return True
    if last - first == _DAY and said.end is not None and said.end <= EVENING:
        one = _time(first, said)
        given.begin, given.end = written(one.begin), written_end(one.end, one.begin)
        return True
    one = _time(first, said)
    given.begin, given.end = written(one.begin), written_end(one.end, one.begin)
    given.repeats = {"frequence": "quotidienne", "jusqu_a": str(last)}
    given.ask("recurrence", f"Du {first} au {last}, est-ce bien chaque jour, aux mêmes heures ?")
    return True


def _said(given: Given, row: Sequence[str], columns: Columns) -> None:
    """What the other columns say."""
    given.kind = columns.one(row, "categorie")
    given.audience = columns.one(row, "public")
    given.price = columns.one(row, "tarif")
    given.registration = columns.one(row, "inscription")
    given.summary = columns.one(row, "resume")
    given.organisers = [cell for cell in [columns.one(row, "organisateurs")] if cell]
    given.blocks = list(from_text.read(columns.one(row, "description")).blocks)
    address, where = columns.one(row, "adresse"), columns.one(row, "lieu")
    given.place = (
        {"nom": where, "adresse": " ".join(address.split())} if where and address else place(where or address)
    )
    if (where or address) and not given.place:
        given.aside.append(where or address)
    if (link := columns.one(row, "adresse_web")).startswith(("https://", "http://")):
        given.blocks = [*given.blocks, Paragraph((Run(f"Voir aussi : {link}"),))]
    elif link:
        given.aside.append(link)
    state = columns.one(row, "etat")
    if "annul" in unaccented(state) or (state and columns.of.get("etat") and fold(state) == "oui"):
        given.cancelled = CANCELLED if fold(state) in ("annule", "annulee", "oui") else state
        if given.cancelled == CANCELLED:
            given.ask("annule", "Cette date est annulée : pour quelle raison ?")
    elif fold(state) not in _NONE:
        given.aside.append(f"état : {state}")
