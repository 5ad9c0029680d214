"""Mistakes of exchanges, of rooms and of needs of volunteers (H)."""

from __future__ import annotations

from hub.catalogue.rule import Content
from tests.mistakes.case import Case
from tests.towns import edited

TABLES, ROOM, REGISTER = "content/echanges/tables.md", "content/salles/serre.md", "associations.yaml"
END = "jusqu_a: 2027-06-30"
MAIL = "    courriel: contact@licornes.example"


def _numbered(number: str) -> dict[str, Content]:
    return edited(ROOM, "capacite: 30", f"capacite: 30\nnumero_national: {number}")


CASES: list[Case] = [
    (
        "an exchange that ends before it appears",
        edited(TABLES, END, "jusqu_a: 2026-09"),
        [("H001", TABLES, 6, 10)],
    ),
    (
        "an exchange that will be settled tomorrow",
        edited(TABLES, END, f"{END}\npourvu_le: 2026-11-22"),
        [("H002", TABLES, 7, 12)],
    ),
    ("an exchange settled today", edited(TABLES, END, f"{END}\npourvu_le: 2026-11-21"), []),
    (
        "an exchange for ten years",
        edited(TABLES, END, "jusqu_a: 2036-06-30"),
        [("H003", TABLES, 6, 10)],
    ),
    ("an exchange for a year", edited(TABLES, END, "jusqu_a: 2027-10-05"), []),
    (
        "an exchange for a year and a day",
        edited(TABLES, END, "jusqu_a: 2027-10-06"),
        [("H003", TABLES, 6, 10)],
    ),
    (
        "an exchange of an association that is no more",
        edited(TABLES, "association: licornes", "association: dragons"),
        [("H004", TABLES, 5, 14)],
    ),
    (
        "one that was settled while it was alive",
        edited(
            TABLES, f"association: licornes\n{END}", f"association: dragons\n{END}\npourvu_le: 2026-11-12"
        ),
        [],
    ),
    (
        "volunteers for an association that is no more",
        edited(REGISTER, "statut: dissoute", "statut: dissoute\n    benevoles: [{quoi: Souffler}]"),
        [("H004", REGISTER, 19, 16)],
    ),
    (
        "an exchange without an end",
        edited(TABLES, f"{END}\n", ""),
        [("C002", TABLES, 2, 1)],
    ),
    (
        "an exchange of somebody that the directory does not know",
        edited(TABLES, "association: licornes", "association: licorne"),
        [("A012", TABLES, 5, 14)],
    ),
    ("an exchange of the town", edited(TABLES, "association: licornes", "association: ville"), []),
    (
        "somebody's own telephone for tables",
        edited(TABLES, "contact: contact@licornes.example", "contact: 06 39 98 00 12"),
        [("V001", TABLES, 7, 10)],
    ),
    (
        "somebody's own telephone for a room",
        edited(ROOM, "contact: salles@mini.example", "contact: 06 39 98 00 12"),
        [("V001", ROOM, 7, 10)],
    ),
    *(
        (f"a room whose national number is {why}", _numbered(number), [("H020", ROOM, 5, 18)])
        for why, number in (
            ("without its town", "04010101-001"),
            ("without its rank", "92046-04010101"),
            ("in one piece", "9204604010101001"),
        )
    ),
    ("a room of Corsica in the national list", _numbered("2A004-04010101-001"), []),
    (
        "a need for a day that goes on until another",
        edited(
            REGISTER, MAIL, f"{MAIL}\n    benevoles: [{{quoi: Semer, date: 2027-03-01, jusqu_a: 2027-04}}]"
        ),
        [("H010", REGISTER, 12, 58)],
    ),
    (
        "a need of nobody in particular",
        edited(REGISTER, MAIL, f"{MAIL}\n    benevoles:\n      - {{quoi: Semer, nombre: 0}}"),
        [("C012", REGISTER, 13, 31)],
    ),
]
