"""Mistakes of the bureau (B)."""

from __future__ import annotations

from tests.mistakes.case import BUREAU, Case
from tests.towns import edited

CASES: list[Case] = [
    (
        "a term that ends before it begins",
        edited(BUREAU, "fin: 2027-09-19", "fin: 2024-09-19"),
        [("B001", BUREAU, 5, 10)],
    ),
    (
        "terms that overlap",
        edited(BUREAU, "mandats:\n", "mandats:\n  - debut: 2027-01-01\n    fin: 2029\n"),
        [("B002", BUREAU, 7, 10)],
    ),
    (
        "two terms of the same years",
        edited(
            BUREAU,
            "mandats:\n",
            "mandats:\n  - {debut: 2028-07-01, fin: 2028-12-31}\n  - {debut: 2028-01-01, fin: 2028-06-30}\n",
        ),
        [("B003", BUREAU, 5, 13)],
    ),
    (
        "a seat outside its term",
        edited(BUREAU, "role: titulaire}", "role: titulaire, debut: 2028-01-01}"),
        [("B004", BUREAU, 7, 72)],
    ),
    (
        "an association with two seats",
        edited(
            BUREAU,
            "    vacants:\n      - {college: vert, role: suppleant, nombre: 1}\n",
            "      - {association: Licornes, college: vert, role: suppleant}\n",
        ),
        [("B005", BUREAU, 8, 23)],
    ),
    (
        "a seat too many",
        edited(
            BUREAU,
            "    vacants:",
            "      - {association: coeur, college: vert, role: titulaire}\n    vacants:",
        ),
        [("B006", BUREAU, 8, 9)],
    ),
    (
        "a seat too many among those of others",
        edited(
            BUREAU,
            "    vacants:",
            "      - {association: coeur, college: vert, role: titulaire, debut: 2026-01-01}\n"
            "      - {association: dragons, college: vert, role: titulaire, fin: 2025-12-31}\n    vacants:",
        ),
        [("B006", BUREAU, 9, 9)],
    ),
    ("a seat too few", edited(BUREAU, "nombre: 1", "nombre: 0"), [("B007", BUREAU, 7, 7)]),
    (
        "a commission's member without a seat",
        edited(BUREAU, "    vacants:", "    commissions: [{nom: Eau, membres: [coeur]}]\n    vacants:"),
        [("B008", BUREAU, 8, 40)],
    ),
    (
        "a replacement of somebody who stays",
        {
            **edited(
                BUREAU,
                "role: titulaire}",
                "role: titulaire, fin: 2026-06-30}\n"
                "      - {association: coeur, college: vert, role: titulaire, "
                "debut: 2026-06-01, remplace: licornes}",
            )
        },
        [("B006", BUREAU, 8, 9), ("B009", BUREAU, 8, 91)],
    ),
    (
        "a bureau of three years",
        edited(BUREAU, "fin: 2027-09-19", "fin: 2028-09-19"),
        [("B010", BUREAU, 5, 10)],
    ),
    (
        "a bureau that nobody succeeded",
        edited(BUREAU, "debut: 2025-09-20\n    fin: 2027-09-19", "debut: 2023-09-20\n    fin: 2025-09-19"),
        [("B011", BUREAU, 5, 10)],
    ),
    (
        "an election that nothing attests",
        edited(BUREAU, "    sieges:", "    election: 2025-09-20\n    sieges:"),
        [("B012", BUREAU, 6, 15)],
    ),
    (
        "an election that a plenary attests",
        {
            **edited(BUREAU, "    sieges:", "    election: 2025-09\n    sieges:"),
            "minutes/2025-09-20-pleniere.md": "---\ninstance: pleniere\ndate: 2025-09-20\nstatut: adopte\nordre_du_jour: [Élection]\n---\n",
        },
        [],
    ),
    (
        "an election after the term began",
        edited(BUREAU, "    sieges:", "    election: 2026-09-20\n    source: Registre\n    sieges:"),
        [("B013", BUREAU, 6, 15)],
    ),
    (
        "somebody who leaves and is not replaced",
        edited(BUREAU, "role: titulaire}", "role: titulaire, fin: 2026-06-30}"),
        [("B007", BUREAU, 7, 7)],
    ),
]
