"""An optional kind: a town that has written none of it shows nothing of it; the first one brings it all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hub.model.channels import data_sets_of, feeds_of
from hub.model.hub import Hub, Spoiled
from hub.model.kind import DataSet
from hub.model.kinds import KINDS
from hub.model.letter import LETTER
from hub.model.news import NEWS
from hub.model.sections import sections_of
from tests import towns

NONE_OF_IT = tuple(kind for kind in KINDS if kind is not LETTER)


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    return towns.hub_of(towns.write(tmp_path))


@pytest.fixture
def optional(monkeypatch: pytest.MonkeyPatch) -> None:
    """The letters are optional."""
    kinds = tuple(replace(kind, optional=True) if kind is LETTER else kind for kind in KINDS)
    monkeypatch.setattr("hub.model.hub.KINDS", kinds)


def test_a_kind_that_is_not_optional_is_shown_with_nothing_in_it(hub: Hub) -> None:
    assert LETTER in hub.having(letters=()).kinds


@pytest.mark.usefixtures("optional")
def test_an_optional_kind_is_shown_once_there_is_one(hub: Hub) -> None:
    assert "letters" in {kind.attribute for kind in hub.kinds}
    assert "letters" not in {kind.attribute for kind in hub.having(letters=()).kinds}


@pytest.mark.usefixtures("optional")
def test_what_could_not_be_read_may_be_one_of_an_optional_kind(hub: Hub) -> None:
    unread = replace(hub.having(letters=()), spoiled=Spoiled(unknown=frozenset({"letters"})))
    assert "letters" in {kind.attribute for kind in unread.kinds}


def test_a_kind_that_is_not_shown_has_no_section(hub: Hub) -> None:
    with_it, without = (sections_of(hub.site, kinds) for kinds in (KINDS, NONE_OF_IT))
    assert [one.address for one in with_it if one not in without] == ["/lettre/"]


def test_a_kind_that_is_not_shown_has_no_feed_and_is_not_named_by_that_of_all(hub: Hub) -> None:
    with_it, without = feeds_of(KINDS), feeds_of(NONE_OF_IT)
    assert {one.home for one in with_it} - {one.home for one in without} == {"/lettre/"}
    assert LETTER.many in with_it[0].explanation
    assert LETTER.many not in without[0].explanation


def test_a_kind_that_is_not_shown_has_no_open_data(hub: Hub) -> None:
    news = replace(NEWS, data=(DataSet("actualites", "Les actualités."),))
    words = hub.site.mots
    assert [one.name for one in data_sets_of(words, (news,))] == ["actualites"]
    assert data_sets_of(words, ()) == ()
