"""The cells of an entry -> the values of the fields of an association, and what is asked or left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from hub.checks.personal import Sort
from hub.importing.directory.entries import Cell, Entry
from hub.importing.directory.marked import in_markdown
from hub.importing.directory.merging import other_names
from hub.importing.directory.reading import accepted
from hub.importing.directory.sameness import plain, same
from hub.importing.directory.town import PUBLICS, STATES, Town, listed
from hub.importing.personal import persons_in
from hub.model.fields import TO_CONFIRM
from hub.model.names import fold

Value = str | tuple[str, ...]

_AT_SOMEBODYS = re.compile(r"\b(?:chez|c/o|s/c)\b", re.IGNORECASE)
"""An address that is a person's home."""

_TYPES = {
    "nom": "Text", "objet": "Markdown", "voie": "Text", "commune": "Text", "quartier": "Text",
    "code_postal": "PostalCode",
    "rna": "Rna", "siren": "Siren", "siret": "Siret", "site": "Url", "courriel": "Email",
    "telephone": "Phone", "verifie_le": "PartialDate", "publie_le": "PartialDate", "source": "Passage",
}  # fmt: skip
"""The types of `hub.model.fields` that judge each value."""

_LISTS = ("alias", "graphies", "themes", "publics")


@dataclass(slots=True)
class Said:
    """What an entry says, once read with what the town knows: `values` by field, in no order.

    `doubts` are French sentences, each with the field that it is of; `unknown` are of words that the town
    has not.
    """

    values: dict[str, Value] = field(default_factory=dict)
    doubts: list[tuple[str, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    persons: list[Sort] = field(default_factory=list)


def said_by(entry: Entry, town: Town, known: Callable[[str], str]) -> Said:
    """The values of an entry. `known` is the cell of a field as the directory has it, '' for nothing: what it
    says again is neither judged nor told."""
    said = Said(unread=list(entry.unread), persons=list(entry.persons))
    for name in dict.fromkeys(cell.field for cell in entry.cells):
        if name == "id":
            continue
        new = [cell for cell in entry.of(name) if not (known(name) and _again(name, cell, known(name)))]
        if name in _LISTS:
            _lists(name, new, town, said)
        elif name in ("statut", "college"):
            _choice(name, new, town, said)
        else:
            _single(name, new, said, {fold(one) for one in other_names(entry)}, town.hub.site.commune)
    _agreeing(said, known("siren"))
    return said


def _again(name: str, cell: Cell, known: str) -> bool:
    if plain(cell.written) == plain(known):
        return True
    value = in_markdown(cell.read.value) if name == "objet" else cell.read.value
    return bool(value) and not cell.read.rest and same(name, value, known)


def _single(name: str, cells: list[Cell], said: Said, others: set[str], commune: str) -> None:
    """A field of one value takes the first that is good; each other is left, or asked about.

    `others` are the names, folded, that the association has besides; `commune` is how the town is written.
    """
    for cell in cells:
        said.unread += [f"« {cell.heading} » : {words}" for words in cell.read.rest]
        said.persons += cell.read.persons
        if cell.read.doubt:
            said.doubts.append((name, cell.read.doubt))
        if not cell.read.value:
            continue
        value = _judged(name, cell, said, commune)
        held = said.values.get(name)
        if value is None or (held and same(name, str(held), value)):
            continue
        if held is None:
            said.values[name] = value
        elif name == "nom" and fold(value) in others:
            continue
        elif name in ("objet", "telephone", "courriel", "site"):
            said.unread.append(f"« {cell.heading} » : {cell.read.value}")
        else:
            said.doubts.append((name, f"« {cell.heading} » est aussi « {cell.read.value} »."))


def _judged(name: str, cell: Cell, said: Said, commune: str) -> str | None:
    """The value as the model has it; None for what it refuses, and for what is somebody's."""
    written = " ".join(cell.read.value.split())
    found = [one for one in persons_in(written, place=name in ("voie", "commune")) if _counts(name, one.sort)]
    if name == "voie" and _AT_SOMEBODYS.search(written):
        said.persons.append(Sort.NAME)
        return None
    if found:
        said.persons += [one.sort for one in found]
        if name == "objet":
            words = "il semble parler d'une personne. Reprenez-le sans elle."
            said.doubts.append((name, f"« {cell.heading} » n'est pas repris : {words}"))
        return None
    if name == "commune" and fold(written) == fold(commune):
        return commune
    value = accepted(_TYPES[name], in_markdown(written) if name == "objet" else written)
    if value is None:
        said.doubts.append(
            (name, f"« {cell.heading} » n'est pas repris : {_short(written)} ne convient pas.")
        )
        said.unread.append(f"« {cell.heading} » : {written}")
    return value


def _counts(name: str, sort: Sort) -> bool:
    """An association may bear the name of somebody."""
    return not (sort is Sort.NAME and name in ("nom", "alias", "graphies"))


def _short(text: str) -> str:
    return f"« {text} »" if len(text) <= 80 else f"« {text[:80]}… »"


def _lists(name: str, cells: list[Cell], town: Town, said: Said) -> None:
    held: list[str] = []
    for cell in cells:
        if name in ("alias", "graphies"):
            held += _names(name, cell, said)
            continue
        found = listed(cell.written, town.themes if name == "themes" else PUBLICS)
        held += found.keys
        for words in found.unknown:
            said.unread.append(f"« {cell.heading} » : {words}")
            if name == "themes":
                said.unknown.append(f"« {words} » n'est pas un thème de l'annuaire")
    if held:
        said.values[name] = tuple(dict.fromkeys(held))


def _names(name: str, cell: Cell, said: Said) -> Iterator[str]:
    for part in re.split(r"\s*[|;\n]\s*", cell.written):
        words = " ".join(part.split())
        found = [one for one in persons_in(words) if _counts(name, one.sort)]
        said.persons += [one.sort for one in found]
        if words and not found and accepted("Text", words):
            yield words


def _choice(name: str, cells: list[Cell], town: Town, said: Said) -> None:
    known = STATES if name == "statut" else town.colleges
    for cell in cells:
        found = listed(cell.written, known).keys
        if len(found) == 1:
            said.values.setdefault(name, found[0])
        elif fold(cell.written) not in ("a confirmer", TO_CONFIRM):
            said.unread.append(f"« {cell.heading} » : {cell.written}")
            what = "un état d'association" if name == "statut" else "un collège de bureau.yaml"
            said.unknown.append(f"« {cell.written} » n'est pas {what}")


def _agreeing(said: Said, known_siren: str) -> None:
    """A SIRET begins with the SIREN (rule A009): of two that differ neither is taken."""
    siren, siret = str(said.values.get("siren") or known_siren), str(said.values.get("siret", ""))
    if siren and siret and not siret.startswith(siren):
        said.values.pop("siret")
        said.doubts.append(("siret", f"le SIRET « {siret} » ne commence pas par le SIREN « {siren} »."))
