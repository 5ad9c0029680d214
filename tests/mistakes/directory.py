"""Mistakes of the directory (A)."""

from __future__ import annotations

from tests.mistakes.case import ASSOCIATIONS, BUREAU, GUIDE, MINUTES, YOGA, Case
from tests.towns import edited

CASES: list[Case] = [
    (
        "an id used twice",
        edited(
            ASSOCIATIONS,
            "  - id: dragons",
            "  - {id: coeur, nom: Autre, statut: dissoute, college: vert}\n  - id: dragons",
        ),
        [
            ("A001", ASSOCIATIONS, 16, 10),
        ],
    ),
    (
        "a name that is another's alias",
        edited(ASSOCIATIONS, "nom: Cœur de chœur", "nom: LICORNES\n    alias: [Cœur de chœur]"),
        [("A002", ASSOCIATIONS, 13, 10)],
    ),
    ("an unknown theme", edited(GUIDE, "themes: [jardin]", "themes: [jardins]"), [("A010", GUIDE, 5, 10)]),
    (
        "an unknown college",
        edited(
            ASSOCIATIONS,
            "    statut: dissoute\n    college: vert",
            "    statut: dissoute\n    college: verre",
        ),
        [("A011", ASSOCIATIONS, 19, 14)],
    ),
    (
        "an unknown association in minutes",
        edited(MINUTES, "presents: [Licornes]", "presents: [Licorne s, Licornes]"),
        [("A012", MINUTES, 6, 12)],
    ),
    (
        "an unknown organiser",
        edited(YOGA, "organisateurs: [licornes]", "organisateurs: [licrones, ville]"),
        [("A012", YOGA, 6, 17)],
    ),
    (
        "two names that differ by a letter",
        edited(
            ASSOCIATIONS, "nom: Cœur de chœur", "nom: Les Licornes jardinière\n    alias: [Cœur de chœur]"
        ),
        [("A003", ASSOCIATIONS, 13, 10)],
    ),
    (
        "an active association without a theme",
        edited(ASSOCIATIONS, "    themes: [jardin]\n", ""),
        [("A004", ASSOCIATIONS, 4, 5)],
    ),
    (
        "an entry nobody has read for a year",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "verifie_le: 2025-11-01"),
        [("A005", ASSOCIATIONS, 11, 17)],
    ),
    (
        "a dissolved association on the bureau",
        edited(BUREAU, "association: licornes", "association: dragons"),
        [("A006", BUREAU, 7, 23)],
    ),
    (
        "an alias that is another's id",
        edited(ASSOCIATIONS, "alias: [Licornes]", "alias: [Licornes, coeur]"),
        [("A002", ASSOCIATIONS, 6, 23)],
    ),
    (
        "a spelling that is another's name",
        edited(ASSOCIATIONS, "alias: [Licornes]", "graphies: [Licornes, Coeur de choeur]"),
        [("A002", ASSOCIATIONS, 13, 10)],
    ),
    (
        "a spelling that the name has already, and an alias twice",
        edited(
            ASSOCIATIONS,
            "alias: [Licornes]",
            "alias: [Licornes, LICORNES]\n    graphies: [Les licornes jardinieres, Lycornes]",
        ),
        [("A014", ASSOCIATIONS, 6, 23), ("A014", ASSOCIATIONS, 7, 16)],
    ),
    (
        "a SIRET of another SIREN",
        edited(
            ASSOCIATIONS, "courriel: contact@licornes.example", "siren: 732829320\n    siret: 35600000049837"
        ),
        [("A009", ASSOCIATIONS, 12, 12)],
    ),
    (
        "an entry verified next year",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "verifie_le: 2027-01-01"),
        [("A013", ASSOCIATIONS, 11, 17)],
    ),
]
