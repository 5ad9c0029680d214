"""What holds of any change: of every field of every kind, of towns that are written otherwise."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.changes.base import changes
from hub.changes.differences import BODY
from hub.changes.nouns import Changes
from hub.inspection import inspect
from hub.model import Hub
from hub.model.dates import Moment, PartialDate
from hub.model.fields import Choice, Entity, Meaning
from hub.model.kind import Kind
from hub.model.kinds import WRITTEN
from hub.model.walk import meaning_of
from hub.sources import Origin, read
from hub.sources.tree import TABLE
from tests import towns
from tests.comparing import of_hubs


@pytest.fixture(scope="module")
def example() -> Hub:
    return inspect(towns.EXAMPLE, towns.TODAY).hub


def _others(value: Any, hint: Any) -> Iterator[tuple[str, Any]]:
    """(field below, another value of that type), one for each way in which it may be another."""
    if isinstance(value, tuple):
        inner = get_args(_bare(hint))[0]
        for index, one in enumerate(value):
            for below, other in _others(one, inner):
                yield below, (*value[:index], other, *value[index + 1 :])
        if value:
            yield "", value[1:]
    elif isinstance(value, Entity):
        for name, changed in _copies(value):
            yield f".{name}", changed
    elif isinstance(value, Choice):
        yield "", next(member for member in type(value) if member is not value)
    elif isinstance(value, PartialDate):
        day = value.first + dt.timedelta(days=3)
        yield "", Moment.at(day) if isinstance(value, Moment) else PartialDate.of(day)
    elif isinstance(value, str):
        yield "", f"{value} encore"
    elif isinstance(value, (int, float)):
        yield "", value + 1


def _bare(hint: Any) -> Any:
    """The tuple of a type that may be annotated, or none."""
    while get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    return hint


def _copies(thing: Entity) -> Iterator[tuple[str, Entity]]:
    hints = get_type_hints(type(thing), include_extras=True)
    for name in type(thing).model_fields:
        for below, other in _others(getattr(thing, name), hints[name]):
            yield f"{name}{below}", thing.model_copy(update={name: other})


def _edits(hub: Hub, kind: Kind[Any]) -> Iterator[tuple[Any, str, Entity]]:
    """Every way in which one value of one thing of a kind may be another, and in which its text may."""
    for thing in hub.of(kind):
        if kind.folder and thing.origin.loc:
            continue  # its words are those of what announces it
        for field, changed in _copies(thing):
            if field not in ("id", "ancienne", "annee"):
                yield thing, field, changed
        if kind.folder and thing.text:
            document = replace(thing.origin.document, body=f"{thing.text}\n\nEncore un paragraphe.\n")
            changed = thing.model_copy()
            changed._origin = Origin(document)
            yield thing, BODY, changed


def _with(hub: Hub, kind: Kind[Any], thing: Any, changed: Any) -> Hub:
    return hub.having(**{kind.attribute: [changed if one is thing else one for one in hub.of(kind)]})


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.attribute)
def test_one_value_that_is_another_is_all_that_changes(example: Hub, kind: Kind[Any]) -> None:
    edits: dict[str, list[tuple[Any, str, Entity]]] = defaultdict(list)
    for edit in _edits(example, kind):
        edits[edit[1]].append(edit)
    assert edits, "the example town has one of each kind"
    for thing, field, changed in (edit for of in edits.values() for edit in (of[0], of[-1])):
        found = of_hubs(example, _with(example, kind, thing, changed))
        told = {one.field for of in found.changed for one in of.differences}
        assert told in ({field}, {field.partition(".")[0]}), (thing, field)  # a row that is wholly another
        assert len(found.changed) == 1
        assert (found.settings, found.files, found.reordered) == ((), (), ())
        assert not any(one.thing.kind == kind.attribute for one in found.arrived)


def test_every_field_of_every_kind_that_the_example_fills_was_changed(example: Hub) -> None:
    """A field that cannot be compared would be left out above in silence."""
    filled = {
        (kind.attribute, name)
        for kind in WRITTEN
        for thing in example.of(kind)
        for name in type(thing).model_fields
        if getattr(thing, name) not in (None, ())
    }
    tried = {
        (kind.attribute, field.partition(".")[0]) for kind in WRITTEN for _, field, _ in _edits(example, kind)
    }
    beside = {(kind, name) for kind, name in filled if name in ("id", "ancienne", "annee")}
    assert filled - tried == beside


def test_consent_is_known_by_what_it_means() -> None:
    hints = get_type_hints(
        next(kind for kind in WRITTEN if kind.attribute == "guides").model, include_extras=True
    )
    assert meaning_of(hints["consentement"]) is Meaning.CONSENT


CHOSEN = st.lists(st.sampled_from(WRITTEN), unique=True, max_size=4)


@given(data=st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_appears_one_way_disappears_the_other(example: Hub, data: st.DataObject) -> None:
    some: dict[str, list[Any]] = {}
    for kind in data.draw(CHOSEN):
        things = example.of(kind)
        out = data.draw(st.sets(st.integers(0, len(things) - 1), max_size=3))
        some[kind.attribute] = [one for index, one in enumerate(things) if index not in out]
    smaller = example.having(**some)
    there, back = of_hubs(example, smaller), of_hubs(smaller, example)
    assert there.gone == tuple(one.thing for one in back.arrived)
    assert (there.arrived, back.gone) == ((), ())
    assert there.nothing == (there == Changes()) == back.nothing


@pytest.fixture(scope="module", params=["mini", "exemple"])
def town(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "exemple":
        return towns.EXAMPLE
    return towns.write(tmp_path_factory.mktemp("mini"))


STYLES = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from((None, '"', "'")),
        "default_flow_style": st.booleans(),
        "sort_keys": st.booleans(),
        "width": st.integers(30, 200),
    }
)


@given(style=STYLES, blank=st.text("\n", max_size=3))
@settings(max_examples=6)
def test_a_town_that_is_written_otherwise_only_changes_its_form(
    town: Path, tmp_path_factory: pytest.TempPathFactory, style: dict[str, Any], blank: str
) -> None:
    folder = tmp_path_factory.mktemp("autre")
    for name in ("documents", "images"):
        if (attached := town / "content" / name).is_dir():
            shutil.copytree(attached, folder / "content" / name)
    for path, document in read(town).documents.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith(TABLE):
            shutil.copy(town / path, file)  # a table has no head that could be written otherwise
            continue
        head = yaml.safe_dump(document.data, allow_unicode=True, **style)
        text = f"---\n{head}---\n{document.body}{blank}" if path.endswith(".md") else head
        file.write_text(text, encoding="utf-8")
    found = changes(folder, town, towns.TODAY)
    assert found._replace(reformatted=(), problems=None) == Changes()
    assert found.reformatted
    assert found.problems
    assert found.problems.new == ()


def test_a_town_beside_itself_changes_nothing(town: Path) -> None:
    found = changes(town, town, towns.TODAY)
    assert found._replace(problems=None) == Changes()
