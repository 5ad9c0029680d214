"""The files that editors read: made from the model, in French, and up to date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hub.model.assembly import REGISTER_KEYS
from hub.model.kinds import BY_FOLDER
from hub.report import as_json
from hub.schemas.documents import ROWS
from hub.schemas.fields import group
from hub.schemas.files import generated
from hub.schemas.snippets import snippets
from hub.sources.text import split_front_matter
from tests import towns
from tests.as_editors import SCHEMAS, accepted, refusals
from tests.test_report import ONE, OTHER


def test_committed_files_are_those_the_model_gives_today() -> None:
    stale = [
        path
        for path, text in generated().items()
        if not (towns.ROOT / path).is_file() or (towns.ROOT / path).read_text(encoding="utf-8") != text
    ]
    assert stale == [], "des fichiers ne suivent plus le modèle : lancez « make schemas »"


def test_no_file_of_a_schema_is_left_from_another_time() -> None:
    there = {f"schemas/{path.name}" for path in (towns.ROOT / "schemas").iterdir()}
    assert there == {path for path in generated() if path.startswith("schemas/")}


def test_registers_have_the_keys_that_the_program_reads() -> None:
    assert {path: tuple(lists) for path, lists in ROWS.items()} == REGISTER_KEYS


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_of_draft_7(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name].schema)


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for part in schema.values():
            yield from properties(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from properties(part)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_has_a_title_and_a_description(name: str) -> None:
    found = list(properties(SCHEMAS[name].schema))
    assert found
    assert [key for key, schema in found if not (schema.get("title") and schema.get("description"))] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_that_is_no_group_shows_examples_which_it_accepts(name: str) -> None:
    for key, schema in properties(SCHEMAS[name].schema):
        if "properties" not in schema and "properties" not in schema.get("items", {}):
            assert schema["examples"], key
        for example in schema.get("examples", ()):
            assert refusals(schema, example) == [], key


def test_the_json_report_satisfies_its_schema(tmp_path: Path) -> None:
    schema = json.loads(generated()["schemas/problems.schema.json"])
    town = towns.inspected(tmp_path)
    for found in ([], [ONE, OTHER]):
        assert refusals(schema, json.loads(as_json(found, town))) == []


def test_the_schema_of_the_json_report_refuses_another_form(tmp_path: Path) -> None:
    schema = json.loads(generated()["schemas/problems.schema.json"])
    report = json.loads(as_json([ONE], towns.inspected(tmp_path)))
    del report["problems"][0]["remedy"]
    assert refusals(schema, report)


@pytest.mark.parametrize("folder", BY_FOLDER)
def test_a_snippet_once_filled_is_a_header_that_the_program_accepts(folder: str) -> None:
    """Places to fill are taken in turn: the first of a choice, an example where one is required."""
    model = BY_FOLDER[folder].model
    shapes = group(model)["properties"]
    snippet = next(one for one in snippets().values() if one["description"].endswith(f" de {folder}/"))
    lines = []
    for form in snippet["body"]:
        line = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", form)
        name = line.partition(":")[0]
        required = name in model.model_fields and model.model_fields[name].is_required()
        lines.append(re.sub(r"\$\d+", str(shapes[name]["examples"][0]) if required else "", line))
    head, body, _ = split_front_matter("\n".join(lines), "x.md")
    assert accepted(model, head)
    assert body.strip() == ""


@pytest.mark.parametrize("folder", BY_FOLDER)
def test_a_snippet_names_every_field_that_people_fill(folder: str) -> None:
    body = next(one["body"] for one in snippets().values() if one["description"].endswith(f" de {folder}/"))
    named = {line.removeprefix("# ").partition(":")[0] for line in body if ":" in line}
    assert named == set(BY_FOLDER[folder].model.model_fields) - {"origine"}
