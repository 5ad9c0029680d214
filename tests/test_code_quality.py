"""`--format gitlab`: the Code Quality report, in the form that GitLab documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from hub.cli import main
from hub.report import REPORTS
from tests import towns
from tests.test_report import ONE, OTHER

ROW = {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "additionalProperties": False,
    "properties": {
        "description": {"type": "string", "minLength": 1},
        "check_name": {"type": "string", "minLength": 1},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {
            "type": "object",
            "required": ["path", "lines"],
            "additionalProperties": False,
            "properties": {
                "path": {"type": "string", "pattern": r"^[^./]"},
                "lines": {
                    "type": "object",
                    "required": ["begin"],
                    "additionalProperties": False,
                    "properties": {"begin": {"type": "integer", "minimum": 1}},
                },
            },
        },
    },
}
"""The keys of docs.gitlab.com, « Code Quality report format »: all required, a path without « ./ »."""

SCHEMA = jsonschema.Draft202012Validator({"type": "array", "items": ROW})


def reported(*problems: Any, source: Path = Path()) -> Any:
    return json.loads(REPORTS["gitlab"](list(problems), source, 2))


def prints(*problems: Any) -> list[str]:
    return [row["fingerprint"] for row in reported(*problems)]


def test_a_problem_is_a_row_of_the_report() -> None:
    (row,) = reported(ONE)
    del row["fingerprint"]
    assert row == {
        "description": "C009 « un » n'est pas un nombre. Écrivez-le en chiffres.",
        "check_name": "C009",
        "severity": "critical",
        "location": {"path": "bureau.yaml", "lines": {"begin": 2}},
    }


def test_the_report_of_a_town_full_of_mistakes_is_what_gitlab_documents(tmp_path: Path) -> None:
    files = {"bureau.yaml": "colleges: vert\nmandat: []\n", "content/été 1.md": "---\ntitre: [X]\n---\n"}
    problems = towns.inspected(tmp_path, dict(files)).problems
    assert problems
    assert [error.message for error in SCHEMA.iter_errors(reported(*problems))] == []
    assert [error.message for error in SCHEMA.iter_errors(reported())] == []


def test_a_severity_that_gitlab_does_not_know_would_be_seen() -> None:
    report = reported(ONE)
    report[0]["severity"] = "error"
    assert not SCHEMA.is_valid(report)


@given(st.lists(st.sampled_from([ONE, OTHER, ONE._replace(line=9)]), max_size=6))
def test_no_two_problems_have_one_fingerprint(problems: list[Any]) -> None:
    found = prints(*problems)
    assert len(set(found)) == len(found)


def test_a_problem_keeps_its_fingerprint_when_lines_are_added_above() -> None:
    cited = ONE._replace(message="Déjà pris (associations.yaml:6).")
    moved = cited._replace(line=40, column=1, message="Déjà pris (associations.yaml:7).")
    assert prints(cited) == prints(moved)
    assert prints(cited) != prints(cited._replace(path="associations.yaml"))


def test_paths_are_those_of_the_repository() -> None:
    (row,) = reported(ONE, source=Path("./examples/../examples/ville"))
    assert row["location"]["path"] == "examples/ville/bureau.yaml"


def test_check_prints_it(tmp_path: Path, capsys: Any) -> None:
    source = towns.write(tmp_path, towns.edited("bureau.yaml", "role: titulaire", "role: titulair"))
    assert main(["check", "--source", str(source), "--today", "2026-11-21", "--format", "gitlab"]) == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["check_name"], row["location"]["lines"]) == ("C006", {"begin": 7})
