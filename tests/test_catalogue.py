"""The catalogue: what it says of each rule is true of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hub.build import inspect
from hub.catalogue import CATALOGUE, Rule
from hub.catalogue.rule import Files
from hub.catalogue.town import TODAY, lay
from tests import towns

RULES = list(CATALOGUE.values())


def codes(folder: Path, files: Files, rule: Rule) -> list[str]:
    found = inspect(lay(files, folder), TODAY, lambda _: rule.example.published)
    return sorted({problem.code for problem in found.problems})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_wrong_example_breaks_its_rule_and_no_other(tmp_path: Path, rule: Rule) -> None:
    assert codes(tmp_path, rule.example.wrong, rule) == [rule.code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_right_example_breaks_no_rule(tmp_path: Path, rule: Rule) -> None:
    assert codes(tmp_path, rule.example.right, rule) == []


def test_every_code_of_the_program_is_in_the_catalogue() -> None:
    source = "".join(file.read_text("utf-8") for file in (towns.ROOT / "hub").rglob("*.py"))
    assert set(re.findall(r'"([TCABMEPLV]\d{3})"', source)) == set(CATALOGUE)


def test_a_code_is_given_once() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_and_its_reason_are_sentences(rule: Rule) -> None:
    for sentence in (rule.title, rule.reason):
        assert re.search(r"[.!?>)]$", sentence), sentence
        assert "\n" not in sentence
