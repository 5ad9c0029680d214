"""Mistakes of the calendar (E)."""

from __future__ import annotations

from tests.mistakes.case import YOGA, Case
from tests.towns import MINIATURE, edited

CASES: list[Case] = [
    (
        "an end before its beginning",
        edited(YOGA, "fin: 2026-11-03 19:30", "fin: 2026-11-03 17:30"),
        [("E001", YOGA, 4, 6)],
    ),
    (
        "an hour on one side only",
        edited(YOGA, "fin: 2026-11-03 19:30", "fin: 2026-11-03"),
        [("E001", YOGA, 4, 6)],
    ),
    (
        "a recurrence that misses its first day",
        edited(YOGA, "jour: mardi", "jour: jeudi"),
        [("E004", YOGA, 8, 13)],
    ),
    (
        "an exception that is no occurrence",
        edited(YOGA, "sauf: [2026-11-24]", "sauf: [2026-11-25]"),
        [("E006", YOGA, 8, 80)],
    ),
    ("cancelled: no", edited(YOGA, "publie_le:", "annule: non\npublie_le:"), [("E007", YOGA, 7, 9)]),
    (
        "the second Tuesday of every week",
        edited(YOGA, "jour: mardi,", "jour: mardi, rang: deuxieme,"),
        [("E003", YOGA, 8, 13)],
    ),
    (
        "a name kept for meetings",
        {YOGA: None, "content/agenda/suite-du-yoga.md": MINIATURE[YOGA]},
        [("E005", "content/agenda/suite-du-yoga.md", 2, 1)],
    ),
    (
        "a Tuesday of the year",
        edited(YOGA, "frequence: hebdomadaire", "frequence: annuelle"),
        [("E003", YOGA, 8, 13)],
    ),
    (
        "a weekly event that lasts a year",
        edited(YOGA, "fin: 2026-11-03 19:30", "fin: 2027-11-03 19:30"),
        [("E001", YOGA, 4, 6)],
    ),
    (
        "an event of no length",
        edited(YOGA, "fin: 2026-11-03 19:30", "fin: 2026-11-03 18:30"),
        [("E001", YOGA, 4, 6)],
    ),
    ("a Tuesday that never ends", edited(YOGA, ", jusqu_a: 2026-12-15", ""), [("E008", YOGA, 8, 13)]),
    (
        "a recurrence that ends before it begins",
        edited(YOGA, "jusqu_a: 2026-12-15, sauf: [2026-11-24]", "jusqu_a: 2026-10-15"),
        [("E009", YOGA, 8, 61)],
    ),
    (
        "a recurrence whose every day is an exception",
        edited(
            YOGA,
            "jusqu_a: 2026-12-15, sauf: [2026-11-24]",
            "jusqu_a: 2026-11-10, sauf: [2026-11-03, 2026-11-10]",
        ),
        [("E004", YOGA, 8, 13)],
    ),
    (
        "a recurrence of an unknown day",
        edited(YOGA, "debut: 2026-11-03 18:30\nfin: 2026-11-03 19:30", "debut: 2026-11"),
        [("E002", YOGA, 7, 13)],
    ),
    (
        "two events in one hall at one hour",
        {
            YOGA: MINIATURE[YOGA].replace("publie_le:", "lieu: {nom: Salle Verte}\npublie_le:"),
            "content/agenda/echecs.md": "---\ntitre: Échecs\ndebut: 2026-12-08 19:00\ncategorie: evenement\nlieu: {nom: salle verte}\n---\n",
        },
        [("E010", "content/agenda/echecs.md", 5, 7)],
    ),
    (
        "one event after the other in one hall",
        {
            YOGA: MINIATURE[YOGA].replace("publie_le:", "lieu: {nom: Salle Verte}\npublie_le:"),
            "content/agenda/echecs.md": "---\ntitre: Échecs\ndebut: 2026-12-08 19:30\ncategorie: evenement\nlieu: {nom: Salle Verte}\n---\n",
        },
        [],
    ),
    (
        "an event without an hour in a hall that is taken",
        {
            YOGA: MINIATURE[YOGA].replace("publie_le:", "lieu: {nom: Salle Verte}\npublie_le:"),
            "content/agenda/expo.md": "---\ntitre: Expo\ndebut: 2026-12-07\nfin: 2026-12-09\ncategorie: evenement\nlieu: {nom: Salle Verte}\n---\n",
        },
        [("E010", YOGA, 7, 7)],
    ),
    (
        "two events online at one hour",
        {
            YOGA: MINIATURE[YOGA].replace("publie_le:", "lieu: {nom: En ligne}\npublie_le:"),
            "content/agenda/echecs.md": "---\ntitre: Échecs\ndebut: 2026-12-08 19:00\ncategorie: evenement\nlieu: {nom: en ligne}\n---\n",
        },
        [],
    ),
    (
        "two dates for the associations on one day, at one place",
        {
            name: f"---\ntitre: X\ndebut: 2026-12-08 {hour}\ncategorie: reunion\nlieu: {{nom: Salle Verte}}\npublic: associations\n---\n"
            for name, hour in (("content/agenda/a.md", "18:30"), ("content/agenda/b.md", "18:30"))
        },
        [("E010", "content/agenda/b.md", 5, 7)],
    ),
    (
        "two dates for the associations on one day, the second of them cancelled",
        {
            name: f"---\ntitre: X\ndebut: 2026-12-08\ncategorie: reunion\npublic: associations\n{more}---\n"
            for name, more in (("content/agenda/a.md", ""), ("content/agenda/b.md", "annule: La neige.\n"))
        },
        [],
    ),
    (
        "a deadline for the associations on the day of a training",
        {
            name: f"---\ntitre: X\ndebut: 2026-12-08\ncategorie: {kind}\npublic: associations\n---\n"
            for name, kind in (("content/agenda/a.md", "formation"), ("content/agenda/b.md", "echeance"))
        },
        [],
    ),
    *(
        (
            f"a training for the associations at {hour}, on the day of their weekly class",
            {
                YOGA: MINIATURE[YOGA].replace("publie_le:", "public: associations\npublie_le:"),
                "content/agenda/x.md": f"---\ntitre: X\ndebut: 2026-12-08 {hour}\ncategorie: formation\npublic: associations\n---\n",
            },
            expected,
        )
        for hour, expected in (("09:00", []), ("19:00", [("E013", "content/agenda/x.md", 3, 8)]))
    ),
    (
        "two weekly dates for the associations at one hour, told once",
        {
            name: MINIATURE[YOGA].replace("publie_le:", "public: associations\npublie_le:")
            for name in (YOGA, "content/agenda/zumba.md")
        },
        [("E013", "content/agenda/zumba.md", 3, 8)],
    ),
    (
        "a recurrence with two ends",
        edited(YOGA, "jusqu_a: 2026-12-15,", "jusqu_a: 2026-12-15, nombre: 7,"),
        [("E011", YOGA, 8, 81)],
    ),
    (
        "a recurrence of so many times",
        edited(YOGA, "jusqu_a: 2026-12-15, sauf: [2026-11-24]", "nombre: 7"),
        [],
    ),
    (
        "a change that changes nothing",
        edited(YOGA, "sauf: [2026-11-24]", "changements: [{date: 2026-11-24}]"),
        [("E012", YOGA, 8, 87)],
    ),
    (
        "a change of a day that is none",
        edited(YOGA, "sauf: [2026-11-24]", "changements: [{date: 2026-11-25, annule: Grève}]"),
        [("E006", YOGA, 8, 94)],
    ),
    (
        "a change that loses its hour",
        edited(YOGA, "sauf: [2026-11-24]", "changements: [{date: 2026-11-24, debut: 2026-11-25}]"),
        [("E012", YOGA, 8, 87)],
    ),
    (
        "a name kept for a calendar",
        {YOGA: None, "content/agenda/formations.md": MINIATURE[YOGA]},
        [("E005", "content/agenda/formations.md", 2, 1)],
    ),
]
