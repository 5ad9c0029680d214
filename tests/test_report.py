"""Reports: the same problems for a person, a program, a pull request, a code scanner."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.checks import Problem, Severity
from hub.report import REPORTS
from tests import towns

ONE = Problem(
    "bureau.yaml", 2, 5, "C009", Severity.ERROR, "« un » n'est pas un nombre.", "Écrivez-le en chiffres."
)
OTHER = Problem("content/été,1.md", 3, 1, "P005", Severity.WARNING, "100 % à venir.", "")


def test_text_shows_the_line_and_a_caret_under_the_column(tmp_path: Path) -> None:
    (tmp_path / "bureau.yaml").write_text("colleges:\n  - {un: deux}\n", encoding="utf-8")
    assert REPORTS["text"]([ONE], tmp_path, 1) == (
        "bureau.yaml:2:5: erreur C009 « un » n'est pas un nombre. Écrivez-le en chiffres.\n"
        "  |   - {un: deux}\n"
        "        ^\n"
        "1 fichier : 1 erreur, aucun avertissement.\n"
        "Pour comprendre un code : python build.py explain C009\n"
    )


def test_text_tells_once_what_comes_back_and_counts_the_rest(tmp_path: Path) -> None:
    problems = [ONE._replace(line=line) for line in range(1, 10)]
    assert REPORTS["text"](problems, tmp_path, 2) == (
        "bureau.yaml:1:5: erreur C009 « un » n'est pas un nombre. Écrivez-le en chiffres.\n"
        "  de même : bureau.yaml:2:5, bureau.yaml:3:5, bureau.yaml:4:5, bureau.yaml:5:5, bureau.yaml:6:5"
        " et 3 autres endroits\n"
        "2 fichiers : 9 erreurs, aucun avertissement.\n"
        "Pour comprendre un code : python build.py explain C009\n"
    )


def test_a_line_too_long_is_cut_around_the_place(tmp_path: Path) -> None:
    (tmp_path / "bureau.yaml").write_text("x\n" + "a" * 300 + "b" + "c" * 300, encoding="utf-8")
    _, line, caret, *_ = REPORTS["text"]([ONE._replace(column=301)], tmp_path, 1).split("\n")
    assert line[caret.index("^")] == "b"
    assert len(line) <= 104


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x07", "\x9b", "\u202e", "\u2067", "\u2028"])
def test_a_sign_that_a_terminal_obeys_is_shown_and_the_caret_stays_in_its_place(
    tmp_path: Path, sign: str
) -> None:
    (tmp_path / "bureau.yaml").write_text(f"x\na{sign}b\n", encoding="utf-8", newline="")
    _, line, caret, *_ = REPORTS["text"]([ONE._replace(column=len(sign) + 2)], tmp_path, 1).split("\n")
    assert sign not in line
    assert line[caret.index("^")] == "b"


@given(st.text(max_size=40), st.sampled_from(["text", "github"]))
def test_a_message_is_one_line_that_no_terminal_obeys(message: str, form: str) -> None:
    printed = REPORTS[form]([ONE._replace(message=message)], Path("/nowhere"), 1)
    assert len(printed.splitlines()) == (3 if form == "text" else 1)
    assert not set(printed) & {*map(chr, range(0x0A)), "\x1b", "\x7f", "\x9b", "\u202e", "\u2066"}


def test_a_quoted_line_is_no_command_to_a_forge(tmp_path: Path) -> None:
    (tmp_path / "bureau.yaml").write_text("x\n   ::stop-commands::x\n", encoding="utf-8")
    printed = REPORTS["text"]([ONE], tmp_path, 1)
    assert not [line for line in printed.splitlines() if line.lstrip().startswith("::")]


def test_github_escapes_what_would_end_a_value() -> None:
    assert REPORTS["github"]([ONE, OTHER], Path(), 2) == (
        "::error file=bureau.yaml,line=2,col=5,endLine=2,title=erreur C009::"
        "« un » n'est pas un nombre. Écrivez-le en chiffres.\n"
        "::warning file=content/été%2C1.md,line=3,col=1,endLine=3,title=avertissement P005::"
        "100 %25 à venir.\n"
    )


@given(st.text(max_size=40))
def test_an_annotation_is_always_one_line(message: str) -> None:
    printed = REPORTS["github"]([ONE._replace(message=message)], Path(), 1)
    assert printed.count("\n") == 1
    assert "\r" not in printed


def test_sarif_gives_rules_places_and_levels() -> None:
    (run,) = json.loads(REPORTS["sarif"]([ONE, OTHER], Path(), 2))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["C009", "P005"]
    first, second = run["results"]
    assert (first["ruleId"], first["level"], second["level"]) == ("C009", "error", "warning")
    place = second["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/%C3%A9t%C3%A9%2C1.md"
    assert place["region"] == {"startLine": 3, "startColumn": 1}


@pytest.mark.parametrize("form", REPORTS)
def test_every_form_tells_of_a_town_without_a_fault(tmp_path: Path, form: str) -> None:
    found = towns.inspected(tmp_path)
    assert REPORTS[form](found.problems, tmp_path, found.documents) is not None
