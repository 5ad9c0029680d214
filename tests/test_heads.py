"""YAML that was read before gives what it gave, wherever it stands; nobody else's is believed."""

from __future__ import annotations

import json
from array import array
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.sources import Reading
from hub.sources.heads import Heads
from hub.sources.yaml import parse
from tests import towns
from tests.of_malakoff import BOTH_TOWNS

TEXTS = (
    *("a: b", "a: []", "a: {}", "a: [b, {c: d}]", "a: ~\nb: 'é'", "a: |\n  b\n   c\n", 'a: "\\u00a0"'),
    *("- a\n- {b: c}", "associations:\n- id: x\n  nom: Y  # ici\n", "# rien\na: 1", "a:\n  - - b"),
)


PLACES = parse("a: b", "x.yaml")[1].dumps()


def _said(text: str) -> bytes:
    """What is kept of a text that was read."""
    heads = Heads()
    data, marks, faults = parse(text, "x.yaml")
    assert not faults
    heads.note(text, data, marks)
    return b"".join(heads.dumps())


@pytest.mark.parametrize("text", [text for text in TEXTS if not text.startswith("-")])
def test_a_text_that_was_read_gives_the_same_values_at_the_same_places(text: str) -> None:
    known = Heads(_said(text)).find(text)
    assert known
    assert known == parse(text, "x.yaml")[:2]


def test_another_text_is_not_known() -> None:
    assert Heads(_said("a: b")).find("a: c") is None


def _files(reading: Reading) -> Any:
    return {path: one.document for path, one in reading.files.items()}, reading.sources.faults


@pytest.mark.parametrize("town", BOTH_TOWNS)
def test_a_town_that_was_read_is_read_the_same_again(town: Path) -> None:
    first = Heads()
    expected = Reading.of(town, first)
    second = Heads(b"".join(first.dumps()))
    again = Reading.of(town, second)
    assert _files(again) == _files(expected) == _files(Reading.of(town))
    assert first.are_others
    assert not second.are_others
    assert b"".join(second.dumps()) == b"".join(first.dumps())


def test_a_text_in_which_something_is_wrong_is_read_each_time(tmp_path: Path) -> None:
    root = towns.write(
        tmp_path, towns.edited("content/guides/semer.md", "---\ntitre:", "---\ntitre: a\ntitre:")
    )
    heads = Heads()
    faults = Reading.of(root, heads).sources.faults
    assert [fault.code for fault in faults] == ["T015"]
    assert Reading.of(root, Heads(b"".join(heads.dumps()))).sources.faults == faults


def _forged(head: Any) -> bytes:
    """That, in the place of what is known of a text."""
    (name,) = json.loads(_said("a: b"))
    return json.dumps({name: head}).encode()


@pytest.mark.parametrize("data", [1, None, [], {"a": 1}, {"a": None}, {"a": [True]}, {"a": {"b": 1.5}}])
def test_values_that_yaml_never_gives_here_are_not_taken(data: Any) -> None:
    assert Heads(_forged([json.dumps(data), PLACES])).find("a: b") is None


@pytest.mark.parametrize("data", ["", "{", "nul", 1, None, {"a": "b"}])
def test_what_is_no_text_of_ours_is_not_taken(data: Any) -> None:
    assert Heads(_forged([data, PLACES])).find("a: b") is None


def _rows(*ends: int) -> str:
    """Places whose rows end so."""
    return b64encode(array("I", (n for end in ends for n in (1, 1, 1, 1, 0, end))).tobytes()).decode()


@pytest.mark.parametrize(
    "places", ["", "é", "AAAA", _rows(2), _rows(0), _rows(1, 2), _rows(3, 2, 2), _rows(3, 3, 4)]
)
def test_places_that_are_none_are_looked_for_in_the_text(places: str) -> None:
    known = Heads(_forged(['{"a":"b"}', places])).find("a: b")
    assert known
    assert known[1] == parse("a: b", "x.yaml")[1]


@given(st.binary() | st.text('[]{}",:a1', max_size=30).map(str.encode))
def test_anything_else_is_nothing(said: bytes) -> None:
    assert Heads(said).find("a: b") is None
