"""The settings of a town: data that the program reads, and never the engine's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hub.build import ENGINE_CONFIG, PROGRAM
from hub.model.sections import BY_ADDRESS, MENU, MENU_SECTIONS
from tests import towns
from tests.mistakes.settings import SETTINGS


def test_the_engine_is_told_what_to_do_by_the_program_alone() -> None:
    assert ENGINE_CONFIG.is_relative_to(PROGRAM / "theme")


def test_the_menu_names_each_section_that_marks_where_a_reader_is() -> None:
    assert {section.address for section in MENU_SECTIONS} <= set(BY_ADDRESS)
    assert set(MENU.values()) <= {section.address for section in MENU_SECTIONS}


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
