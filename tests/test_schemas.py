"""The schemas that editors read: what the model says, in French, and never a refusal of what it accepts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from hub.model.assembly import KINDS, REGISTER_KEYS
from hub.model.association import Association
from hub.model.event import Event
from hub.model.fields import Entity
from hub.model.site import Site
from hub.report import REPORTS
from hub.schemas import generated
from hub.schemas.documents import ROWS, schema_files
from hub.schemas.fields import group
from hub.schemas.snippets import snippets
from hub.schemas.words import GROUPS, words_of
from hub.sources.text import split_front_matter
from hub.sources.yaml import parse
from tests import towns
from tests.test_report import ONE, OTHER

SCHEMAS = {file.name: file for file in schema_files()}
REGISTERED = ["mkdocs.yml", *ROWS]


class Core(yaml.SafeLoader):
    """YAML 1.2 core, as editors read it: no dates, no `oui`, numbers with leading zeros."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def core(text: str) -> Any:
    return yaml.load(text, Core)


def refusals(schema: dict[str, Any], data: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(data)]


def models() -> Iterator[type[Entity]]:
    """Every model of something that a town writes, those inside others included."""
    roots = [*(kind.model for kind in KINDS.values()), Site]
    roots += [model for lists in ROWS.values() for model in lists.values()]
    for root in roots:
        yield from _inside(root)


def _inside(hint: Any) -> Iterator[type[Entity]]:
    if isinstance(hint, type) and issubclass(hint, Entity):
        yield hint
        for name in hint.model_fields:
            yield from _inside(get_type_hints(hint)[name])
    for part in get_args(hint):
        yield from _inside(part)


def source_files() -> Iterator[tuple[str, Path]]:
    for root in (towns.ROOT, towns.EXAMPLE):
        for file in SCHEMAS.values():
            yield from ((file.name, path) for path in sorted(root.glob(file.pattern)))


def header(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return split_front_matter(text, path.name)[0] if path.suffix == ".md" else text


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


def test_every_field_has_french_words() -> None:
    missing = []
    for model in set(models()):
        for name in model.model_fields:
            try:
                words_of(model, name)
            except KeyError as error:
                missing.append(str(error))
    assert missing == []


def test_no_words_are_left_for_a_field_that_is_gone() -> None:
    dead = [
        f"{model.__name__}.{name}"
        for model, words in GROUPS.items()
        for name in words.fields
        if name not in model.model_fields
    ]
    assert dead == []


def test_no_words_are_left_for_a_model_that_nothing_writes() -> None:
    written = {owner for model in models() for owner in model.__mro__}
    assert set(GROUPS) - written == set()


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


@pytest.mark.parametrize(("name", "path"), list(source_files()), ids=lambda value: Path(value).name)
def test_every_source_of_the_repository_satisfies_its_schema(name: str, path: Path) -> None:
    assert refusals(SCHEMAS[name].schema, core(header(path))) == []


def test_every_source_of_the_repository_has_a_schema() -> None:
    schemed = {path for _, path in source_files()}
    for root in (towns.ROOT, towns.EXAMPLE):
        sources = {root / name for name in REGISTERED}
        sources |= {path for folder in ("content", "minutes") for path in (root / folder).rglob("*.md")}
        assert sources - schemed == set()


def accepted(model: type[BaseModel], text: str) -> bool:
    """Whether the program types this YAML text, read as it reads it."""
    data, _, faults = parse(text, "x.yaml")
    if faults:
        return False
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


ASSOCIATION = "id: x\nnom: X\nstatut: active\ncollege: y\n"
EVENT = "titre: X\ndebut: 2027\ncategorie: reunion\n"

GOOD = [
    (Association, "id: 2000\nnom: 2000\nstatut: active\ncollege: true\n"),
    *(
        (Association, ASSOCIATION + line)
        for line in (
            "telephone: 0146756000",
            "telephone: '01 46 75 60 00'",
            "telephone: +33 1 46 75 60 00",
            "objet: false",
            "alias: []",
            "alias:",
            "alias: ''",
            "alias: a-confirmer",
            "alias: [a-confirmer]",
            "alias: [2000, true, 1.5]",
            "themes: [a-confirmer]",
            "publics: [a-confirmer]",
            "publics: a-confirmer",
            "publics: [tous, seniors]",
            "rna:",
            "rna: a-confirmer",
            "rna: W922000000",
            "siren: 732829320",
            "siren: 732 829 320",
            "siret: '732 829 320 00074'",
            "courriel: élise.martin+asso@çà-et-là.exemple.fr",
            "courriel: ' contact@exemple.fr '",
            "site: HTTPS://exemple.fr",
            "site: http://[::1]:8000/é?a=b#c",
            "site: a-confirmer",
            "adresse: {}",
            "adresse: a-confirmer",
            "adresse:",
            "adresse: {code_postal: 01000, voie: a-confirmer}",
            "verifie_le: 2026",
            "verifie_le: 2026-02",
            "verifie_le: a-confirmer",
        )
    ),
    *(
        (Event, EVENT + line)
        for line in (
            "public: a-confirmer",
            "public:",
            "public: ''",
            "fin: 2027-06-05 18:30",
            "fin: 2027-06-05T18:30",
            "lieu: a-confirmer",
            "recurrence: {frequence: mensuelle, intervalle: a-confirmer}",
            "recurrence: {frequence: mensuelle, intervalle: '2'}",
            "recurrence: {frequence: mensuelle, intervalle: 02, sauf: [2027-01-01]}",
        )
    ),
]

BAD = [
    (Association, "id: x\nnom: X\nstatut: active\n"),
    (Association, "id: x\nnom:\nstatut: active\ncollege: y\n"),
    (Association, "id: x\nnom: ''\nstatut: active\ncollege: y\n"),
    (Association, "id: Éa\nnom: X\nstatut: active\ncollege: y\n"),
    (Association, f"id: {'x' * 81}\nnom: X\nstatut: active\ncollege: y\n"),
    (Association, "id: x\nnom: X\nstatut: inactive\ncollege: y\n"),
    (Association, "id: x\nnom: X\nstatut:\ncollege: y\n"),
    *(
        (Association, ASSOCIATION + line)
        for line in (
            "nam: X",
            "objet: [X]",
            "alias: X",
            "alias: {nom: X}",
            "alias: [a, '']",
            "publics: [inconnus]",
            "publics: tous",
            "rna: 12",
            "rna: W12",
            "siren: un",
            "telephone: un",
            "courriel: un",
            "site: exemple.fr",
            "site: true",
            "adresse: 1 rue Imaginaire",
            "adresse: [1 rue Imaginaire]",
            "adresse: {rue: Imaginaire}",
            "verifie_le: 21/11/2026",
            "verifie_le: 2026-13",
            "verifie_le: 226",
            "verifie_le: 2026-11-21 10:00",
            "verifie_le: true",
        )
    ),
    *(
        (Event, EVENT + line)
        for line in (
            "public: personne",
            "public: 3",
            "fin: 2027-06-05 24:30",
            "fin: 2027-06 18:30",
            "lieu: Parc",
            "lieu: {adresse: Parc}",
            "recurrence: {frequence: mensuelle, intervalle: 0}",
            "recurrence: {frequence: mensuelle, intervalle: deux}",
        )
    ),
]


@pytest.mark.parametrize(("model", "text"), GOOD)
def test_schema_and_model_accept(model: type[Entity], text: str) -> None:
    assert accepted(model, text)
    assert refusals(group(model), core(text)) == []


@pytest.mark.parametrize(("model", "text"), BAD)
def test_schema_and_model_refuse(model: type[Entity], text: str) -> None:
    assert not accepted(model, text)
    assert refusals(group(model), core(text))


_scalars = st.one_of(
    st.text("abé-_ 019.:/@+W", max_size=16),
    st.sampled_from(
        ["", "~x", "a-confirmer", "true", "0", "2026-11-21 18:30", "W922000000", "tous", "0146756000"]
    ),
    st.from_regex(r"(19|20)\d\d(-(0|1)\d(-[0-3]\d)?)?", fullmatch=True),
    st.from_regex(r"https?://[a-zé.]{1,9}(/[a-z?=#]{0,5})?", fullmatch=True),
    st.from_regex(r"[\w.+-]{1,8}@[\w-]{1,8}\.(fr|org)", fullmatch=True),
)
_values = st.recursive(
    _scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["nom", "adresse", "voie", "frequence", "jour"]), inner, max_size=3)
    ),
    max_leaves=4,
)


@given(st.sampled_from(sorted(set(models()), key=lambda model: model.__name__)), st.data())
def test_an_editor_never_refuses_what_the_program_accepts(model: type[Entity], data: st.DataObject) -> None:
    written = {}
    shapes = group(model)["properties"]
    for name, field in model.model_fields.items():
        examples = st.sampled_from(shapes[name].get("examples") or [None])
        if field.is_required():
            written[name] = data.draw(examples | _scalars)
        elif data.draw(st.integers(0, 4)) == 0:
            written[name] = data.draw(examples | _values)
    text = yaml.safe_dump(written, allow_unicode=True, sort_keys=False)
    if accepted(model, text):
        assert refusals(group(model), core(text)) == []


def test_the_json_report_satisfies_its_schema() -> None:
    schema = json.loads(generated()["schemas/problems.schema.json"])
    for found in ([], [ONE, OTHER]):
        assert refusals(schema, json.loads(REPORTS["json"](found, Path(), 2))) == []


def test_the_schema_of_the_json_report_refuses_another_form() -> None:
    schema = json.loads(generated()["schemas/problems.schema.json"])
    report = json.loads(REPORTS["json"]([ONE], Path(), 2))
    del report["problems"][0]["remedy"]
    assert refusals(schema, report)


@pytest.mark.parametrize("folder", KINDS)
def test_a_snippet_once_filled_is_a_header_that_the_program_accepts(folder: str) -> None:
    """Places to fill are taken in turn: the first of a choice, an example where one is required."""
    model = KINDS[folder].model
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


@pytest.mark.parametrize("folder", KINDS)
def test_a_snippet_names_every_field(folder: str) -> None:
    body = next(one["body"] for one in snippets().values() if one["description"].endswith(f" de {folder}/"))
    named = {line.removeprefix("# ").partition(":")[0] for line in body if ":" in line}
    assert named == set(KINDS[folder].model.model_fields)
