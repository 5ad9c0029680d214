"""Mistakes of the activities of associations (A02x), and of their times (E)."""

from __future__ import annotations

from tests.mistakes.case import ASSOCIATIONS, Case
from tests.towns import edited

CAMP = "nom: Feu de camp, debut: 2026-01-13 18:00, fin: 2026-01-13 20:00"

CASES: list[Case] = [
    (
        "the same activity written twice",
        edited(
            ASSOCIATIONS, f"- {{{CAMP}", f"- {{nom: FEU DE CAMP, debut: 2026-01-13 18:00}}\n      - {{{CAMP}"
        ),
        [("A020", ASSOCIATIONS, 22, 15)],
    ),
    (
        "the same name at another hour",
        edited(
            ASSOCIATIONS, f"- {{{CAMP}", f"- {{nom: Feu de camp, debut: 2026-01-13 21:00}}\n      - {{{CAMP}"
        ),
        [],
    ),
    (
        "ages the wrong way round",
        edited(ASSOCIATIONS, "ages: {de: 8}", "ages: {de: 12, a: 8}"),
        [("A021", ASSOCIATIONS, 23, 16)],
    ),
    (
        "a class of an association that is dissolved",
        edited(ASSOCIATIONS, "jusqu_a: 2026-06-30", "jusqu_a: 2027-06-29"),
        [("A022", ASSOCIATIONS, 21, 15)],
    ),
    (
        "children from eighteen on",
        edited(ASSOCIATIONS, "ages: {de: 8}", "ages: {de: 18}, publics: [adultes, enfants]"),
        [("A023", ASSOCIATIONS, 23, 45)],
    ),
    (
        "a class without an end",
        edited(ASSOCIATIONS, ", jusqu_a: 2026-06-30", ""),
        [("E008", ASSOCIATIONS, 22, 22)],
    ),
    (
        "a class whose first day is not its own",
        edited(ASSOCIATIONS, "jour: mardi, jusqu_a: 2026-06-30", "jour: jeudi, jusqu_a: 2026-06-30"),
        [("E004", ASSOCIATIONS, 22, 22)],
    ),
    (
        "a class that ends before it begins",
        edited(ASSOCIATIONS, "fin: 2026-01-13 20:00", "fin: 2026-01-13 08:00"),
        [("E001", ASSOCIATIONS, 21, 58)],
    ),
    (
        "an age in letters",
        edited(ASSOCIATIONS, "ages: {de: 8}", "ages: {de: huit}"),
        [("C009", ASSOCIATIONS, 23, 21)],
    ),
]
