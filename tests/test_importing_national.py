"""The national register of associations becomes a town's directory."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hub.importing.outcome import ImportingError
from hub.model.association import AssociationStatus
from tests.brought import Import

WALDEC = (
    "id;id_ex;siret;rup_mi;gestion;date_creat;date_decla;date_publi;date_disso;nature;groupement;titre;titre_court;"
    "objet;objet_social1;objet_social2;adrs_complement;adrs_numvoie;adrs_repetition;adrs_typevoie;adrs_libvoie;"
    "adrs_distrib;adrs_codeinsee;adrs_codepostal;adrs_libcommune;adrg_declarant;adrg_complemid;adrg_complemgeo;"
    "adrg_libvoie;adrg_distrib;adrg_codepostal;adrg_achemine;adrg_pays;dir_civilite;telephone;siteweb;email;"
    "publiweb;observation;position;maj_time"
)
OLD = (
    "id;id_ex;siret;gestion;date_creat;date_publi;nature;groupement;titre;objet;objet_social1;objet_social2;adr1;"
    "adr2;adr3;adrs_codepostal;libcom;adrs_codeinsee;dir_civilite;telephone;siteweb;email;observation;position;"
    "rup_mi;maj_time"
)
MANAGER = {
    "adrg_declarant": "Mme DURAND Marie",
    "adrg_libvoie": "3 rue Basse",
    "dir_civilite": "PF",
    "telephone": "0199001001",
    "email": "bureau@parasols.example",
    "adrs_numvoie": "3",
    "adrs_libvoie": "Basse",
    "adrs_codepostal": "00000",
    "adrs_libcommune": "Mini",
    "adrs_codeinsee": "99999",
    "adrs_distrib": "_",
    "date_disso": "0001-01-01",
    "maj_time": "2021-05-03 10:00:00",
    "publiweb": "0",
    "position": "A",
}


def register(headings: str, *those: dict[str, str]) -> bytes:
    """As it is published: Latin-1, each cell between quotes."""
    names = headings.split(";")
    rows = [headings.replace(";", '";"')]
    rows += ['";"'.join((MANAGER | one).get(name, "") for name in names) for one in those]
    return "".join(f'"{row}"\r\n' for row in rows).encode("latin-1")


PARASOLS = {
    "id": "W999000001",
    "siret": "00000001800010",
    "titre": "LES PARASOLS RÉUNIS",
    "titre_court": "LPR",
    "objet": "ouvrir des parasols ,  les refermer ,",
    "date_creat": "2004-03-12",
    "siteweb": "www.parasols.example",
    "publiweb": "1",
}
CHAIRS = {
    "id": "W999000002",
    "titre": "LES CHAISES",
    "titre_court": "LES CHAISES",
    "position": "D",
    "date_disso": "2019-06-01",
}
ELSEWHERE = {"id": "W999000003", "titre": "AILLEURS", "adrs_codeinsee": "99998", "adrs_libcommune": "Grande"}
DELETED = {"id": "W999000004", "titre": "EFFACÉE", "position": "S"}


def test_a_town_s_associations_come_with_their_number_their_purpose_and_their_dates(tmp_path: Path) -> None:
    town = Import(
        tmp_path, "rna_waldec.csv", register(WALDEC, PARASOLS, CHAIRS, ELSEWHERE, DELETED), commune="99999"
    )
    one, two = (town.hub.named(name) for name in ("LES PARASOLS RÉUNIS", "LES CHAISES"))
    assert one and two
    assert (one.id, one.alias, one.rna, one.siret) == (
        "les-parasols-reunis",
        ("LPR",),
        "W999000001",
        "00000001800010",
    )
    assert one.objet == "Ouvrir des parasols, les refermer"
    assert (one.statut, two.statut) == (AssociationStatus.active, AssociationStatus.dissoute)
    assert one.site == "https://www.parasols.example"
    said = "Répertoire national des associations"
    assert one.source == f"{said}, créée le 12 mars 2004, fiche du 3 mai 2021"
    assert two.source == f"{said}, dissoute le 1er juin 2019, fiche du 3 mai 2021"
    assert two.alias == ()


def test_nothing_of_a_manager_is_taken_nor_told(tmp_path: Path) -> None:
    town = Import(tmp_path, "rna_waldec.csv", register(WALDEC, PARASOLS, CHAIRS), commune="99999")
    outcome = town.brought.outcome
    told = town.after.decode() + repr((outcome.questions, outcome.unread, outcome.remarks))
    assert not [
        word for word in ("DURAND", "bureau@", "0199001001", "01 99 00 10 01", "Basse") if word in told
    ]
    one = town.hub.named("LPR")
    assert one and (one.adresse, one.courriel, one.telephone) == (None, None, None)


def test_the_file_of_before_2009_is_read_too(tmp_path: Path) -> None:
    old = {
        "id": "751P00085568",
        "titre": "CHŒUR DES PARASOLS".replace("Œ", "OE"),
        "objet": "chanter",
        "date_creat": "1987-01-05",
    }
    town = Import(tmp_path, "rna_import.csv", register(OLD, old), commune="99999")
    one = town.hub.named("CHOEUR DES PARASOLS")
    assert one and (one.rna, one.objet) == ("751P00085568", "Chanter")


def test_what_is_left_of_the_register_is_said_once(tmp_path: Path) -> None:
    town = Import(tmp_path, "rna_waldec.csv", register(WALDEC, PARASOLS, DELETED), commune="99999")
    first, second, third, *_ = town.brought.outcome.remarks
    assert first == "Registre national : 2 associations de la commune 99999."
    assert second == "1 supprimée du registre : pas dans l'annuaire."
    assert third.startswith("Colonnes non reprises : id_ex, rup_mi, gestion, date_decla, date_publi, nature")
    assert third.endswith("Le siège d'une association est souvent un domicile.")


def test_the_capitals_of_the_register_are_said_once_and_asked_of_no_name(tmp_path: Path) -> None:
    town = Import(tmp_path, "rna_waldec.csv", register(WALDEC, PARASOLS, CHAIRS), commune="99999")
    outcome = town.brought.outcome
    assert "2 noms sont en capitales, comme le registre : récrivez-les à loisir." in outcome.remarks
    assert [one.message for one in outcome.questions if "capitales" in one.message] == []


def test_the_register_brought_again_changes_nothing(tmp_path: Path) -> None:
    town = Import(tmp_path, "rna_waldec.csv", register(WALDEC, PARASOLS, CHAIRS), commune="99999")
    before = town.after
    assert (town.again().outcome.written, town.after) == ((), before)


def test_an_association_that_is_known_by_name_is_completed_and_not_written_over(tmp_path: Path) -> None:
    unicorns = {"id": "W999000009", "titre": "LICORNES", "objet": "autre chose", "position": "D"}
    town = Import(tmp_path, "rna_waldec.csv", register(WALDEC, unicorns), commune="99999")
    known = town.hub.by_id["licornes"]
    assert (known.nom, known.rna, known.statut) == (
        "Les Licornes jardinières",
        "W999000009",
        AssociationStatus.active,
    )
    asked = [one.message for one in town.brought.outcome.questions if one.path == "associations.yaml"]
    assert [words.partition(" : ")[0] for words in asked] == [
        "« Les Licornes jardinières », statut",
        "« Les Licornes jardinières », objet",
    ]


@pytest.mark.parametrize(
    ("commune", "words"),
    [
        ("", "ce registre national est celui de 2 communes : dites laquelle par son code Insee, --commune 92046. "
             "Il commence par 99999 (Mini), 99998 (Grande)."),
        ("92046", "ce registre n'a aucune association dans la commune 92046 : vérifiez son code Insee, et le "
                  "département du fichier."),
    ],
)  # fmt: skip
def test_without_a_commune_nothing_is_written(tmp_path: Path, commune: str, words: str) -> None:
    with pytest.raises(ImportingError) as error:
        Import(tmp_path, "rna_waldec.csv", register(WALDEC, PARASOLS, ELSEWHERE), commune=commune)
    assert words in str(error.value)


HELLOASSO = [
    {
        "name": "Les Parasols réunis",
        "slug": "les-parasols-reunis",
        "city": "MINI",
        "zipCode": "00000",
        "description": "Ouvre des parasols.",
        "rnaNumber": "W999000001",
        "url": "https://www.helloasso.com/associations/les-parasols-reunis",
        "logo": None,
    }
]


def test_the_json_of_helloasso_s_directory_is_read(tmp_path: Path) -> None:
    town = Import(tmp_path, "helloasso.json", json.dumps({"data": HELLOASSO}).encode())
    one = town.hub.named("Les Parasols réunis")
    assert one and (one.rna, one.objet) == ("W999000001", "Ouvre des parasols.")
    assert one.adresse and (one.adresse.code_postal, one.adresse.commune) == ("00000", "Mini")


def test_the_table_of_a_form_of_helloasso_names_associations_and_no_payer(tmp_path: Path) -> None:
    text = (
        "Référence commande;Date de la commande;Nom adhérent;Prénom adhérent;Raison sociale;Email payeur;Tarif\n"
        "101;12/03/2026;Durand;Marie;Les Parasols réunis;marie@parasols.example;Adhésion\n"
        "102;13/03/2026;Petit;Paul;;paul@mots.example;Adhésion\n"
    )
    town = Import(tmp_path, "export-adhesions.csv", text.encode())
    assert town.hub.named("Les Parasols réunis")
    assert len(town.hub.associations) == 4
    told = town.after.decode() + repr(town.brought.outcome)
    assert not [word for word in ("Durand", "Marie", "Petit", "Paul", "marie@", "paul@") if word in told]
    assert "export-adhesions.csv:3" in [one.place for one in town.brought.outcome.questions]
