"""People's words for what a page calls otherwise."""

from __future__ import annotations

import pytest

from hub.model.names import fold
from hub.search.synonyms import GROUPS, besides


@pytest.mark.parametrize(
    ("text", "brought"),
    [
        ("Cœur de chœur", "chorale"),
        ("Un potager partagé", "jardin"),
        ("Demander une subvention", "financement"),
        ("Réparations du samedi", "bricolage"),
    ],
)
def test_a_word_of_a_group_brings_the_others(text: str, brought: str) -> None:
    assert brought in besides((text,)).split()


def test_a_text_that_speaks_of_nothing_known_brings_nothing() -> None:
    assert besides(("Mémento", "zzz")) == ""


def test_what_a_text_says_already_is_not_brought_again() -> None:
    assert "chorale" not in besides(("Le chœur et la chorale",)).split()


def test_the_words_of_the_groups_are_folded_and_a_group_has_several() -> None:
    assert all(word == fold(word) for group in GROUPS for word in group)
    assert all(len(set(group)) == len(group) > 1 for group in GROUPS)
