"""The catalogue: what it says of each rule is true of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hub.catalogue import CATALOGUE, CHAPTERS, Rule
from hub.catalogue.rule import Files
from hub.explain import explain, found_in
from hub.handbook import PAGES
from hub.labels.told import Telling, is_of_the_file
from tests import towns

RULES = list(CATALOGUE.values())


def codes(folder: Path, files: Files, rule: Rule) -> list[str]:
    return sorted({problem.code for problem in found_in(rule, files, folder).problems})


OF_A_FILE = re.compile(
    r"« [a-z]+_[a-z_]+:? »|« [a-z_]+ ?: |YAML|\.ya?ml|\bligne \d|\b[Ll]a clé «|\[…\](?!\()"
)
"""What somebody who fills in forms has never seen."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_wrong_example_breaks_its_rule_and_no_other(tmp_path: Path, rule: Rule) -> None:
    found = found_in(rule, rule.example.wrong, tmp_path)
    assert {problem.code for problem in found.problems} == {rule.code}
    telling = Telling(found.hub, found.reading.sources)
    for one in map(telling.of, found.problems):
        assert one.of
        assert one.message
        if not is_of_the_file(rule.code):
            assert OF_A_FILE.findall(f"{one.message} {one.remedy}".replace("\u00a0", " ")) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_right_example_breaks_no_rule(tmp_path: Path, rule: Rule) -> None:
    assert codes(tmp_path, rule.example.right, rule) == []


def test_every_code_of_the_program_is_in_the_catalogue() -> None:
    source = "".join(file.read_text("utf-8") for file in (towns.ROOT / "hub").rglob("*.py"))
    assert set(re.findall(r'"([A-Z]\d{3})"', source)) == set(CATALOGUE)


def test_a_code_is_given_once() -> None:
    assert len([rule for rules in CHAPTERS.values() for rule in rules]) == len(CATALOGUE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_that_is_made_is_as_its_sources_have_it(page: Path) -> None:
    assert page.read_text("utf-8") == PAGES[page](), "make docs"


EXPLAINED = """\
A012 (erreur)

Une association citée est dans l'annuaire, sous son nom, un alias, une graphie ou son
identifiant.

Sa page liste les réunions où elle était : une orthographe inconnue ferait perdre cette
mémoire.

Faux, dans minutes/2026-03-10-bureau.md :

    presents: [Lycornes]

La vérification répond :

    minutes/2026-03-10-bureau.md:6:12: erreur A012 « Lycornes » n'est pas dans l'annuaire. Vouliez-vous dire « Licornes » (associations.yaml:6) ?
      | presents: [Lycornes]
                   ^

Juste, dans minutes/2026-03-10-bureau.md :

    presents: [Licornes]
"""  # noqa: E501


def test_a_rule_is_explained_with_what_the_check_answers_to_its_wrong_example() -> None:
    assert explain("a012") == EXPLAINED


@pytest.mark.parametrize(
    ("code", "words"),
    [("T003", "[BOM]---"), ("T026", "titre[espace insécable]: Semer"), ("T002", "d'\\xe9t\\xe9")],
)
def test_a_sign_that_nobody_sees_is_shown_by_its_name(code: str, words: str) -> None:
    assert words in (explain(code) or "")


def test_no_explanation_holds_a_sign_that_nobody_sees() -> None:
    for page in PAGES:  # as they are made, another test says
        assert re.findall("[\u00a0\u200b\ufeff\x00-\x09\x0b-\x1f]", page.read_text("utf-8")) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_and_its_reason_are_sentences(rule: Rule) -> None:
    for sentence in (rule.title, rule.reason):
        assert re.search(r"[.!?>)]$", sentence), sentence
        assert "\n" not in sentence
