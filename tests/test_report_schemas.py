"""The SARIF report against the schema of SARIF 2.1.0, as npm's @microsoft/jest-sarif ships it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hub.report import REPORTS
from tests import towns
from tests.test_report import ONE, OTHER

SCHEMAS = Path(__file__).parent / "editor/node_modules/@microsoft/jest-sarif/lib/schemas"


@pytest.fixture(scope="module")
def sarif() -> jsonschema.Draft4Validator:
    file = SCHEMAS / "sarif-2.1.0-rtm.5.json"
    assert file.is_file(), "le schéma de SARIF manque : make test l'installe"
    schema = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator.check_schema(schema)
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


def reported(*problems: Any) -> Any:
    return json.loads(REPORTS["sarif"](list(problems), Path(), 2))


def test_a_report_of_errors_and_warnings_is_sarif(sarif: jsonschema.Draft4Validator) -> None:
    assert [error.message for error in sarif.iter_errors(reported(ONE, OTHER, ONE))] == []


def test_a_report_of_nothing_is_sarif(sarif: jsonschema.Draft4Validator) -> None:
    assert [error.message for error in sarif.iter_errors(reported())] == []


def test_the_report_of_a_town_full_of_mistakes_is_sarif(
    sarif: jsonschema.Draft4Validator, tmp_path: Path
) -> None:
    files = {"bureau.yaml": "colleges: vert\nmandat: []\n", "content/été 1.md": "---\ntitre: [X]\n---\n"}
    problems = towns.inspected(tmp_path, dict(files)).problems
    assert problems
    assert [error.message for error in sarif.iter_errors(reported(*problems))] == []


def test_a_level_that_sarif_does_not_know_would_be_seen(sarif: jsonschema.Draft4Validator) -> None:
    report = reported(ONE)
    report["runs"][0]["results"][0]["level"] = "erreur"
    assert not sarif.is_valid(report)
