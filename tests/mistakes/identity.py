"""Mistakes of what a town says of itself (P020 and following)."""

from __future__ import annotations

from pathlib import Path

from hub.catalogue.identity import DATA, LEGAL, ONLINE, REAL, SETTINGS, TRIAL
from hub.catalogue.rule import Content, Edit
from hub.catalogue.settings import OWN
from hub.catalogue.town import TOWN
from tests.mistakes.case import Case
from tests.towns import EXAMPLE, edited

HOME, ACCESS = "content/index.md", "content/accessibilite.md"


def _answers(town: Path) -> dict[str, Content]:
    """What a town answers to the law, left in the settings of another."""
    settings = (town / SETTINGS).read_text(encoding="utf-8")
    answers = settings[settings.index("    editeur:") : settings.index("    accessibilite:")]
    return edited(SETTINGS, "    identifiant: clva-mini\n", f"    identifiant: clva-mini\n{answers}")


def _published(answers: str) -> str:
    """The settings of the miniature with these answers, at a real address."""
    return TOWN[SETTINGS].replace(TRIAL, REAL).replace(f"{OWN}\n", f"{OWN}\n{answers}")


OF_MALAKOFF = '    editeur:\n      adresse: "Place du 11-Novembre-1918, 92240 Malakoff"\n'


CASES: list[Case] = [
    ("the answers of the example town", _answers(EXAMPLE), [("P020", SETTINGS, 11, 16)]),
    (
        "the answers of Malakoff, published",
        {SETTINGS: _published(OF_MALAKOFF)},
        [("P021", SETTINGS, 11, 16)],
    ),
    (
        "a declaration that says more than its audit",
        edited(SETTINGS, OWN, f"{OWN}\n    accessibilite: {{etat: partiellement-conforme, taux: 49}}"),
        [("C048", SETTINGS, 9, 27)],
    ),
    (
        "a rate without the day of its audit",
        edited(SETTINGS, OWN, f"{OWN}\n    accessibilite: {{etat: partiellement-conforme, taux: 90}}"),
        [("C048", SETTINGS, 9, 27)],
    ),
    (
        "a declaration that says less than its audit",
        edited(SETTINGS, OWN, f"{OWN}\n    accessibilite: {{taux: 100, audite_le: 2026-05}}"),
        [("C048", SETTINGS, 9, 20)],
    ),
    (
        "a council that says its town",
        edited(SETTINGS, "conseil: Conseil local", "conseil: Conseil de Mini, local"),
        [("C049", SETTINGS, 7, 14)],
    ),
    (
        "a word of the council that only looks like the town",
        edited(SETTINGS, "conseil: Conseil local", "conseil: Conseil minimal"),
        [],
    ),
    (
        "a forge that is not the one of its address",
        edited(
            SETTINGS, OWN, f"{OWN}\n    depot: {{forge: forgejo, adresse: https://framagit.org/mini/hub}}"
        ),
        [("P053", SETTINGS, 9, 20)],
    ),
    (
        "a forge of the town's own",
        edited(
            SETTINGS, OWN, f"{OWN}\n    depot: {{forge: forgejo, adresse: https://git.mini.example/a/hub}}"
        ),
        [],
    ),
    (
        "a real contact, and an address that says it is to be confirmed",
        {
            SETTINGS: TOWN[SETTINGS]
            .replace("https://mini.example/", "https://a-confirmer.invalid/")
            .replace(OWN, f"{OWN}\n    contact: contact@ville-mini.fr")
        },
        [],
    ),
    ("a colour in words", edited(SETTINGS, OWN, f"{OWN}\n    couleur: vert"), [("C047", SETTINGS, 9, 14)]),
    (
        "a part of the page that the program makes",
        edited(DATA, "Aucune.", "Un mot.\n\n## Vos droits ##\n\nÉcrire.\n\n## Ce qui est publié\n\nRien."),
        [("P049", DATA, 6, 1)],
    ),
    (
        "somebody's name and mailbox among the answers",
        edited(
            SETTINGS,
            OWN,
            f"{OWN}\n    directeur_de_publication: Mme Zoé Martin\n"
            "    delegue_protection_donnees: {courriel: zoe@free.fr}\n    accueil: {telephone: 06 12 34 56 78}",
        ),
        [("V007", SETTINGS, 9, 31), ("V002", SETTINGS, 10, 44), ("V001", SETTINGS, 11, 26)],
    ),
    (
        "the title of another town's home page",
        edited(HOME, "titre: Bienvenue", "titre: Les associations de Malakoff"),
        [("P020", HOME, 2, 8)],
    ),
    (
        "the identity and the contact of another town, in several lines",
        {
            SETTINGS: Edit(
                "    identifiant: clva-mini\n",
                "    identifiant: clva-ville-exemple\n    contact: mairie@ville-exemple.example\n",
            )
        },
        [("P020", SETTINGS, 8, 18)],
    ),
    (
        "a street that bears another town's name, and the town whose program it is",
        edited(LEGAL, "À confirmer.", "3 avenue de Malakoff.\n\nLe programme vient de Malakoff."),
        [],
    ),
    (
        "words of another town where the town only tells of it",
        edited("content/actualites/pluie.md", "Enfin.", "À Malakoff aussi."),
        [],
    ),
    (
        "a number of fiction and a postal code of nowhere",
        edited(LEGAL, "À confirmer.", "Au 01 99 00 12 34.\n\n1 rue du Pot, 00000 Mini."),
        [("P022", LEGAL, 4, 1), ("P022", LEGAL, 6, 1)],
    ),
    (
        "an address of nowhere on a published site",
        {**ONLINE, LEGAL: Edit("À confirmer.", "Écrire à mairie@mini.example.")},
        [("P023", LEGAL, 4, 1)],
    ),
    (
        "an address of the town's own, on trial",
        edited(LEGAL, "À confirmer.", "Écrire à mairie@mini.example, au 01 46 55 00 00, 92320 Mini."),
        [],
    ),
    (
        "a mailbox of another town in the page on accessibility",
        edited(ACCESS, "Non conforme.", "Écrire à mairie@ville-exemple.example, à la mairie de Malakoff."),
        [("P020", ACCESS, 4, 1), ("P020", ACCESS, 4, 1)],
    ),
    (
        "a real contact on a site that leads nowhere",
        edited(SETTINGS, "    identifiant:", "    contact: contact@ville-mini.fr\n    identifiant:"),
        [("P025", SETTINGS, 2, 11)],
    ),
    (
        "a published site without a contact",
        {SETTINGS: Edit("https://mini.example/", "https://associations.ville-mini.fr/")},
        [("P024", SETTINGS, 6, 5)],
    ),
]
