"""Checks: a mistake, and the exact list of problems it yields as (code, path, line, column)."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.checks import Severity
from hub.checks.suggest import closest
from tests import towns
from tests.towns import edited

Files = dict[str, str | bytes | None]
Expected = list[tuple[str, str, int, int]]

ASSOCIATIONS, BUREAU, MINUTES = "associations.yaml", "bureau.yaml", "minutes/2026-03-10-bureau.md"
YOGA, GUIDE = "content/agenda/yoga.md", "content/guides/semer.md"

CASES: list[tuple[str, Files, Expected]] = [
    ("an unknown key", edited(ASSOCIATIONS, "objet:", "objets:"), [("C001", ASSOCIATIONS, 10, 5)]),
    (
        "an unknown key at the top of the directory",
        edited(
            ASSOCIATIONS,
            "themes:\n  - {id: jardin, nom: Jardin}\n",
            "theme: []\nthemes:\n  - {id: jardin, nom: Jardin}\n",
        ),
        [("C001", ASSOCIATIONS, 1, 1)],
    ),
    (
        "a missing field",
        edited(ASSOCIATIONS, "    nom: Cœur de chœur\n", ""),
        [("C002", ASSOCIATIONS, 12, 5)],
    ),
    (
        "a group for a text",
        edited(ASSOCIATIONS, "nom: Cœur de chœur", "nom: [Cœur]"),
        [("C003", ASSOCIATIONS, 13, 10)],
    ),
    (
        "a text for a list",
        edited(ASSOCIATIONS, "alias: [Licornes]", "alias: Licornes"),
        [("C004", ASSOCIATIONS, 6, 12)],
    ),
    (
        "a text for a group",
        edited(ASSOCIATIONS, "  - {id: jardin, nom: Jardin}", "  - jardin"),
        [("C005", ASSOCIATIONS, 2, 5)],
    ),
    (
        "a value out of a list",
        edited(ASSOCIATIONS, "statut: dissoute", "statut: disoute"),
        [("C006", ASSOCIATIONS, 18, 13)],
    ),
    (
        "a date in French order",
        edited(MINUTES, "publie_le: 2026-03-12", "publie_le: 12/03/2026"),
        [("C007", MINUTES, 5, 12)],
    ),
    (
        "a day that does not exist",
        edited(MINUTES, "publie_le: 2026-03-12", "publie_le: 2026-02-30"),
        [("C008", MINUTES, 5, 12)],
    ),
    ("words for a number", edited(BUREAU, "suppleants: 1}", "suppleants: un}"), [("C009", BUREAU, 2, 54)]),
    (
        "an id with an accent",
        edited(ASSOCIATIONS, "  - id: coeur", "  - id: cœur"),
        [("C010", ASSOCIATIONS, 12, 9)],
    ),
    (
        "an address that would run a script",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "site: javascript:alert(1)"),
        [("C011", ASSOCIATIONS, 11, 11)],
    ),
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
        [("B006", BUREAU, 7, 7)],
    ),
    ("a seat too few", edited(BUREAU, "nombre: 1", "nombre: 0"), [("B007", BUREAU, 7, 7)]),
    (
        "a commission's member without a seat",
        edited(BUREAU, "    vacants:", "    commissions: [{nom: Eau, membres: [coeur]}]\n    vacants:"),
        [("B008", BUREAU, 8, 40)],
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
        "a call that closes before it opens",
        edited("content/appels/serre.md", "cloture: 2026-12-01", "cloture: 2026-10-01"),
        [("P002", "content/appels/serre.md", 5, 10)],
    ),
    (
        "a file name that is no address",
        {GUIDE: None, "content/guides/Semer été.md": towns.MINIATURE[GUIDE]},
        [("P001", "content/guides/Semer été.md", 1, 1)],
    ),
    (
        "a text in a folder of nobody",
        {"content/idees/une.md": "---\ntitre: Une\n---\n"},
        [("T031", "content/idees/une.md", 1, 1)],
    ),
    (
        "raw HTML",
        edited(GUIDE, "De la terre.", "De la <b onclick='x()'>terre</b>."),
        [("L001", GUIDE, 11, 7)],
    ),
    (
        "a script",
        edited(GUIDE, "De la terre.", "<script>alert(1)</script>"),
        [("L001", GUIDE, 11, 1)],
    ),
    (
        "a comment, lost to the reader",
        edited(GUIDE, "De la terre.", "<!-- à revoir -->"),
        [("L001", GUIDE, 11, 1)],
    ),
    (
        "a key that leads nowhere",
        edited(GUIDE, "De la terre.", "Voir [eux](asso:licorne)."),
        [("L002", GUIDE, 11, 12)],
    ),
    (
        "a dangerous link",
        edited(GUIDE, "De la terre.", "[eux](java&#115;cript:alert%281%29)"),
        [("L003", GUIDE, 11, 7)],
    ),
    (
        "a link out of the site in disguise",
        edited(GUIDE, "De la terre.", "[eux](//ailleurs.example/)"),
        [("L003", GUIDE, 11, 7)],
    ),
    (
        "an address that the site does not have",
        edited(GUIDE, "De la terre.", "[eux](/licornes/)"),
        [("L004", GUIDE, 11, 7)],
    ),
    (
        "text cut at a comma",
        edited(MINUTES, "quoi: En acheter un,", "quoi: En acheter un, ou deux,"),
        [("C022", MINUTES, 10, 46)],
    ),
    (
        "a colon in a line of a list",
        edited(MINUTES, "[Arrosoirs]", "[Arrosoirs : lesquels]"),
        [("C015", MINUTES, 8, 17)],
    ),
    ("an empty line in a list", edited(MINUTES, "[Arrosoirs]", "['']"), [("C013", MINUTES, 8, 17)]),
    (
        "an hour for a day",
        edited(MINUTES, "publie_le: 2026-03-12", "publie_le: 2026-03-12 10:00"),
        [("C014", MINUTES, 5, 12)],
    ),
    ("a key with its accent", edited(YOGA, "categorie:", "catégorie:"), [("C001", YOGA, 5, 1)]),
    (
        "two addresses in one field",
        edited(ASSOCIATIONS, "contact@licornes.example", "a@b.example, c@d.example"),
        [("C016", ASSOCIATIONS, 11, 15)],
    ),
    (
        "a SIREN whose sum is wrong",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "siren: 732829321"),
        [("C021", ASSOCIATIONS, 11, 12)],
    ),
    (
        "an event in the folder of pages",
        {"content/fete.md": towns.MINIATURE[YOGA]},
        [("T033", "content/fete.md", 1, 1)],
    ),
    ("a folder out of its place", {"agenda/fete.md": towns.MINIATURE[YOGA]}, [("T032", "agenda", 1, 1)]),
    (
        "a legal page that is missing",
        {"content/accessibilite.md": None},
        [("P006", "content/accessibilite.md", 1, 1)],
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
        {YOGA: None, "content/agenda/suite-du-yoga.md": towns.MINIATURE[YOGA]},
        [("E005", "content/agenda/suite-du-yoga.md", 2, 1)],
    ),
    (
        "an image of another site",
        edited(GUIDE, "De la terre.", "![a](https://b.example/c.jpg)"),
        [("L005", GUIDE, 11, 6)],
    ),
    (
        "an address with a space",
        edited(GUIDE, "De la terre.", "[a](https://b.ex ample/)"),
        [("L006", GUIDE, 11, 5)],
    ),
    ("an address of nothing", edited(GUIDE, "De la terre.", "[a](https://)"), [("L003", GUIDE, 11, 5)]),
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
        [("B006", BUREAU, 7, 7), ("B009", BUREAU, 8, 91)],
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
        "two sets of minutes for one meeting",
        {"minutes/2026-03-10-bureau-bis.md": towns.MINIATURE[MINUTES]},
        [("M006", "minutes/2026-03-10-bureau-bis.md", 3, 7)],
    ),
    (
        "minutes without an agenda",
        edited(MINUTES, "ordre_du_jour: [Arrosoirs]\n", ""),
        [("M007", MINUTES, 3, 1)],
    ),
    (
        "an action of nobody",
        edited(MINUTES, "qui: [Licornes], echeance: 2026-04, etat: fait", "etat: a-faire"),
        [("M008", MINUTES, 10, 5)],
    ),
    (
        "a draft of last spring",
        edited(MINUTES, "statut: adopte", "statut: projet"),
        [("M009", MINUTES, 4, 9)],
    ),
    (
        "a guide that nobody read again",
        edited(GUIDE, "themes: [jardin]", "themes: [jardin]\na_revoir_avant: 2026-06"),
        [("P007", GUIDE, 6, 17)],
    ),
    (
        "an alias that is another's id",
        edited(ASSOCIATIONS, "alias: [Licornes]", "alias: [Licornes, coeur]"),
        [("A002", ASSOCIATIONS, 6, 23)],
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
    (
        "a hidden character in a title",
        edited(GUIDE, "titre: Semer", 'titre: "Se\\x01mer"'),
        [("T004", GUIDE, 2, 8)],
    ),
    (
        "an address with hidden recipients",
        edited(ASSOCIATIONS, "contact@licornes.example", "a@b.example?bcc=c%40d.example"),
        [("C016", ASSOCIATIONS, 11, 15)],
    ),
    ("an empty heading", edited(GUIDE, "## Après", "##"), [("L007", GUIDE, 13, 1)]),
    ("a second title of the page", edited(GUIDE, "## Après", "# Après"), [("L008", GUIDE, 13, 1)]),
    ("a heading that skips a level", edited(GUIDE, "## Après", "#### Après"), [("L008", GUIDE, 13, 1)]),
    (
        "a link that says nothing",
        edited(GUIDE, "De la terre.", "Voir [ici](/agenda/)."),
        [("L009", GUIDE, 11, 6)],
    ),
    (
        "HTML in the directory",
        edited(ASSOCIATIONS, "Planter, arroser", "<i>Planter</i>"),
        [("L001", ASSOCIATIONS, 10, 12)],
    ),
]


@pytest.mark.parametrize(("files", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_mistake_yields_exactly_its_problems(tmp_path: Path, files: Files, expected: Expected) -> None:
    problems = towns.inspected(tmp_path, files).problems
    found = [(p.code, p.path, p.line, p.column) for p in problems]
    assert sorted(found) == sorted(expected), "\n".join(map(str, problems))


def test_the_miniature_has_no_problem_at_all(tmp_path: Path) -> None:
    assert towns.inspected(tmp_path).problems == []


WARNINGS = {"A003", "A004", "A005", "B010", "B011", "M007", "M008", "M009", "L009", "P005", "P007", "T030"}


def test_only_what_may_be_right_is_a_warning(tmp_path: Path) -> None:
    """A warning must never block somebody else's correction; everything else must."""
    for number, (name, files, _) in enumerate(CASES):
        for problem in towns.inspected(tmp_path / str(number), files).problems:
            assert (problem.severity is Severity.WARNING) == (problem.code in WARNINGS), name


def test_a_mistake_in_an_association_does_not_cascade_to_those_who_name_it(tmp_path: Path) -> None:
    files = edited(ASSOCIATIONS, "  - id: licornes\n", "  - id: licornes\n    sit: x\n")
    problems = towns.inspected(tmp_path, files).problems
    assert [(p.code, p.path) for p in problems] == [("C001", ASSOCIATIONS)]


def test_an_unreadable_directory_is_one_problem(tmp_path: Path) -> None:
    problems = towns.inspected(tmp_path, {ASSOCIATIONS: "themes: [\n"}).problems
    assert [(p.code, p.path) for p in problems] == [("T010", ASSOCIATIONS)]


def test_a_mistake_in_one_register_does_not_hide_those_of_another(tmp_path: Path) -> None:
    files = {
        **edited(BUREAU, "role: titulaire", "role: titulair"),
        **edited(GUIDE, "De la terre.", "Voir [eux](asso:licorne)."),
        **edited("mkdocs.yml", "    commune: Mini\n", ""),
    }
    problems = towns.inspected(tmp_path, files).problems
    assert [(p.code, p.path) for p in problems] == [("C006", BUREAU), ("L002", GUIDE), ("C002", "mkdocs.yml")]


def test_a_text_that_cannot_be_read_is_not_blamed_on_those_who_link_to_it(tmp_path: Path) -> None:
    files = {
        **edited(GUIDE, "titre: Semer", "titre: Semer : encore"),
        **edited("content/actualites/pluie.md", "Enfin.", "Voir [le guide](guide:semer)."),
    }
    problems = towns.inspected(tmp_path, files).problems
    assert [(p.code, p.path) for p in problems] == [("T012", GUIDE)]


def test_an_unreadable_bureau_does_not_make_every_college_unknown(tmp_path: Path) -> None:
    problems = towns.inspected(tmp_path, {BUREAU: "colleges: ["}).problems
    assert [(p.code, p.path) for p in problems] == [("T010", BUREAU)]


def test_a_publication_in_the_future_is_a_warning(tmp_path: Path) -> None:
    found = towns.inspected(tmp_path, edited(GUIDE, "publie_le: 2026-02-01", "publie_le: 2027-02-01"))
    assert [(p.code, p.severity) for p in found.problems] == [("P005", Severity.WARNING)]
    assert found.sound


def test_a_spelling_that_is_close_is_suggested(tmp_path: Path) -> None:
    files = edited(MINUTES, "presents: [Licornes]", "presents: [Lycornes]")
    (problem,) = towns.inspected(tmp_path, files).problems
    assert str(problem) == (
        "minutes/2026-03-10-bureau.md:6:12: erreur A012 « Lycornes » n'est pas dans l'annuaire. "
        "Vouliez-vous dire « Licornes » ?"
    )


def test_what_is_to_be_confirmed_is_as_if_it_were_not_given(tmp_path: Path) -> None:
    files = edited(
        ASSOCIATIONS,
        "courriel: contact@licornes.example",
        "courriel: a-confirmer\n    publics: [a-confirmer]",
    )
    hub = towns.hub_of(tmp_path, files)
    assert (hub.by_id["licornes"].courriel, hub.by_id["licornes"].publics) == (None, ())


def test_a_web_address_without_its_scheme_is_completed(tmp_path: Path) -> None:
    (problem,) = towns.inspected(tmp_path, edited(GUIDE, "De la terre.", "[a](www.b.example/c)")).problems
    assert problem.code == "L004"
    assert "https://www.b.example/c" in problem.remedy


def test_the_town_is_suggested_as_an_organiser(tmp_path: Path) -> None:
    (problem,) = towns.inspected(tmp_path, edited(YOGA, "[licornes]", "[Vile]")).problems
    assert problem.remedy == "Vouliez-vous dire « ville » ?"


def test_nothing_far_is_ever_suggested() -> None:
    assert closest("tondeuse", ["licornes", "coeur"]) is None


def test_a_suggestion_ignores_accents_and_case() -> None:
    assert closest("COLLÈGE", ["college", "commune"]) == "college"


def test_a_thousand_mistakes_are_a_thousand_problems(tmp_path: Path) -> None:
    rows = "".join(
        f"  - {{id: a{n}, nom: Nom {n}, statut: a-confirmer, college: inconnu}}\n" for n in range(1000)
    )
    files = {ASSOCIATIONS: towns.MINIATURE[ASSOCIATIONS] + rows}
    codes = [p.code for p in towns.inspected(tmp_path, files).problems]
    assert codes == ["A011"] * 1000


def test_problems_come_by_file_then_line(tmp_path: Path) -> None:
    files = {
        **edited(ASSOCIATIONS, "statut: dissoute", "statut: perdue"),
        **edited(GUIDE, "De la terre.", "<b>"),
    }
    problems = towns.inspected(tmp_path, files).problems
    assert problems == sorted(problems, key=lambda p: (p.path, p.line, p.column))
