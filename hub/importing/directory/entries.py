"""The rows of a directory -> entries, one an association: a row per public, per activity, is one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hub.checks.personal import Sort
from hub.importing.directory.cells import READINGS, place
from hub.importing.directory.cells import words as as_words
from hub.importing.directory.columns import Column
from hub.importing.directory.headings import NOTHING, PERSON
from hub.importing.directory.reading import Read, says_nothing
from hub.importing.personal import persons_in, without
from hub.importing.sheets import Row
from hub.importing.tables import Table
from hub.model.french import joined


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that fills a field: where it stands, what is written there, what was read."""

    field: str
    heading: str
    written: str
    read: Read


@dataclass(frozen=True, slots=True)
class Entry:
    """What a file says of one association: `lines` are those of its rows, by sheet.

    `unread` are words that no field takes, each with its heading; `persons` what is somebody's and was left.
    `emptied` are the fields that have a column, and nothing in it; `somebody` says that a column of persons
    has something.
    """

    lines: tuple[tuple[str, int], ...]
    cells: tuple[Cell, ...]
    unread: tuple[str, ...] = ()
    persons: tuple[Sort, ...] = ()
    emptied: frozenset[str] = frozenset()
    somebody: bool = False

    def of(self, field: str) -> tuple[Cell, ...]:
        """The cells that fill a field, in order."""
        return tuple(cell for cell in self.cells if cell.field == field)

    def value(self, field: str) -> str:
        """The first value read for a field; '' for none."""
        return next((cell.read.value for cell in self.of(field) if cell.read.value), "")

    @property
    def line(self) -> int:
        """Its first line."""
        return self.lines[0][1]

    @property
    def where(self) -> str:
        """« ligne 12 », « feuille « Sport », lignes 5 et 6 »."""
        by_sheet: dict[str, list[str]] = {}
        for sheet, line in self.lines:
            by_sheet.setdefault(sheet, []).append(str(line))
        return ", ".join(_lines(sheet, numbers) for sheet, numbers in by_sheet.items())

    @property
    def name(self) -> str:
        return self.value("nom")

    @property
    def siren(self) -> str:
        """The nine digits by which the State knows it, of whichever number gives them."""
        return (self.value("siren") or self.value("siret"))[:9]

    def joined(self, other: Entry) -> Entry:
        """Both as one: what the other says again is said once."""
        known = {(cell.field, cell.written) for cell in self.cells}
        more = tuple(cell for cell in other.cells if (cell.field, cell.written) not in known)
        unread = tuple(one for one in other.unread if one not in self.unread)
        return Entry(
            self.lines + other.lines,
            self.cells + more,
            self.unread + unread,
            self.persons + other.persons,
            self.emptied & other.emptied,
        )

    def without(self, *fields: str) -> Entry:
        """The same, where nothing is said of these fields."""
        kept = tuple(cell for cell in self.cells if cell.field not in fields)
        return Entry(self.lines, kept, self.unread, self.persons, self.emptied)


def entries_of(table: Table, columns: Sequence[Column]) -> Iterator[Entry]:
    """Each row as an entry; one that goes on with the association above is joined to it."""
    last: Entry | None = None
    for row in table.rows:
        entry = _entry(table, columns, row)
        if last and not entry.of("nom") and _goes_on(entry):
            last = last.joined(entry)
            continue
        if last:
            yield last
        last = entry
    if last:
        yield last


def _goes_on(entry: Entry) -> bool:
    """Whether a row without a name is more of the one above: it says for whom or what, and not who."""
    return (
        not entry.somebody
        and not entry.persons
        and all(cell.field in ("publics", "themes") for cell in entry.cells)
    )


def _entry(table: Table, columns: Sequence[Column], row: Row) -> Entry:
    cells: list[Cell] = []
    unread: list[str] = []
    persons: list[Sort] = []
    somebody = False
    for column, written in zip(columns, row.cells, strict=True):
        if not written:
            continue
        if column.field == PERSON:
            somebody = True
        elif column.field in ("", NOTHING):
            unread += left(column.heading, written, persons)
        elif column.field == "nom" or not says_nothing(written):
            cells += _cells(column, written)
    filled = {one.field for one, written in zip(columns, row.cells, strict=True) if written}
    emptied = frozenset(one.field for one in columns) - filled - {"", PERSON, NOTHING}
    return Entry(((table.name, row.line),), tuple(cells), tuple(unread), tuple(persons), emptied, somebody)


def _lines(sheet: str, numbers: list[str]) -> str:
    said = f"ligne{'s' if len(numbers) > 1 else ''} {joined(numbers)}"
    return f"feuille « {sheet} », {said}" if sheet else said


def _cells(column: Column, written: str) -> Iterator[Cell]:
    """What a cell fills: an address fills three fields, a SIRET is told from a SIREN by its length."""
    field, heading = column.field, column.heading
    if field == "adresse":
        parts = place(written)
        for name, value in (("voie", parts.street), ("code_postal", parts.code), ("commune", parts.town)):
            if value:
                yield Cell(name, heading, value, READINGS.get(name, as_words)(value))
        return
    read = READINGS.get(field, as_words)(written)
    if field in ("siren", "siret") and read.value:
        field = "siret" if len(read.value) == 14 else "siren"
    if field == "code_postal" and read.rest and read.value:
        yield Cell("commune", heading, read.rest[0], Read(read.rest[0]))
        read = Read(read.value)
    yield Cell(field, heading, written, read)


def left(heading: str, written: str, persons: list[Sort]) -> Iterator[str]:
    """A cell that no field takes, without what is of persons in it, which is counted."""
    found = persons_in(written)
    persons += [one.sort for one in found]
    words = without(written, found) if found else " ".join(written.split())
    if any(sign.isalnum() for sign in words):
        yield f"« {heading} » : {words}"
