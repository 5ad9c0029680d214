"""Where values stand: the same as when each was an object of its own, in an array of numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from hub.inspection import found, found_once, inspect, inspect_once
from hub.sources import read
from hub.sources.document import Document
from tests import towns


def _nodes(node: yaml.Node, loc: tuple[Any, ...] = ()) -> dict[tuple[Any, ...], tuple[int, int]]:
    """The line and the column of each value, as PyYAML's own composer has them."""
    places = {loc: (node.start_mark.line, node.start_mark.column)}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            places |= _nodes(value, (*loc, key.value))
    if isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            places |= _nodes(value, (*loc, index))
    return places


@pytest.mark.parametrize("path", ["associations.yaml", "bureau.yaml", "mkdocs.yml"])
def test_each_value_of_a_register_stands_where_yaml_has_it(path: str) -> None:
    document = read(towns.EXAMPLE).documents[path]
    composed = yaml.compose(document.head.decode(), yaml.SafeLoader)
    assert composed is not None
    expected = {loc: (line + 1, column + 1) for loc, (line, column) in _nodes(composed).items()}
    assert {loc: document.position(*loc)[1:] for loc in expected} == expected


def _written(text: str, tmp_path: Path) -> Document:
    return read(towns.write(tmp_path, {"redirections.yaml": text})).documents["redirections.yaml"]


@pytest.mark.parametrize(
    ("loc", "said"),
    [
        (("redirections", 0), "{é: à, b: c}, "),
        (("redirections", 0, "é"), "à, "),
        (("redirections", 1), "{b: d}]\n"),
        (("reste", 1), "y] # fin\n"),
    ],
)
def test_what_is_written_of_a_value_goes_to_the_next(tmp_path: Path, loc: tuple[Any, ...], said: str) -> None:
    document = _written("redirections: [{é: à, b: c}, {b: d}]\nreste: [x,\n  y] # fin\n", tmp_path)
    assert document.said(*loc).decode() == said


def test_a_town_read_once_has_the_things_and_the_problems_of_any_other() -> None:
    once, any_ = found_once(towns.EXAMPLE), found(towns.EXAMPLE)
    assert [one.model_dump() for one in once.hub.everything] == [
        one.model_dump() for one in any_.hub.everything
    ]
    assert not once.reading.sources.documents["associations.yaml"].data
    of_once = inspect_once(towns.EXAMPLE, towns.TODAY).problems
    assert of_once == inspect(towns.EXAMPLE, towns.TODAY).problems


def test_equal_texts_of_things_are_one_object() -> None:
    towns_ = {id(one.adresse.commune) for one in found(towns.EXAMPLE).hub.associations if one.adresse}
    names = {one.adresse.commune for one in found(towns.EXAMPLE).hub.associations if one.adresse}
    assert len(towns_) == len(names)
