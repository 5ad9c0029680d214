"""Mistakes of what a town says of itself (P020 and following)."""

from __future__ import annotations

from hub.catalogue.identity import DATA, LEGAL, ONLINE, SETTINGS
from hub.catalogue.rule import Edit
from tests.mistakes.case import Case
from tests.towns import EXAMPLE, edited

HOME, ACCESS = "content/index.md", "content/accessibilite.md"


def _pages() -> dict[str, str]:
    return {path: (EXAMPLE / path).read_text(encoding="utf-8") for path in (LEGAL, DATA)}


OF_MALAKOFF = {
    LEGAL: "---\ntitre: Mentions légales\n---\nÉditeur : la ville, place du 11-Novembre-1918, 92240.\n",
    DATA: "---\ntitre: Données personnelles\n---\nPersonne.\n\nÀ la mairie de Malakoff.\n",
}


CASES: list[Case] = [
    (
        "the legal pages of the example town",
        _pages(),
        [("P020", DATA, 22, 1), ("P020", LEGAL, 3, 9)],
    ),
    (
        "the legal pages of Malakoff, published",
        {**ONLINE, **OF_MALAKOFF},
        [("P021", DATA, 6, 1), ("P021", LEGAL, 4, 1)],
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
