"""The columns of a directory -> the fields that they fill: by their headings, and by what stands in them.

A heading says what people mean, the cells what they wrote: a column called « N° SIRET » that holds numbers of
the RNA is one of those. Whatever belongs to somebody (« Mail du président ») fills no field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from hub.checks.suggest import closest
from hub.exporting.cells import DIRECTORY
from hub.exporting.rows import heading as our_heading
from hub.importing.directory.headings import (
    FIELDS,
    MULTIPLE,
    NOTHING,
    OF_PERSONS,
    PERSON,
    contained,
    named,
    plain,
)
from hub.importing.directory.reading import says_nothing
from hub.importing.outcome import ImportingError
from hub.importing.tables import Table
from hub.model.names import fold

SAMPLE, MOST, SOME = 200, 0.6, 3
"""Cells that are looked at, the part of them that must be of a sort, and how many contradict a heading."""

_SHAPES: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("rna", re.compile(r"[Ww] ?\d[\dABab](?: ?\d){7}").fullmatch),
    ("courriel", re.compile(r"[^@\s]+ ?(?:@|\(at\)|\[at\]) ?[^@\s]+").search),
    ("site", re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE).match),
    ("siret", re.compile(r"\d{3} ?\d{3} ?\d{3} ?\d{5}").fullmatch),
    ("telephone", re.compile(r"(?:\+33|0)[ .]?\(?0?\)?[1-9](?:[ ./-]?\d\d){4}.*").match),
    ("code_postal", re.compile(r"\d{5}|0?[1-9]\d{3}").fullmatch),
)
"""Cells that leave no doubt of what they are."""

_AGAINST: Mapping[str, frozenset[str]] = {
    "rna": frozenset(("siret", "siren", "id", "nom")),
    "siret": frozenset(("rna", "siren", "telephone")),
    "courriel": frozenset(("site", "telephone", "adresse")),
    "site": frozenset(("courriel",)),
    "telephone": frozenset(("courriel", "site", "code_postal")),
    "code_postal": frozenset(("commune",)),
}
"""What cells of a sort may contradict: a heading that says another thing."""


_MAY_BE_ANY = re.compile(r"contacts?$")
_CONTACTS = frozenset(("courriel", "telephone"))
"""« Contact »: somebody, or how to reach the association, as its cells tell."""


OF_DIRECTORIES = frozenset(
    ("rna", "siren", "siret", "courriel", "telephone", "site", "code_postal", "objet", "themes", "publics")
)
"""Fields that tell a directory from any other table."""

_OURS = frozenset(map(our_heading, DIRECTORY))
"""The headings of what was exported from here, which are believed whatever stands under them."""


class Column(NamedTuple):
    """A column: its heading, the field that it fills ('' for none), and whether its cells told it."""

    heading: str
    field: str
    guessed: bool = False

    def __str__(self) -> str:
        return f"« {self.heading} » = {self.field}{' (deviné)' if self.guessed else ''}"


def columns_of(table: Table, asked: Iterable[str] = ()) -> tuple[Column, ...]:
    """What each column fills; `asked` are the « Colonne=champ » of the command. Raises ImportingError."""
    said = _asked(table, asked)
    if not said and set(table.headings) >= _OURS:
        return tuple(Column(one, named(one)) for one in table.headings)
    found = [said.get(at) or _guess(table, at) for at in range(len(table.headings))]
    return tuple(_once(_with_name(table, found), frozenset(said)))


def _guess(table: Table, at: int) -> Column:
    heading = table.headings[at]
    cells = [cell for cell in table.column(at)[:SAMPLE] if not says_nothing(cell)]
    shape, bare, said = _shape(cells), plain(heading), named(heading)
    if not said and OF_PERSONS.search(bare) and not (_MAY_BE_ANY.match(bare) and shape in _CONTACTS):
        return Column(heading, PERSON)
    if bare == "nom" and any(plain(one).startswith("prenom") for one in table.headings):
        return Column(heading, PERSON)
    if shape and (not said or (len(cells) >= SOME and said in _AGAINST.get(shape, ()))):
        return Column(heading, shape, guessed=True)
    return Column(heading, said or contained(bare))


def _shape(cells: list[str]) -> str:
    for name, fits in _SHAPES:
        if len(cells) >= 1 and sum(1 for cell in cells if fits(cell)) >= max(1, len(cells) * MOST):
            return name
    return ""


def _with_name(table: Table, found: list[Column]) -> list[Column]:
    """Where no heading says the name, the first column of words, each its own, is taken for it."""
    if not any(one.field in OF_DIRECTORIES for one in found) or any(one.field == "nom" for one in found):
        return found
    for at, one in enumerate(found):
        cells = table.column(at)
        lettered = [cell for cell in cells if re.search(r"[^\W\d_]{2}", cell)]
        if (
            one.field in ("", "alias")
            and len(lettered) >= max(1, 0.8 * len(table.rows))
            and len(set(cells)) > 0.7 * len(cells)
        ):
            return [*found[:at], Column(one.heading, "nom", guessed=True), *found[at + 1 :]]
    return found


def _once(found: list[Column], said: frozenset[int]) -> list[Column]:
    """A field that takes one value is filled by one column: the one that was asked for, else the first."""
    held: set[str] = {found[at].field for at in said} - MULTIPLE
    kept = []
    for at, one in enumerate(found):
        again = at not in said and one.field in held - {"", PERSON, NOTHING}
        kept.append(Column(one.heading, "") if again else one)
        if one.field not in MULTIPLE:
            held.add(one.field)
    return kept


def _asked(table: Table, asked: Iterable[str]) -> dict[int, Column]:
    """« Tél=telephone »: a heading, or the letters of a column, and a field."""
    found = {}
    for one in asked:
        heading, sign, name = (part.strip() for part in one.rpartition("="))
        if not sign or not heading:
            raise ImportingError(
                f"« --columns {one} » : écrivez « Colonne=champ », par exemple « Tél=telephone »."
            )
        if name not in FIELDS and name not in (PERSON, NOTHING):
            near = closest(name, (*FIELDS, PERSON, NOTHING))
            meant = (
                f"vouliez-vous dire « {near} » ?"
                if near
                else f"les champs sont : {', '.join((*FIELDS, PERSON, NOTHING))}."
            )
            raise ImportingError(f"« --columns {one} » : « {name} » n'est pas un champ, {meant}")
        at = _place(table, heading)
        if at is not None:
            found[at] = Column(table.headings[at], name)
    return found


def _place(table: Table, heading: str) -> int | None:
    for at, one in enumerate(table.headings):
        if fold(one) == fold(heading) or one == f"colonne {heading.upper()}":
            return at
    return None


def unknown_headings(tables: Iterable[Table], asked: Iterable[str]) -> list[str]:
    """Those of `--columns` that no table has."""
    those = list(tables)
    headings = (one.rpartition("=")[0].strip() for one in asked)
    return [heading for heading in headings if all(_place(table, heading) is None for table in those)]
