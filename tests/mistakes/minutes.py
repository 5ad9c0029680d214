"""Mistakes of minutes and meetings (M)."""

from __future__ import annotations

from tests.mistakes.case import BUREAU, MINUTES, Case
from tests.towns import MINIATURE, edited

BODY = "## Arrosoirs\n\nLes [Licornes](asso:licornes) en veulent un : lequel ?\n"

FORMER_TERM = """\
  - debut: 2023-09-20
    fin: 2025-09-19
    sieges:
      - {association: licornes, college: vert, role: titulaire}
    vacants:
      - {college: vert, role: suppleant, nombre: 1}
"""

CASES: list[Case] = [
    *(
        (
            f"a heading typed as {line}",
            edited(MINUTES, BODY, f"Tout le monde est là.\n\n{line}\n\nLesquels ?\n"),
            [("M020", MINUTES, 15, 1)],
        )
        for line in (
            "Arrosoirs",
            "ARROSOIRS :",
            "**Arrosoirs**",
            "1. Arrosoirs",
            "I) Arrosoirs.",
            "**1) Arrosoirs :**",
        )
    ),
    *(
        (f"no heading: {name}", edited(MINUTES, BODY, text), [])
        for name, text in (
            ("a heading", "### Bilan\n\n## 1. Arrosoirs\n\nArrosoirs\n".replace("### Bilan\n\n", "")),
            ("a sentence", "Arrosoirs verts.\n\nLes arrosoirs\n"),
            ("an item", "- Arrosoirs\n"),
        )
    ),
    *(
        (
            f"the follow-up written twice: {name}",
            edited(MINUTES, BODY, text),
            [("M021", MINUTES, line, column)],
        )
        for name, text, line, column in (
            ("a heading", "## Synthèse et suivi\n\nVoir plus haut.\n", 13, 4),
            ("a bold line", "Bon.\n\n**SYNTHÈSE ET SUIVI :**\n", 15, 1),
            (
                "a table",
                "Bon.\n\n| Projet | Quoi | Qui | Échéance |\n|---|---|---|---|\n| a | b | c | d |\n",
                15,
                2,
            ),
        )
    ),
    *(
        (
            f"in charge: {name}",
            edited(MINUTES, "qui: [Licornes]", f"qui: [Licornes, {name}]"),
            [("M022", MINUTES, 10, 62)],
        )
        for name in ("Marie", "Marie D.", "Jean-Paul", "Marie et Paul", "Hélène B")
    ),
    *(
        (
            f"in charge, and no person: {name}",
            edited(MINUTES, "qui: [Licornes]", f"qui: [Licornes, {name}]"),
            [],
        )
        for name in ("service vie associative", "Présidence", "Les Amis de Marie", "Ville")
    ),
    (
        "minutes of another day than their file",
        edited(MINUTES, "\ndate: 2026-03-10", "\ndate: 2026-03-11"),
        [("M001", MINUTES, 3, 7)],
    ),
    (
        "minutes of a meeting to come",
        {
            MINUTES: None,
            "minutes/2027-01-05-bureau.md": (
                "---\ninstance: bureau\ndate: 2027-01-05\nstatut: projet\nordre_du_jour: [Eau]\n---\n"
            ),
        },
        [("M003", "minutes/2027-01-05-bureau.md", 3, 7)],
    ),
    (
        "present and excused at once",
        edited(MINUTES, "excuses: [Cœur de chœur]", "excuses: [licornes]"),
        [("M004", MINUTES, 7, 11)],
    ),
    (
        "a next meeting before this one",
        edited(MINUTES, "prochaine: 2026-05-12 18:30", "prochaine: 2025-05-12"),
        [("M005", MINUTES, 11, 12)],
    ),
    (
        "two sets of minutes for one meeting",
        {"minutes/2026-03-10-bureau-bis.md": MINIATURE[MINUTES]},
        [("M006", "minutes/2026-03-10-bureau-bis.md", 3, 7)],
    ),
    (
        "minutes without an agenda",
        edited(MINUTES, "ordre_du_jour: [Arrosoirs]\n", ""),
        [("M007", MINUTES, 2, 1)],
    ),
    (
        "a draft of last spring",
        edited(MINUTES, "statut: adopte", "statut: projet"),
        [("M009", MINUTES, 4, 9)],
    ),
    (
        "a meeting of an unknown day",
        {
            MINUTES: None,
            "minutes/2026-03-bureau.md": MINIATURE[MINUTES].replace("date: 2026-03-10", "date: 2026-03"),
        },
        [("M002", "minutes/2026-03-bureau.md", 3, 7)],
    ),
    (
        "an action of nobody",
        edited(MINUTES, "qui: [Licornes], echeance: 2026-04, etat: fait", "echeance: 2026-12, etat: a-faire"),
        [("M008", MINUTES, 10, 5)],
    ),
    (
        "an action without a deadline",
        edited(MINUTES, "echeance: 2026-04, etat: fait", "etat: en-cours"),
        [("M012", MINUTES, 10, 5)],
    ),
    (
        "an action that was done in its time",
        edited(MINUTES, "qui: [Licornes], echeance: 2026-04, etat: fait", "etat: fait"),
        [],
    ),
    (
        "somebody at the bureau who has no seat",
        edited(MINUTES, "presents: [Licornes]", "presents: [Licornes, dragons]"),
        [("M010", MINUTES, 6, 22)],
    ),
    (
        "a guest of whom the text speaks",
        {
            MINUTES: MINIATURE[MINUTES].replace("presents: [Licornes]", "presents: [Licornes, dragons]")
            + "\nL'amicale <des> dragons & co était invitée.\n".replace("<des>", "des")
        },
        [],
    ),
    (
        "a member of whom nothing is said",
        edited(MINUTES, "presents: [Licornes]", "presents: []"),
        [("M011", MINUTES, 6, 11)],
    ),
    (
        "half a year between two bureaux",
        {
            "minutes/2026-09-15-bureau.md": MINIATURE[MINUTES]
            .replace("date: 2026-03-10", "date: 2026-09-15")
            .replace("2026-05-12", "2026-12-08")
        },
        [("M013", "minutes/2026-09-15-bureau.md", 3, 7)],
    ),
    (
        "minutes of long ago that do not say who was absent, and a hole between them",
        {
            BUREAU: MINIATURE[BUREAU] + FORMER_TERM,
            "minutes/2024-11-19-bureau.md": MINIATURE[MINUTES]
            .replace("date: 2026-03-10", "date: 2024-11-19")
            .replace("2026-05-12", "2025-01-14")
            .replace("presents: [Licornes]", "presents: []")
            .replace("publie_le: 2026-03-12", "publie_le: 2024-11-21"),
        },
        [],
    ),
    ("no plenary for a year", {"minutes/2026-01-24-pleniere.md": None}, [("M014", BUREAU, 4, 12)]),
    (
        "an association present twice",
        edited(MINUTES, "presents: [Licornes]", "presents: [Licornes, licornes]"),
        [("M015", MINUTES, 6, 22)],
    ),
    (
        "minutes of this year that nobody is told of",
        edited(MINUTES, "publie_le: 2026-03-12\n", ""),
        [("M016", MINUTES, 2, 1)],
    ),
    (
        "minutes of a year and a day ago, put here for memory",
        {
            "minutes/2025-11-19-commission.md": (
                "---\ninstance: commission\ndate: 2025-11-19\nstatut: adopte\nordre_du_jour: [Eau]\n---\n"
            )
        },
        [],
    ),
    (
        "an action whose state nobody wrote, done by nobody",
        edited(MINUTES, "qui: [Licornes], echeance: 2026-04, etat: fait", "echeance: 2026-12"),
        [("M008", MINUTES, 10, 5)],
    ),
]
