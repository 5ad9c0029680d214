"""What was found in texts by the build before: never another problem, nor one less."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.build import Found, Inspected, found, inspect, inspected
from hub.catalogue.rule import Content
from hub.checks import retold
from hub.kept import Cupboard
from hub.kept.texts import DRAWER, Texts, dumps, loads
from hub.model.memory import Memory
from hub.model.walk import texts
from tests import keeping, towns

KEY = "0" * 64


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("textes")


def _write(root: Path, sources: Mapping[str, Content]) -> Path:
    for file in root.rglob("*.*"):
        file.unlink()
    gone: dict[str, Content] = dict.fromkeys(set(towns.MINIATURE) - set(sources))
    return towns.write(root, {**gone, **sources})


def _again(root: Path, day: dt.date, kept: Texts) -> Inspected:
    """These sources, checked with what is kept; what is found in them is kept where a build would."""
    read = found(root)
    kept.recall(read.hub, day)
    result = inspected(read, day)
    if result.sound:
        kept.keep(read.hub)
    return result


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(chance=st.randoms(use_true_random=False))
def test_whatever_changes_a_town_has_the_problems_of_a_first_check(root: Path, chance: random.Random) -> None:
    kept = Texts(Cupboard(root.parent / ".site.cache"), KEY)
    sources: dict[str, str] = dict(towns.MINIATURE)
    for _ in range(6):
        day = towns.TODAY + dt.timedelta(days=chance.choice((0, 0, 1, 40, 400)))
        changed = keeping.edited(sources, chance)
        _write(root, changed)
        again = _again(root, day, kept)
        assert again.problems == inspect(root, day).problems
        if again.sound:
            sources = changed


@pytest.fixture
def kept(tmp_path: Path) -> Texts:
    return Texts(Cupboard(tmp_path / ".site.cache"), KEY)


def _read_again(
    monkeypatch: pytest.MonkeyPatch, root: Path, kept: Texts, day: dt.date = towns.TODAY
) -> list[str]:
    """The texts that are read for the rules, by the address of their thing."""
    read: list[str] = []
    look = retold._look

    def noted(body: Any, *rest: Any) -> retold.Told:
        read.append(getattr(body.thing, "id", ""))
        return look(body, *rest)

    with monkeypatch.context() as patched:
        patched.setattr(retold, "_look", noted)
        _again(root, towns.TODAY, kept)
    return read


def test_a_text_that_is_as_it_was_is_not_read(
    tmp_path: Path, kept: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = towns.write(tmp_path / "sources")
    hub = towns.hub_of(root)
    assert len(_read_again(monkeypatch, root, kept)) == len(list(texts(hub)))
    assert _read_again(monkeypatch, root, kept) == []
    towns.write(root, towns.edited("content/guides/semer.md", "De la terre.", "Du terreau."))
    assert _read_again(monkeypatch, root, kept) == ["semer"]


def test_a_thing_of_a_register_is_the_same_wherever_it_stands(
    tmp_path: Path, kept: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = towns.write(tmp_path / "sources")
    _read_again(monkeypatch, root, kept)
    towns.write(root, towns.edited("associations.yaml", "associations:", "# Une remarque.\nassociations:"))
    assert _read_again(monkeypatch, root, kept) == []


def test_a_text_is_read_again_where_an_answer_is_another(tmp_path: Path, kept: Texts) -> None:
    linked = towns.edited("content/guides/semer.md", "De la terre.", "[Pluie](actualite:pluie), de la terre.")
    root = towns.write(tmp_path / "sources", linked)
    assert _again(root, towns.TODAY, kept).sound
    (root / "content/actualites/pluie.md").rename(root / "content/actualites/averse.md")
    again = _again(root, towns.TODAY, kept)
    assert "content/guides/semer.md" in {one.path for one in again.problems}
    assert again.problems == inspect(root, towns.TODAY).problems


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=3)
    | st.sampled_from(["leads", "asso", "C001"]),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=3), inside, max_size=2),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def miniature(tmp_path_factory: pytest.TempPathFactory) -> Inspected:
    """The town, and what is found in it where nothing is kept."""
    return inspect(towns.write(tmp_path_factory.mktemp("ville") / "sources"), towns.TODAY)


@given(said=_JSON)
def test_whatever_is_kept_a_town_has_its_problems(
    miniature: Inspected, tmp_path_factory: pytest.TempPathFactory, said: Any
) -> None:
    cupboard = Cupboard(tmp_path_factory.getbasetemp() / ".forgé.cache")
    names = list(loads(dumps(miniature.hub)))
    told = [[], [["leads", "asso", "rien", False]], []]
    for forged in (
        said,
        {names[0]: said},
        {names[0]: [said]},
        {names[0]: [[[], [said], []]]},
        {names[0]: [told]},
    ):
        cupboard.write(DRAWER, KEY, json.dumps(forged).encode())
        hub = replace(miniature.hub, memory=Memory())
        Texts(cupboard, KEY).recall(hub, towns.TODAY)
        again = inspected(Found(hub, [], miniature.reading), towns.TODAY)
        assert again.problems == miniature.problems


def test_any_bytes_are_read_or_are_nothing() -> None:
    for data in (b"", b"\xff", b"[]", b"{", b'{"a": 1}', b'{"a": [1]}', b'{"a": [[[], [], []]]}'):
        assert set(loads(data)) <= {"a"}
