"""What the columns of a directory are taken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.importing.directory.columns import columns_of
from hub.importing.directory.taking import asked_columns
from hub.importing.outcome import ImportingError
from hub.importing.tables import Row, Table
from tests.brought import Import

HEADINGS = {
    "nom": "Nom de l'association, NOM, Association, Structure, Dénomination, Raison sociale, Nom de la structure",
    "alias": "Sigle, Acronyme, Autres noms",
    "themes": "Thème, Thématique, Domaine, Catégorie, Domaine d'activité",
    "objet": "Objet, Description, Activités, Activités proposées",
    "rna": "RNA, N° RNA, Numéro RNA, n°rna, Waldec, RNA / Waldec",
    "siret": "SIRET, N° SIRET, Numéro de SIRET, N°SIRET",
    "siren": "SIREN, N° SIREN",
    "courriel": "Mail, E-mail, Courriel, Adresse mail, ADRESSE E-MAIL, Mél, Email de l'association, Mail (public)",
    "telephone": "Tél., Tel, Téléphone, N° de téléphone, Portable, Téléphone (standard), Tél. 2, Coordonnées Téléphone",
    "site": "Site, Site web, Site internet, URL, Adresse web",
    "adresse": "Adresse, Siège social, Adresse postale, Siège",
    "voie": "Rue, N° et rue, Voie, Siège social Rue",
    "code_postal": "CP, Code postal, C.P., Association Code postal",
    "commune": "Ville, Commune",
    "publics": "Public, Public visé, Âges",
    "statut": "Statut, État, En activité",
    "college": "Collège",
    "verifie_le": "Vérifiée le",
    "personne": "Président, Présidente, Nom du président, Mail du président, Tél. président, Trésorière, Responsable, "
    "Prénom, Contact, Nom du contact, Référent, Correspondant, Adresse de correspondance, Interlocuteur, Civilité, "
    "Nom payeur, Email payeur, Nom adhérent, Date de naissance, Adresse personnelle, Président Téléphone",
    "": "Observations, Remarques, Subvention 2025, Nombre d'adhérents ?, Date de création, N°, Horaires",
}


def table(*columns: tuple[str, list[str]]) -> Table:
    headings = tuple(heading for heading, _ in columns)
    rows = tuple(
        Row(n, cells) for n, cells in enumerate(zip(*(cells for _, cells in columns), strict=True), start=2)
    )
    return Table("", headings, 1, rows)


def fields(*columns: tuple[str, list[str]], asked: tuple[str, ...] = ()) -> dict[str, str]:
    return {one.heading: one.field for one in columns_of(table(*columns), asked)}


@pytest.mark.parametrize(
    ("field", "heading"),
    [
        (field, heading)
        for field, words in HEADINGS.items()
        for heading in words.split(", ")
        if "?" not in heading
    ],
)
def test_a_heading_is_known_by_the_words_that_people_have_for_it(field: str, heading: str) -> None:
    name = [] if field == "nom" else [("Association", ["A"])]
    assert fields(*name, (heading, [""]))[heading] == field


@pytest.mark.parametrize(
    ("field", "cells"),
    [
        ("rna", ["W922000001", "w922000002", "N/C"]),
        ("courriel", ["a@b.example", "c (at) d.example", ""]),
        ("telephone", ["01 99 00 10 01", "0199001002 / 0199001003", "-"]),
        ("siret", ["00000001800010", "000 000 026 00013", ""]),
        ("site", ["www.a.example", "https://b.example", ""]),
        ("code_postal", ["92240", "1000", "01000"]),
    ],
)
def test_a_column_whose_heading_says_nothing_is_known_by_what_it_holds(field: str, cells: list[str]) -> None:
    assert fields(("Association", ["A", "B", "C"]), ("Divers", cells))["Divers"] == field


def test_cells_are_believed_against_a_heading_that_says_another_thing() -> None:
    found = fields(("Association", ["A", "B", "C"]), ("N° SIRET", ["W922000001", "W922000002", "W922000003"]))
    assert found["N° SIRET"] == "rna"


def test_a_contact_is_how_to_write_where_there_are_addresses_and_somebody_else() -> None:
    names = ("Association", ["A", "B"])
    assert fields(names, ("Contact", ["a@b.example", "c@d.example"]))["Contact"] == "courriel"
    assert fields(names, ("Contact", ["Durand", "Petit"]))["Contact"] == "personne"


def test_a_name_beside_a_first_name_is_of_a_person() -> None:
    found = fields(("Association", ["A"]), ("Nom", ["Durand"]), ("Prénom", ["Marie"]))
    assert found == {"Association": "nom", "Nom": "personne", "Prénom": "personne"}


def test_without_a_heading_for_it_the_first_column_of_words_is_the_name() -> None:
    found = fields(
        ("colonne A", ["1", "2"]), ("colonne B", ["Les Amis", "Le Club"]), ("colonne C", ["a@b.example", ""])
    )
    assert found == {"colonne A": "", "colonne B": "nom", "colonne C": "courriel"}


def test_what_is_asked_is_done() -> None:
    columns = (("Libellé court", ["A"]), ("Tel fixe, asso", ["1"]), ("Site", ["b"]))
    asked = asked_columns(["Libellé court=nom, Tel fixe, asso=telephone,Site=ignorer"])
    assert asked == ["Libellé court=nom", "Tel fixe, asso=telephone", "Site=ignorer"]
    found = fields(*columns, asked=tuple(asked))
    assert found == {"Libellé court": "nom", "Tel fixe, asso": "telephone", "Site": "ignorer"}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Tel", "« --columns Tel » : écrivez « Colonne=champ », par exemple « Tél=telephone »."),
        (
            "Tel=telefone",
            "« --columns Tel=telefone » : « telefone » n'est pas un champ, vouliez-vous dire « telephone » ?",
        ),
    ],
)
def test_what_is_asked_and_means_nothing_is_said(asked: str, words: str) -> None:
    with pytest.raises(ImportingError) as error:
        columns_of(table(("Nom", ["A"]), ("Tel", ["1"])), [asked])
    assert str(error.value) == words


def test_a_file_says_what_its_columns_are_taken_for(tmp_path: Path) -> None:
    text = "Nom;Divers;Président;Note\nA;a@b.example;P;x\n"
    town = Import(tmp_path, "annuaire.csv", text.encode())
    assert town.brought.outcome.remarks[:3] == (
        "colonnes reprises (titres à la ligne 1) : « Nom » = nom, « Divers » = courriel (deviné).",
        "colonnes de personnes, laissées : « Président » (1). Accord à demander.",
        'colonnes non reprises : « Note ». Pour en reprendre une : --columns "Note=objet".',
    )


def test_a_sheet_without_names_is_left_and_told_without_its_persons(tmp_path: Path) -> None:
    from tests.test_importing_tables import book

    data = book(
        ("Liste", [["Nom", "Mail"], ["A", "a@b.example"]]),
        ("Suivi PV", [["x", "y"], [1, "Mme Durand a dit"]]),
    )
    outcome = Import(tmp_path, "annuaire.xlsx", data).brought.outcome
    assert "Feuille « Suivi PV » : pas de colonne de noms, rien n'en est repris." in outcome.remarks
    assert outcome.unread == ("ligne 2, « x » : 1 ; « y » : a dit",)
