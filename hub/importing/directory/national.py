"""The national register of associations (RNA), as the ministry of the Interior publishes it, for one town.

data.gouv.fr, « Répertoire national des associations »: two files a department, in Latin-1, parted by « ; ».

    waldec    id;id_ex;siret;rup_mi;gestion;date_creat;date_decla;date_publi;date_disso;nature;groupement;
              titre;titre_court;objet;objet_social1;objet_social2;adrs_complement;adrs_numvoie;
              adrs_repetition;adrs_typevoie;adrs_libvoie;adrs_distrib;adrs_codeinsee;adrs_codepostal;
              adrs_libcommune;adrg_declarant;adrg_complemid;adrg_complemgeo;adrg_libvoie;adrg_distrib;
              adrg_codepostal;adrg_achemine;adrg_pays;dir_civilite;siteweb;publiweb;observation;position;
              maj_time
    import    (not declared again since 2009) id;id_ex;siret;gestion;date_creat;date_publi;nature;groupement;
              titre;objet;objet_social1;objet_social2;adr1;adr2;adr3;adrs_codepostal;libcom;adrs_codeinsee;
              dir_civilite;siteweb;observation;position;rup_mi;maj_time

Some of its editions have `telephone` and `email` besides. `position` is A (active), D (dissolved), S
(deleted), R (taken over); « 0001-01-01 » is no date. Nothing of the manager is read (adrg_*, telephone,
email), nor the seat, which is often somebody's home.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from hub.importing.directory.cells import READINGS, words
from hub.importing.directory.entries import Cell, Entry
from hub.importing.directory.reading import Read
from hub.importing.outcome import ImportingError
from hub.importing.sheets import Row
from hub.importing.tables import Table
from hub.markup.dates import day as spoken
from hub.model.names import fold

_COLUMNS = frozenset(("id", "titre", "objet", "position", "adrs_codeinsee"))
TAKEN = ("id", "titre", "titre_court", "objet", "siret", "siteweb", "position", "date_creat", "date_disso")
_STATES = {"A": "active", "D": "dissoute"}
_PASSED_OVER = {
    "S": ("supprimée du registre", "supprimées du registre"),
    "R": ("reprise sous un autre numéro", "reprises sous un autre numéro"),
}
LONGEST_SHORT_NAME = 30


class National(NamedTuple):
    """The associations of the town, and what is said of the file."""

    entries: tuple[Entry, ...]
    remarks: tuple[str, ...]


def is_national(table: Table) -> bool:
    """Whether a table is of the national register."""
    return {heading.strip().lower() for heading in table.headings} >= _COLUMNS


def entries(table: Table, commune: str) -> National:
    """The associations whose seat is in `commune` (its Insee code).

    Raises ImportingError where it is not said, or where there is none.
    """
    at = {heading.strip().lower(): index for index, heading in enumerate(table.headings)}
    rows = [row for row in table.rows if row.cells[at["adrs_codeinsee"]] == commune]
    if not rows:
        raise ImportingError(_which(table, at, commune))
    states = Counter(_said(row, at, "position") for row in rows)
    kept = tuple(_entry(row, at) for row in rows if _said(row, at, "position") not in _PASSED_OVER)
    left = [
        one for one in table.headings if one.lower() not in TAKEN and not one.lower().startswith("adrs_code")
    ]
    remarks = [f"Registre national : {len(rows)} association{'s' * (len(rows) > 1)} de la commune {commune}."]
    for key, (one, many) in _PASSED_OVER.items():
        if number := states[key]:
            remarks.append(f"{number} {many if number > 1 else one} : pas dans l'annuaire.")
    remarks.append(
        f"Colonnes non reprises : {', '.join(left)}. Le siège d'une association est souvent un domicile."
    )
    if capitals := sum(1 for one in kept if one.name.isupper()):
        what = "noms sont" if capitals > 1 else "nom est"
        remarks.append(f"{capitals} {what} en capitales, comme le registre : récrivez-les à loisir.")
    return National(kept, tuple(remarks))


def _which(table: Table, at: Mapping[str, int], commune: str) -> str:
    if commune:
        said = f"ce registre n'a aucune association dans la commune {commune}"
        return f"{said} : vérifiez son code Insee, et le département du fichier."
    town = at.get("adrs_libcommune", at.get("libcom", 0))
    found = Counter((row.cells[at["adrs_codeinsee"]], row.cells[town]) for row in table.rows)
    first = ", ".join(f"{code} ({name})" for (code, name), _ in found.most_common(3) if code)
    said = f"ce registre national est celui de {len(found)} communes"
    return f"{said} : dites laquelle par son code Insee, --commune 92046. Il commence par {first}."


def _said(row: Row, at: Mapping[str, int], name: str) -> str:
    text = row.cells[at[name]] if name in at else ""
    return "" if text in ("_", "0001-01-01", "0000-00-00") else text


def _entry(row: Row, at: Mapping[str, int]) -> Entry:
    titre, court = _said(row, at, "titre"), _said(row, at, "titre_court")
    found = [("nom", titre, words(titre))]
    if court and _is_another(court, titre):
        found.append(("alias", court, words(court)))
    for name, field in (("id", "rna"), ("siret", "siret")):
        if text := _said(row, at, name):
            found.append((field, text, READINGS[field](text)))
    if text := _said(row, at, "objet"):
        found.append(("objet", text, words(_purpose(text))))
    if state := _STATES.get(_said(row, at, "position")):
        found.append(("statut", state, Read(state)))
    if (text := _said(row, at, "siteweb")) and _said(row, at, "publiweb") == "1":
        found.append(("site", text, READINGS["site"](text)))
    found.append(("source", "", words(_source(row, at))))
    cells = tuple(
        Cell(field, _heading(field), text or read.value, read)
        for field, text, read in found
        if read != Read()
    )
    return Entry((("", row.line),), cells)


def _heading(field: str) -> str:
    return {"nom": "titre", "alias": "titre_court", "rna": "id", "statut": "position", "site": "siteweb"}.get(
        field, field
    )


def _is_another(short: str, title: str) -> bool:
    """Whether a short title is a name of its own, and not the beginning of the long one, which was cut."""
    bare = short.rstrip(". ")
    return len(short) <= LONGEST_SHORT_NAME and fold(bare) not in fold(title) and not short.endswith("...")


def _purpose(text: str) -> str:
    """A purpose whose items the register parts by « , »."""
    tidy = re.sub(r"\s+,\s*", ", ", " ".join(text.split())).strip(" ,")
    return tidy[:1].upper() + tidy[1:]


def _source(row: Row, at: Mapping[str, int]) -> str:
    """Where it is known from, with the days that it gives."""
    said = ["Répertoire national des associations"]
    for name, words_ in (("date_creat", "créée le"), ("date_disso", "dissoute le"), ("maj_time", "fiche du")):
        if (day := _said(row, at, name)[:10]) and re.fullmatch(r"(?:18|19|20)\d\d-\d\d-\d\d", day):
            said.append(f"{words_} {spoken(dt.date.fromisoformat(day))}")
    return ", ".join(said)
