"""What forms, spreadsheets and phones write, where a clerk wrote something else."""

from __future__ import annotations

from hub.catalogue.rule import Files
from tests.mistakes.case import ASSOCIATIONS, GUIDE, MINUTES, YOGA, Case
from tests.towns import edited

MAIL = "    courriel: contact@licornes.example\n"
BEGIN = "debut: 2026-11-03 18:30\n"
SIDES = "<<<<<<< HEAD\n{0}=======\n{0}>>>>>>> autre\n"


def _field(line: str) -> Files:
    """One more line in the card of the Licornes, the eleventh."""
    return edited(ASSOCIATIONS, MAIL, f"    {line}\n{MAIL}")


def _postal(code: str) -> Files:
    return _field(f"adresse: {{voie: 1 rue des Pots, code_postal: {code}}}")


_NOTHINGS = ("null", "Null", "NULL", "~", '""')
_PROGRAMS = ("undefined", "NaN", "None", '"null"', "'#N/A'", "'[object Object]'", "Invalid date", "N/A")
_HTML = (
    "Semer&nbsp;!",
    "Semer &amp; planter",
    "L&#39;eau",
    "Semer<br>planter",
    "<p>Semer</p>",
    "<B>Semer</B>",
)
_AS_MEANT = (
    "Semer & planter",
    "R&D; et semis",
    "Semer <des> graines",
    "a < b",
    "Nonexistent",
    "L'eau, «\u00a0le\u00a0» reste\u200b",
    "\u00a0Semer\u00ad\u00a0",
)
_ZONED = (
    "2026-11-03T17:30:00Z",
    "2026-11-03T17:30:00.000Z",
    "2026-11-03T17:30Z",
    "2026-11-03 17:30 UTC",
    "2026-11-03T17:30:00+00:00",
    "2026-11-03T18:30:00+01:00",
)

CASES: list[Case] = [
    *(
        (f"a list of nothing: {word}", edited(YOGA, "[licornes]", f"[{word}]"), [("C013", YOGA, 6, 17)])
        for word in _NOTHINGS
    ),
    *(
        (
            f"a field of nothing: {word}",
            edited(GUIDE, "resume: Mettre une graine en terre.", f"resume: {word}"),
            [],
        )
        for word in _NOTHINGS
    ),
    *(
        (
            f"the word of a program: {word}",
            edited(GUIDE, "titre: Semer", f"titre: {word}"),
            [("C044", GUIDE, 2, 8)],
        )
        for word in _PROGRAMS
    ),
    (
        "the word of a program in a list",
        edited(MINUTES, "[Arrosoirs]", "[Arrosoirs, undefined]"),
        [("C044", MINUTES, 8, 28)],
    ),
    *(
        (
            f"what a rich editor left: {words}",
            edited(GUIDE, "titre: Semer", f"titre: {words}"),
            [("C046", GUIDE, 2, 8 + max(words.find("&"), words.find("<")))],
        )
        for words in _HTML
    ),
    *(
        (f"words as they are meant: {words}", edited(GUIDE, "titre: Semer", f'titre: "{words}"'), [])
        for words in _AS_MEANT
    ),
    *(
        (
            f"an hour that says its zone: {hour}",
            edited(YOGA, BEGIN, f"debut: {hour}\n"),
            [("C045", YOGA, 3, 8)],
        )
        for hour in _ZONED
    ),
    (
        "an hour as a form of the browser writes it",
        edited(YOGA, BEGIN, "debut: 2026-11-03T18:30\n"),
        [],
    ),
    (
        "a day of publication with the midnight of a form",
        edited(MINUTES, "publie_le: 2026-03-12", "publie_le: 2026-03-12T00:00"),
        [("C014", MINUTES, 5, 12)],
    ),
    ("a postal code without its zero", _postal("1000"), [("C026", ASSOCIATIONS, 11, 50)]),
    ("a postal code with its zero", _postal("01000"), []),
    ("a phone without its zero", _field("telephone: 146756000"), [("C017", ASSOCIATIONS, 11, 16)]),
    ("a phone as a measure", _field("telephone: 1.46756E+08"), [("C017", ASSOCIATIONS, 11, 16)]),
    ("a SIREN without its zeros", _field("siren: 18"), [("C019", ASSOCIATIONS, 11, 12)]),
    ("a SIRET as a measure", _field("siret: 4.43061841E+13"), [("C020", ASSOCIATIONS, 11, 12)]),
    ("a RNA without its letter", _field("rna: 921001234"), [("C018", ASSOCIATIONS, 11, 10)]),
    (
        "a conflict in a register",
        edited(ASSOCIATIONS, MAIL, SIDES.format(MAIL)),
        [("T005", ASSOCIATIONS, 11, 1)],
    ),
    (
        "a conflict above a text",
        edited(GUIDE, "titre: Semer\n", SIDES.format("titre: Semer\n")),
        [("T005", GUIDE, 2, 1)],
    ),
    (
        "a conflict in a text",
        edited(GUIDE, "De la terre.\n", SIDES.format("De la terre.\n")),
        [("T005", GUIDE, 11, 1)],
    ),
    (
        "what is left of a conflict in a register",
        edited(ASSOCIATIONS, MAIL, f"{MAIL}=======\n"),
        [("T005", ASSOCIATIONS, 12, 1)],
    ),
    (
        "what is left of a conflict above a text",
        edited(GUIDE, "titre: Semer\n", "titre: Semer\n=======\n"),
        [("T005", GUIDE, 3, 1)],
    ),
    (
        "a file that was begun, and has no name nor title yet",
        {"content/actualites/a-nommer.md": "---\ntitre:\n---\nIl neige.\n"},
        [("C002", "content/actualites/a-nommer.md", 2, 1), ("T056", "content/actualites/a-nommer.md", 1, 1)],
    ),
    (
        "a title that is underlined, which is no conflict",
        edited(GUIDE, "## Avant\n", "Avant\n=======\n"),
        [("L016", GUIDE, 10, 1)],
    ),
]
