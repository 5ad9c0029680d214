"""The columns of a spreadsheet of dates -> what they hold, by their headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hub.checks.suggest import closest
from hub.importing.directory.headings import NOTHING, OF_PERSONS, PERSON, plain
from hub.importing.directory.taking import asked_columns
from hub.importing.outcome import ImportingError
from hub.importing.tables import Table

_HEADINGS = {
    "titre": "titre|intitule|evenement|evenements|nom|nom de l evenement|nom evenement|manifestation"
    "|manifestations|animation|animations|objet|libelle|activite|quoi|rendez vous|sujet|subject|summary"
    "|intitule de l evenement|nom de la manifestation",
    "debut": "date|dates|debut|date debut|date de debut|jour|jours|quand|date de l evenement|start date"
    "|date et heure|date heure|date evenement|du|date et horaires|date s",
    "fin": "fin|date fin|date de fin|au|jusqu au|end date",
    "heure": "heure|heures|horaire|horaires|heure debut|heure de debut|start time|creneau|de",
    "heure_fin": "heure fin|heure de fin|end time|a",
    "lieu": "lieu|lieux|ou|salle|endroit|location|site|equipement|emplacement|lieu de l evenement",
    "adresse": "adresse|adresse du lieu|adresse lieu|rue",
    "organisateurs": "association|associations|organisateur|organisateurs|organise par|structure|structures"
    "|porteur|club|qui|organisation|association organisatrice|asso",
    "categorie": "categorie|categories|type|nature|type d evenement|genre|sorte",
    "public": "public|publics|pour qui|public vise",
    "tarif": "tarif|tarifs|prix|cout|entree|participation",
    "inscription": "inscription|inscriptions|reservation|reservations|contact|contacts|renseignements|infos"
    "|infos et reservations",
    "description": "description|details|commentaire|commentaires|presentation|contenu|programme|texte"
    "|descriptif",
    "resume": "resume|accroche|chapeau|en bref",
    "etat": "etat|statut|annule",
    "adresse_web": "lien|url|site web|site internet|page",
}
_BY_HEADING = {words: name for name, those in _HEADINGS.items() for words in those.split("|")}
FIELDS = tuple(_HEADINGS)
"""What a column may be said to hold."""


class Columns(NamedTuple):
    """Where each field stands (two columns at most), the columns of persons, and those of nothing known."""

    of: dict[str, list[int]]
    persons: list[int]
    others: list[int]
    left: list[int]

    def one(self, cells: Sequence[str], name: str) -> str:
        """What a row says of a field: its columns, one after the other."""
        return "\n".join(cells[at] for at in self.of.get(name, ()) if cells[at])


def is_known(heading: str) -> bool:
    """Whether a heading is one of ours."""
    return plain(heading) in _BY_HEADING


def columns_of(table: Table, asked: Iterable[str] = ()) -> Columns:
    """What each column holds; `asked` are the « Colonne=champ » of the command. Raises ImportingError."""
    said = dict(map(_asked, asked_columns(asked)))
    found = Columns({}, [], [], [])
    for at, heading in enumerate(table.headings):
        bare = plain(heading)
        name = said.get(bare) or _BY_HEADING.get(bare, "")
        if name == PERSON or (not name and OF_PERSONS.search(bare)):
            found.persons.append(at)
        elif name == NOTHING:
            found.left.append(at)
        elif name:
            found.of.setdefault(name, []).append(at)
        else:
            found.others.append(at)
    return found


def _asked(said: str) -> tuple[str, str]:
    heading, sign, name = (part.strip() for part in said.rpartition("="))
    if not sign or not heading:
        raise ImportingError(f"« --columns {said} » : écrivez « Colonne=champ », par exemple « Quoi=titre ».")
    if name not in (*FIELDS, PERSON, NOTHING):
        near = closest(name, FIELDS)
        meant = f"vouliez-vous dire « {near} » ?" if near else f"les champs sont : {', '.join(FIELDS)}."
        raise ImportingError(f"« --columns {said} » : « {name} » n'est pas un champ, {meant}")
    return plain(heading), name


def told(table: Table, columns: Columns) -> list[str]:
    """What the columns were taken for, in sentences."""
    pairs = [(at, name) for name, those in columns.of.items() for at in those]
    said = ", ".join(f"« {table.headings[at]} » = {name}" for at, name in sorted(pairs))
    lines = [f"colonnes reprises (titres à la ligne {table.line}) : {said}."]
    if columns.persons:
        names = ", ".join(f"« {table.headings[at]} »" for at in columns.persons)
        lines.append(f"colonnes de personnes, laissées : {names}. Accord à demander.")
    if columns.others:
        names = ", ".join(f"« {table.headings[at]} »" for at in columns.others)
        first = table.headings[columns.others[0]]
        lines.append(
            f'colonnes non reprises : {names}. Pour en reprendre une : --columns "{first}=description".'
        )
    return lines
