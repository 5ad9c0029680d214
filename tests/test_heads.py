"""YAML that was read before gives what it gave, wherever it stands; nobody else's is believed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.sources import Reading
from hub.sources.heads import Heads
from hub.sources.yaml import parse
from tests import towns

TEXTS = (
    *("a: b", "a: []", "a: {}", "a: [b, {c: d}]", "a: ~\nb: 'é'", "a: |\n  b\n   c\n", 'a: "\\u00a0"'),
    *("- a\n- {b: c}", "associations:\n- id: x\n  nom: Y  # ici\n", "# rien\na: 1", "a:\n  - - b"),
)


def _said(text: str) -> bytes:
    """What is kept of a text that was read."""
    heads = Heads()
    data, marks, faults = parse(text, "x.yaml")
    assert not faults
    heads.note(text, data, marks)
    return heads.dumps()


@pytest.mark.parametrize("text", [text for text in TEXTS if not text.startswith("-")])
def test_a_text_that_was_read_gives_the_same_values_at_the_same_places(text: str) -> None:
    known = Heads(_said(text)).find(text)
    assert known
    assert (known[0], known[1]()) == parse(text, "x.yaml")[:2]


def test_another_text_is_not_known() -> None:
    assert Heads(_said("a: b")).find("a: c") is None


def _files(reading: Reading) -> Any:
    return {
        path: one.document and replace(one.document, marking=one.document.marks)
        for path, one in reading.files.items()
    }, reading.sources.faults


@pytest.mark.parametrize("town", [towns.EXAMPLE, towns.ROOT], ids=["example", "malakoff"])
def test_a_town_that_was_read_is_read_the_same_again(town: Path) -> None:
    first = Heads()
    expected = Reading.of(town, first)
    second = Heads(first.dumps())
    again = Reading.of(town, second)
    assert _files(again) == _files(expected) == _files(Reading.of(town))
    assert first.are_others
    assert not second.are_others
    assert second.dumps() == first.dumps()


def test_a_text_in_which_something_is_wrong_is_read_each_time(tmp_path: Path) -> None:
    root = towns.write(
        tmp_path, towns.edited("content/guides/semer.md", "---\ntitre:", "---\ntitre: a\ntitre:")
    )
    heads = Heads()
    faults = Reading.of(root, heads).sources.faults
    assert [fault.code for fault in faults] == ["T015"]
    assert Reading.of(root, Heads(heads.dumps())).sources.faults == faults


def _forged(head: Any) -> bytes:
    """That, in the place of what is known of a text."""
    (name,) = json.loads(_said("a: b"))
    return json.dumps({name: head}).encode()


@pytest.mark.parametrize("data", [1, None, [], {"a": 1}, {"a": None}, {"a": [True]}, {"a": {"b": 1.5}}])
def test_values_that_yaml_never_gives_here_are_not_taken(data: Any) -> None:
    assert Heads(_forged([data, "[1,1,1,1]"])).find("a: b") is None


@pytest.mark.parametrize(
    "marks", ["", "{", "[]", "1", "[1,1,1]", '["a",1,1,1]', "[1,1,1,1,2]", "[1,1,1,1,[2]]"]
)
def test_marks_that_are_none_are_looked_for_in_the_text(marks: str) -> None:
    known = Heads(_forged([{"a": "b"}, marks])).find("a: b")
    assert known
    assert known[1]() == parse("a: b", "x.yaml")[1]


@given(st.binary() | st.text('[]{}",:a1', max_size=30).map(str.encode))
def test_anything_else_is_nothing(said: bytes) -> None:
    assert Heads(said).find("a: b") is None
