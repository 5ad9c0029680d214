"""The settings of a town: data that the program reads, and never the engine's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hub.build import ENGINE_CONFIG, PROGRAM
from hub.engine.menu import menu_of
from hub.model.kinds import KINDS
from hub.model.sections import BY_ADDRESS, MENU, OF_CARDS, SECTIONS, sections_of
from tests import towns
from tests.mistakes.settings import SETTINGS
from tests.test_frames import SITE


def test_the_engine_is_told_what_to_do_by_the_program_alone() -> None:
    assert ENGINE_CONFIG.is_relative_to(PROGRAM / "theme")


def test_the_menu_names_each_section_that_marks_where_a_reader_is() -> None:
    under = {section.address for section in SECTIONS if section.under}
    assert under | set(MENU.values()) == set(MENU)
    assert all(BY_ADDRESS[entry].menu for entry in MENU.values())


def test_the_menu_names_no_section_of_a_kind_that_a_town_does_not_show() -> None:
    kinds = [kind for kind in KINDS if kind.attribute != "letters"]
    named = {link["url"] for entry in menu_of(sections_of(SITE, kinds)) for link in entry["links"]}
    assert {f"/{url}" for url in named} == set(MENU) - {"/lettre/", *OF_CARDS}


def test_the_menu_names_where_volunteers_are_sought_when_a_card_says_so() -> None:
    named = {link["url"] for entry in menu_of(sections_of(SITE, KINDS, ())) for link in entry["links"]}
    assert "benevolat/" in named


def test_an_entry_of_several_has_a_name_of_its_own_and_begins_with_its_section() -> None:
    found = {
        entry["title"]: [link["title"] for link in entry["links"]]
        for entry in menu_of(sections_of(SITE, KINDS))
    }
    assert found["Décisions"][:2] == ["Comptes rendus", "Suivi des actions"]
    assert found["Agenda"][0] == "Agenda"


@pytest.mark.parametrize(
    "written",
    [
        "https://mini.example/a;b/",
        "https://mini.example/?x=1",
        '"https://mini.example/hub/#x"',
        "https://moi:secret@mini.example/",
        "https://mini.example:99999/",
        "https://mini.example/../x/",
        "https://évry.example/",
        "mini.example",
    ],
)
def test_the_address_that_a_remedy_gives_is_accepted(tmp_path: Path, written: str) -> None:
    at = towns.edited(SETTINGS, "https://mini.example/", written)
    (problem,) = towns.inspected(tmp_path / "wrong", at).problems
    advised = re.fullmatch(r"Écrivez : (\S+)", problem.remedy)
    assert advised, problem.remedy
    assert "secret" not in advised[1]
    assert towns.inspected(
        tmp_path / "right", towns.edited(SETTINGS, "https://mini.example/", advised[1])
    ).sound
