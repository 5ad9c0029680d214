"""Mistakes of calls, guides and letters (P)."""

from __future__ import annotations

from tests.mistakes.case import CALL, GUIDE, Case
from tests.towns import MINIATURE, edited

LETTER_OF = "---\ntitre: Décembre\nnumero: {1}\npublic: {0}\npublie_le: 2026-11-20\n---\n"

HOME, TITLE = "content/index.md", "titre: Bienvenue"

CASES: list[Case] = [
    *(
        (
            "a page named like a folder of files",
            {f"content/{name}.md": "---\ntitre: Une page\n---\nVoir.\n"},
            [("P030", f"content/{name}.md", 1, 1)],
        )
        for name in ("assets", "cartes", "deploiement", "documents", "images", "pagefind")
    ),
    (
        "a call that closes before it opens",
        edited("content/appels/serre.md", "cloture: 2026-12-01", "cloture: 2026-10-01"),
        [("P002", "content/appels/serre.md", 5, 10)],
    ),
    (
        "a file name longer than a disk bears with what is added",
        {GUIDE: None, f"content/guides/{'a' * 101}.md": MINIATURE[GUIDE]},
        [("P001", f"content/guides/{'a' * 101}.md", 1, 1)],
    ),
    (
        "a file name that is no address",
        {GUIDE: None, "content/guides/Semer été.md": MINIATURE[GUIDE]},
        [("P001", "content/guides/Semer été.md", 1, 1)],
    ),
    (
        "a legal page to which the town adds nothing",
        {"content/accessibilite.md": None},
        [],
    ),
    (
        "a guide that nobody read again",
        edited(GUIDE, "themes: [jardin]", "themes: [jardin]\na_revoir_avant: 2026-06"),
        [("P007", GUIDE, 6, 17)],
    ),
    (
        "a closed call on the home page",
        {
            **edited(CALL, "cloture: 2026-12-01", "cloture: 2026-11-15"),
            **edited("content/index.md", "Bonjour !", "Voyez [l'appel](appel:serre)."),
        },
        [("P008", "content/index.md", 5, 17)],
    ),
    (
        "an open call on the home page",
        edited("content/index.md", "Bonjour !", "Voyez [l'appel](appel:serre)."),
        [],
    ),
    (
        "a letter that is no month",
        {"content/lettre/decembre.md": "---\ntitre: Décembre\nnumero: 2\npublie_le: 2026-11-20\n---\n"},
        [("P003", "content/lettre/decembre.md", 2, 1)],
    ),
    (
        "a letter whose number is taken",
        {"content/lettre/2026-12.md": "---\ntitre: Décembre\nnumero: 1\npublie_le: 2026-11-20\n---\n"},
        [("P004", "content/lettre/2026-12.md", 3, 9)],
    ),
    (
        "two letters in a month, each for its readers",
        {
            "content/lettre/2026-12-associations.md": LETTER_OF.format("associations", 2),
            "content/lettre/2026-12-habitants.md": LETTER_OF.format("habitants", 2),
        },
        [],
    ),
    (
        "a letter whose name and readers differ",
        {"content/lettre/2026-12-associations.md": LETTER_OF.format("habitants", 2)},
        [("P003", "content/lettre/2026-12-associations.md", 4, 9)],
    ),
    (
        "a number that residents have received already, and associations too",
        {
            "content/lettre/2026-12.md": LETTER_OF.format("tous", 2),
            "content/lettre/2026-12-associations.md": LETTER_OF.format("associations", 2),
        },
        [("P004", "content/lettre/2026-12-associations.md", 3, 9)],
    ),
    (
        "a letter that never appears",
        edited("content/lettre/2026-11.md", "numero: 1\npublie_le: 2026-11-15", "numero: 1"),
        [("P012", "content/lettre/2026-11.md", 2, 1)],
    ),
    (
        "an editorial as long as a report",
        edited("content/lettre/2026-11.md", "Chères voisines", "Chères voisines\n" * 1000),
        [("P011", "content/lettre/2026-11.md", 6, 1)],
    ),
    (
        "an association that will be in the directory tomorrow",
        edited(
            "associations.yaml",
            "themes: [jardin]\n    objet",
            "themes: [jardin]\n    publie_le: 2026-11-22\n    objet",
        ),
        [("P005", "associations.yaml", 10, 16)],
    ),
    (
        "a guide dated tomorrow",
        edited(GUIDE, "publie_le: 2026-02-01", "publie_le: 2026-11-22"),
        [("P005", GUIDE, 4, 12)],
    ),
    (
        "a guide read again next year",
        edited(GUIDE, "themes: [jardin]", "themes: [jardin]\nrevu_le: 2027-01-01"),
        [("P010", GUIDE, 6, 10)],
    ),
    (
        "a shortcut to a page that is not there",
        edited(HOME, TITLE, f"{TITLE}\nraccourcis:\n  - {{titre: Semer, vers: /guides/semis/}}"),
        [("P057", HOME, 4, 26)],
    ),
    (
        "a shortcut to another site",
        edited(HOME, TITLE, f"{TITLE}\nraccourcis:\n  - {{titre: Semer, vers: www.semer.example}}"),
        [("C059", HOME, 4, 26)],
    ),
    (
        "a shortcut to a telephone that nobody has",
        edited(HOME, TITLE, f"{TITLE}\nraccourcis:\n  - {{titre: Appeler, vers: telephone}}"),
        [("P058", HOME, 4, 28)],
    ),
    (
        "shortcuts on another page",
        edited(
            "content/accessibilite.md",
            "titre: Accessibilité",
            "titre: Accessibilité\nraccourcis:\n  - {titre: Semer, vers: /guides/semer/}",
        ),
        [("P059", "content/accessibilite.md", 4, 3)],
    ),
    ("a home page that is missing", {"content/index.md": None}, [("P006", "content/index.md", 1, 1)]),
]
