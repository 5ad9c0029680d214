"""Mistakes of the calendar (E)."""

from __future__ import annotations

from tests.mistakes.case import YOGA, Case
from tests.towns import MINIATURE, edited


def yoga(rule: str) -> str:
    """The yoga, coming back so."""
    every = "frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-12-15, sauf: [2026-11-24]"
    return MINIATURE[YOGA].replace(every, rule)


def changed(*changes: str) -> str:
    """Five Tuesdays, some of them otherwise."""
    return yoga(f"frequence: hebdomadaire, nombre: 5, changements: [{', '.join(changes)}]")


def loto(debut: str, rule: str) -> str:
    return f"---\ntitre: Loto\ndebut: {debut}\ncategorie: evenement\nrecurrence: {{{rule}}}\n---\n"


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
        [("E004", YOGA, 8, 80)],
    ),
    (
        "a first day that is an exception",
        edited(YOGA, "sauf: [2026-11-24]", "sauf: [2026-11-24, 2026-11-03]"),
        [("E004", YOGA, 8, 92)],
    ),
    (
        "a first day that is cancelled",
        edited(YOGA, "sauf: [2026-11-24]", "changements: [{date: 2026-11-03, annule: Grève}]"),
        [],
    ),
    *(
        (f"dates that are no weekly rule: {rule}", {YOGA: yoga(rule)}, [])
        for rule in (
            "frequence: quotidienne, jusqu_a: 2026-11-05",
            "frequence: quotidienne, jour: [mardi, mercredi], nombre: 12",
            "frequence: hebdomadaire, jour: [mardi, jeudi], jusqu_a: 2026-12-15, sauf: [2026-11-12]",
            "frequence: mensuelle, jour: mardi, rang: [premier, troisieme], nombre: 6",
            "frequence: mensuelle, jour: [mardi], rang: [premier], nombre: 6",
            "dates: [2026-11-10, 2026-11-24 14:00]",
            "dates: [2026-11-03, 2026-11-10]",
            "dates: [2026-11-10, 2026-11-10 10:00], changements: [{date: 2026-11-10 10:00, annule: Grève}]",
            "dates: [2026-11-10, 2026-11-17], sauf: [2026-11-17]",
            "frequence: hebdomadaire, nombre: 3, dates: [2026-12-31]",
        )
    ),
    (
        "a weekday that is none, alone",
        {YOGA: yoga("frequence: hebdomadaire, jour: lundredi, nombre: 3")},
        [("C006", YOGA, 8, 45)],
    ),
    (
        "a rank that is none, in a list",
        {YOGA: yoga("frequence: mensuelle, jour: mardi, rang: [premier, second], nombre: 3")},
        [("C006", YOGA, 8, 65)],
    ),
    (
        "a recurrence that says nothing",
        {YOGA: yoga("jour: mardi, jusqu_a: 2026-12-15")},
        [("E020", YOGA, 8, 13)],
    ),
    (
        "an end beside a list of dates",
        {YOGA: yoga("dates: [2026-11-10], jusqu_a: 2026-12-15")},
        [("E020", YOGA, 8, 35)],
    ),
    (
        "a date of a list that is a month",
        {YOGA: yoga("dates: [2026-11-10, 2026-12]")},
        [("E021", YOGA, 8, 34)],
    ),
    (
        "an hour in a list of whole days",
        {YOGA: yoga("dates: [2026-11-10 14:00]").replace(" 18:30", "").replace(" 19:30", "")},
        [("E021", YOGA, 8, 22)],
    ),
    (
        "a list that begins before its first date",
        {YOGA: yoga("dates: [2026-11-10, 2026-10-27]")},
        [("E021", YOGA, 8, 21)],
    ),
    (
        "some weekdays, one day in two",
        {YOGA: yoga("frequence: quotidienne, intervalle: 2, jour: mardi, nombre: 3")},
        [("E003", YOGA, 8, 13)],
    ),
    (
        "two changes of one time",
        {
            YOGA: changed(
                "{date: 2026-11-10, annule: Grève}", "{date: 2026-11-10 18:30, debut: 2026-11-11 18:30}"
            )
        },
        [("E015", YOGA, 8, 106)],
    ),
    (
        "a change of a day that is left out",
        {
            YOGA: yoga(
                "frequence: hebdomadaire, nombre: 3, sauf: [2026-11-10], changements: [{date: 2026-11-10, annule: X}]"
            )
        },
        [("E015", YOGA, 8, 91)],
    ),
    *(
        (f"a day twice in {field}", {YOGA: yoga(rule)}, [("E015", YOGA, 8, column)])
        for field, rule, column in (
            ("dates", "dates: [2026-11-10, 2026-11-17, 2026-11-10 18:30]", 46),
            ("sauf", "frequence: hebdomadaire, nombre: 3, sauf: [2026-11-10, 2026-11-10]", 69),
        )
    ),
    (
        "a change of one of two times of a day, without its hour",
        {YOGA: yoga("dates: [2026-11-10, 2026-11-10 10:00], changements: [{date: 2026-11-10, annule: X}]")},
        [("E006", YOGA, 8, 74)],
    ),
    (
        "a change of an hour that is none",
        {YOGA: changed("{date: 2026-11-10 18:00, annule: X}")},
        [("E006", YOGA, 8, 71)],
    ),
    *(
        (f"a change onto another time, {onto}", {YOGA: changed(*changes)}, [("E016", YOGA, 8, 64)])
        for onto, changes in (
            ("of the rule", ["{date: 2026-11-10, debut: 2026-11-17 18:30}"]),
            ("that it overlaps", ["{date: 2026-11-10, debut: 2026-11-17 19:00}"]),
        )
    ),
    (
        "two changes onto one time",
        {
            YOGA: changed(
                "{date: 2026-11-10, debut: 2026-11-11 18:30}", "{date: 2026-11-17, debut: 2026-11-11 19:00}"
            )
        },
        [("E016", YOGA, 8, 109)],
    ),
    (
        "a change onto a time that is cancelled",
        {YOGA: changed("{date: 2026-11-10, debut: 2026-11-17 18:30}", "{date: 2026-11-17, annule: X}")},
        [],
    ),
    (
        "a weekend on two days that follow each other",
        {
            YOGA: yoga("frequence: hebdomadaire, jour: [mardi, mercredi], nombre: 3").replace(
                "fin: 2026-11-03 19:30", "fin: 2026-11-05 10:00"
            )
        },
        [("E016", YOGA, 8, 13)],
    ),
    *(
        (
            f"a change that ends {how}",
            {YOGA: changed(f"{{date: 2026-11-10, {change}}}")},
            [("E012", YOGA, 8, 64)],
        )
        for how, change in (
            ("before its own beginning", "fin: 2026-11-10 18:00"),
            ("when it begins", "fin: 2026-11-10 18:30"),
            ("before it is moved to", "debut: 2026-11-11 20:00, fin: 2026-11-11 19:30"),
            ("a year later", "fin: 2027-11-10 19:30"),
            ("without an hour", "fin: 2026-11-10"),
        )
    ),
    ("a change that ends at midnight", {YOGA: changed("{date: 2026-11-10, fin: 2026-11-10 24:00}")}, []),
    ("an end at midnight", edited(YOGA, "fin: 2026-11-03 19:30", "fin: 2026-11-03 24:00"), []),
    (
        "a beginning at midnight",
        edited(YOGA, "debut: 2026-11-03 18:30", "debut: 2026-11-03 24:00"),
        [("C008", YOGA, 3, 8)],
    ),
    (
        "a day that an exhibition open each day ends on, as the end of its first",
        {
            YOGA: yoga("frequence: quotidienne, jusqu_a: 2026-11-05").replace(
                "fin: 2026-11-03 19:30", "fin: 2026-11-05 19:30"
            )
        },
        [("E001", YOGA, 4, 6)],
    ),
    *(
        (f"on a day that not every period has: {debut}, {rule}", {YOGA: loto(debut, rule)}, expected)
        for debut, rule, expected in (
            ("2027-01-31", "frequence: mensuelle, nombre: 2", [("E017", YOGA, 3, 8)]),
            ("2027-01-30", "frequence: mensuelle, jusqu_a: 2027-02-28", [("E017", YOGA, 3, 8)]),
            ("2027-03-31", "frequence: mensuelle, jusqu_a: 2027-04-29", []),
            ("2027-01-31", "frequence: mensuelle, intervalle: 2, nombre: 4", []),
            ("2027-08-31", "frequence: mensuelle, intervalle: 2, nombre: 4", [("E017", YOGA, 3, 8)]),
            ("2027-07-31", "frequence: mensuelle, nombre: 2", []),
            ("2028-02-29", "frequence: annuelle, jusqu_a: 2030", [("E017", YOGA, 3, 8)]),
            ("2028-02-29", "frequence: annuelle, intervalle: 4, nombre: 3", []),
            ("2027-01-28", "frequence: mensuelle, nombre: 12", []),
        )
    ),
    *(
        (f"too much for one event: {rule}", {YOGA: yoga(rule)}, [("E018", YOGA, 8, column)])
        for rule, column in (
            ("frequence: quotidienne, jusqu_a: 2200", 47),
            ("frequence: hebdomadaire, jour: [mardi, jeudi], jusqu_a: 2046-11-03", 70),
            ("frequence: hebdomadaire, nombre: 1000, dates: [2027-01-01]", 47),
        )
    ),
    (
        "four hundred years that come back a thousand times",
        {
            YOGA: yoga("frequence: hebdomadaire, jour: mercredi, nombre: 1000")
            .replace("2026-11-03 18:30", "1800-01-01")
            .replace("2026-11-03 19:30", "2200-12-31")
        },
        [("E001", YOGA, 4, 6)],
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
