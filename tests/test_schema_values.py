"""Schemas and the program agree on values: an editor never refuses what the program accepts."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.model.association import Association
from hub.model.event import Event
from hub.model.fields import Entity
from hub.schemas.documents import ROWS
from hub.schemas.fields import group
from tests import towns
from tests.as_editors import SCHEMAS, accepted, core, header, refusals, source_files
from tests.of_malakoff import BOTH_TOWNS
from tests.test_schema_words import models

REGISTERED = ["mkdocs.yml", *ROWS]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        *source_files(towns.EXAMPLE),
        *(pytest.param(*one, marks=pytest.mark.malakoff) for one in source_files(towns.ROOT)),
    ],
    ids=lambda value: Path(value).name,
)
def test_every_source_of_the_repository_satisfies_its_schema(name: str, path: Path) -> None:
    assert refusals(SCHEMAS[name].schema, core(header(path))) == []


@pytest.mark.parametrize("root", BOTH_TOWNS)
def test_every_source_of_the_repository_has_a_schema(root: Path) -> None:
    schemed = {path for _, path in source_files(root)}
    sources = {root / name for name in REGISTERED if (root / name).exists()}
    sources |= {path for folder in ("content", "minutes") for path in (root / folder).rglob("*.md")}
    assert sources - schemed == set()


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
            "courriel: elise.martin+asso@çà-et-là.exemple.fr",
            "courriel: ' contact@exemple.fr '",
            "site: HTTPS://exemple.fr",
            "site: http://a.example:8000/é?a=b#c",
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
            "recurrence: {frequence: hebdomadaire, jour: [mardi, jeudi]}",
            "recurrence: {frequence: mensuelle, jour: mardi, rang: [premier, troisieme]}",
            "recurrence: {frequence: quotidienne, jour: '', rang: a-confirmer}",
            "recurrence: {dates: [2027-03-10, 2027-03-24 16:00]}",
            "fin: 2027-06-05 24:00",
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
            "recurrence: {frequence: mensuelle, jour: lundredi}",
            "recurrence: {frequence: mensuelle, jour: [mardi, lundredi]}",
            "recurrence: {frequence: mensuelle, jour: {mardi: jeudi}}",
            "recurrence: {dates: 2027-03-10}",
            "recurrence: {dates: [2027-03-10 24:00]}",
            "fin: 2027-06-05 24:30",
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


@settings(deadline=None)
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
