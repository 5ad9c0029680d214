"""Mistakes of grants and of trainings (G)."""

from __future__ import annotations

from hub.catalogue.grants import GRANT, LEFT, PATH, TRAINING
from tests.mistakes.case import Case
from tests.towns import edited

DATE = "---\ntitre: Semis\ndebut: 2027-02-09 18:30\ncategorie: formation\norganisateurs: [ville]\n---\n"
AMOUNT = "montant: 1 200,50"


def _amount(written: str) -> dict[str, object]:
    return edited(PATH, AMOUNT, f"montant: {written}")


def _more(lines: str) -> dict[str, object]:
    return edited(PATH, GRANT, GRANT + lines)


CASES: list[Case] = [
    *(
        (f"an amount that people write, {one}", _amount(one), [])
        for one in (
            "23000",
            "1 200,5",
            "1200.50",
            "23 000 €",
            "23\u202f000 €",
            "12 euros",
            "150 EUR",
            '"7,05"',
        )
    ),
    *(
        (f"an amount that nobody can read, {one}", _amount(one), [("G001", PATH, 5, 18)])
        for one in ("1.200", "1.200,50", "douze", "12 k€", "0", "-40", "1 20", "12,505", "12 $")
    ),
    (
        "an amount whose cents fell off at a comma",
        edited(
            PATH,
            GRANT,
            "      - {association: licornes, montant: 1 200,50, objet: Un seau, decision: 2026-03-30}\n",
        ),
        [("C022", PATH, 4, 48)],
    ),
    (
        "a grant for nobody of the directory",
        edited(PATH, "association: licornes", "association: licorne"),
        [("A012", PATH, 4, 22)],
    ),
    (
        "two grants that make more than the threshold together",
        edited(
            PATH,
            GRANT,
            GRANT.replace("1 200,50", "20 000")
            + GRANT.replace("1 200,50", "5 000").replace("licornes", "Licornes").replace("arrosoir", "seau"),
        ),
        [("G005", PATH, 4, 9)],
    ),
    (
        "what is given in kind needs no convention",
        edited(PATH, GRANT, GRANT.replace("1 200,50", "40 000") + "        nature: nature\n"),
        [],
    ),
    (
        "exactly the threshold",
        edited(PATH, AMOUNT, "montant: 23 000"),
        [],
    ),
    (
        "two campaigns for a year",
        edited(PATH, "subventions:\n", "subventions:\n  - annee: 2026\n"),
        [("G002", PATH, 3, 12)],
    ),
    (
        "a grant that was pasted twice, the second time by another name",
        _more(GRANT.replace("licornes", "Licornes").replace("1 200,50", "1200.50")),
        [("G003", PATH, 10, 16)],
    ),
    (
        "more than the budget has",
        edited(PATH, "annee: 2026", "annee: 2026\n    enveloppe: 1 200"),
        [("G008", PATH, 3, 16)],
    ),
    (
        "a last payment without a first",
        _more("        verse_au: 2026-06-30\n"),
        [("G007", PATH, 8, 19)],
    ),
    (
        "a convention to be signed",
        _more("        convention: 2027-01-15\n"),
        [("G006", PATH, 8, 21)],
    ),
    (
        "a call that nobody wrote",
        edited(PATH, "annee: 2026", "annee: 2026\n    appels: [serres]"),
        [("G004", PATH, 3, 14)],
    ),
    (
        "a date that nobody wrote",
        edited(PATH, "annee: 2026", "annee: 2026\n    dates: [oubliee]"),
        [("G004", PATH, 3, 13)],
    ),
    (
        "a purpose that the national schema has no room for",
        edited(PATH, "objet: Un arrosoir pour deux", f"objet: {'a' * 257}"),
        [("C050", PATH, 6, 16)],
    ),
    (
        "more places left than there are",
        edited(TRAINING, LEFT, f"{LEFT}restantes: 9\nrestantes_le: 2026-11-20\n"),
        [("G010", TRAINING, 8, 12)],
    ),
    (
        "places that are left since nobody knows when",
        edited(TRAINING, LEFT, f"{LEFT}restantes: 0\n"),
        [("G011", TRAINING, 8, 12)],
    ),
    (
        "places that somebody will count",
        edited(TRAINING, LEFT, f"{LEFT}restantes: 2\nrestantes_le: 2026-12-01\n"),
        [("G011", TRAINING, 9, 15)],
    ),
    (
        "a session that is a file of the calendar too",
        {"content/agenda/formation-semis.md": DATE},
        [("G012", TRAINING, 10, 12)],
    ),
    (
        "a session that ends before it begins",
        edited(TRAINING, "fin: 2027-01-12 20:00", "fin: 2027-01-12 18:00"),
        [("E001", TRAINING, 11, 10)],
    ),
    (
        "a theme with a letter too much",
        {"content/formations/boutures.md": "---\ntitre: Boutures\ntheme: Jardinages\nperiode: 2027\n---\n"},
        [("G013", "content/formations/boutures.md", 3, 8)],
    ),
    (
        "themes that are two",
        {"content/formations/boutures.md": "---\ntitre: Boutures\ntheme: Bricolage\nperiode: 2027\n---\n"},
        [],
    ),
]
