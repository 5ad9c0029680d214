"""Checks: a mistake, and the exact list of problems it yields as (code, path, line, column)."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.catalogue import CATALOGUE
from hub.catalogue.attachments import PNG
from hub.catalogue.rule import Files
from hub.checks import Severity
from hub.checks.suggest import closest
from tests import towns
from tests.mistakes import CASES
from tests.mistakes.case import ASSOCIATIONS, BUREAU, GUIDE, MINUTES, YOGA, Expected
from tests.towns import MINIATURE, edited


@pytest.mark.parametrize(("files", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_mistake_yields_exactly_its_problems(tmp_path: Path, files: Files, expected: Expected) -> None:
    problems = towns.inspected(tmp_path, files).problems
    found = [(p.code, p.path, p.line, p.column) for p in problems]
    assert sorted(found) == sorted(expected), "\n".join(map(str, problems))


def test_the_miniature_has_no_problem_at_all(tmp_path: Path) -> None:
    assert towns.inspected(tmp_path).problems == []


def test_what_may_be_right_is_a_warning_and_what_cannot_is_an_error() -> None:
    """A warning must never block somebody else's correction; everything else must."""
    checked = {code: rule for code, rule in CATALOGUE.items() if rule.asked == "check"}
    warnings = {code for code, rule in checked.items() if rule.severity is Severity.WARNING}
    assert " ".join(sorted(warnings)) == (
        "A003 A004 A005 A008 A014 A022 A023 A030 A032 A033 B010 B011 C044 C046 C049 C053 "
        "C057 C058 D002 D010 D012 D040 D042 E010 E013 E014 E017 G005 G008 G013 H003 H004 "
        "L009 L013 L015 L016 L017 L020 L021 L023 L024 L025 L026 L027 L028 M007 M008 M009 "
        "M010 M011 M012 M013 M014 M016 M020 M021 M022 M032 M033 M034 M035 M043 M047 M048 "
        "P005 P007 P008 P009 P011 P012 P020 P022 P024 P025 P049 Q007 Q010 Q015 S008 S010 "
        "S016 T030 T043 T060 T061 T062 T063 V005 V006 V007 V020 V021 V022"
    )


def test_every_rule_is_in_a_table_of_mistakes() -> None:
    told = {code for _, _, expected in CASES for code, *_ in expected}
    elsewhere = {code for code in CATALOGUE if code.startswith("T")}  # tests/test_sources.py
    elsewhere |= {code for code, rule in CATALOGUE.items() if rule.asked == "ready"}  # tests/test_ready.py
    published = {"A007", "A008", "P009", "E014"}  # tests/test_permanence.py, tests/test_announced.py
    assert set(CATALOGUE) - told - elsewhere - published == set()


def test_a_mistake_in_an_association_does_not_cascade_to_those_who_name_it(tmp_path: Path) -> None:
    files = edited(ASSOCIATIONS, "  - id: licornes\n", "  - id: licornes\n    sit: x\n")
    problems = towns.inspected(tmp_path, files).problems
    assert [(p.code, p.path) for p in problems] == [("C001", ASSOCIATIONS)]


def test_an_unreadable_directory_is_one_problem(tmp_path: Path) -> None:
    problems = towns.inspected(tmp_path, {ASSOCIATIONS: "themes: [\n"}).problems
    assert [(p.code, p.path) for p in problems] == [("T038", ASSOCIATIONS)]


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
    assert [(p.code, p.path) for p in problems] == [("T038", BUREAU)]


def test_a_field_that_cannot_be_read_hides_nothing_of_the_others_nor_of_the_text(tmp_path: Path) -> None:
    """Whoever corrects it would be told of them in a second round."""
    text = MINIATURE[MINUTES]
    for old, new in (
        ("excuses: [Cœur de chœur]", "excuses: [Sirènes]\nconsentement: oui, à demander"),
        ("ordre_du_jour: [Arrosoirs]", 'ordre_du_jour: ["- Eau"]'),
        ("projet: Arrosoirs,", "projet: '**Arrosoirs**',"),
        ("echeance: 2026-04", "echeance: le 3"),
        ("prochaine: 2026-05-12 18:30", "prochaine: 2026-02-30"),
        ("Les [Licornes]", "Le 1^{er} mars, Marie Terreau et les [Licornes]"),
    ):
        text = text.replace(old, new)
    problems = towns.inspected(tmp_path, {MINUTES: text}).problems
    assert [p.code for p in problems] == ["A012", "C027", "T062", "T060", "C007", "C008", "L028"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("instance: bureau", "instance: burau", "C006"),
        ("date: 2026-03-10", "date: 2026-02-30", "C008"),
        ("statut: adopte\n", "", "C002"),
        ("quoi: En acheter un, ", "", "C002"),
        ("excuses: [Cœur de chœur]", "excuse: [Cœur de chœur]", "C001"),
    ],
)
def test_even_one_that_must_be_there(tmp_path: Path, old: str, new: str, code: str) -> None:
    text = MINIATURE[MINUTES].replace(old, new).replace("Les [Licornes]", "Le 1^{er} mars, les [Licornes]")
    assert [p.code for p in towns.inspected(tmp_path, {MINUTES: text}).problems] == [code, "L028"]


def test_without_its_key_a_thing_is_no_half_either(tmp_path: Path) -> None:
    files = edited(ASSOCIATIONS, "  - id: licornes\n", "  - id: Les Licornes\n")
    assert towns.inspected(tmp_path, files).hub.halves == ()


def test_a_publication_in_the_future_is_a_warning(tmp_path: Path) -> None:
    found = towns.inspected(tmp_path, edited(GUIDE, "publie_le: 2026-02-01", "publie_le: 2027-02-01"))
    assert [(p.code, p.severity) for p in found.problems] == [("P005", Severity.WARNING)]
    assert found.sound


def test_a_spelling_that_is_close_is_suggested(tmp_path: Path) -> None:
    files = edited(MINUTES, "presents: [Licornes]", "presents: [Lycornes]")
    (problem,) = towns.inspected(tmp_path, files).problems
    assert str(problem) == (
        "minutes/2026-03-10-bureau.md:6:12: erreur A012 « Lycornes » n'est pas dans l'annuaire. "
        "Vouliez-vous dire « Licornes » (associations.yaml:6) ?"
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


def test_names_beside_the_brackets_of_an_empty_list_are_shown_in_them(tmp_path: Path) -> None:
    (problem,) = towns.inspected(tmp_path, edited(YOGA, "[licornes]", "[] licornes, ville")).problems
    assert (problem.code, problem.remedy) == ("T039", "Mettez tout entre les crochets : [licornes, ville].")


def test_the_town_is_suggested_as_an_organiser(tmp_path: Path) -> None:
    (problem,) = towns.inspected(tmp_path, edited(YOGA, "[licornes]", "[Vile]")).problems
    assert problem.remedy == "Vouliez-vous dire « ville » ?"


def test_a_name_that_is_proposed_is_nobody_elses(tmp_path: Path) -> None:
    names = ("photo.png", "Photo.PNG", "PHOTO.png", "photo-2.png")
    said = "".join(f"![Une graine](image:{name})\n" for name in names)
    files = {**{f"content/images/{name}": PNG for name in names}, **edited(GUIDE, "De la terre.", said)}
    problems = towns.inspected(tmp_path, files).problems
    assert [(p.code, p.remedy.split("»")[0]) for p in problems] == [
        ("D006", "Renommez-le « photo-3.png "),
        ("D006", "Renommez-le « photo-4.png "),
    ]


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
