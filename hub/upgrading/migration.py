"""A migration: a form of the files that an earlier version took, and how one becomes of the present form."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from hub.upgrading.edits import Cut, Place, removals


class Migration(NamedTuple):
    """What a rule finds of an older form, and how it becomes of the present one.

    `since` is the version that no longer takes it; `code` the rule whose problems show where it stands, in
    the file at `path`. `words` tells in French what is done, from the keys or the items that are concerned.
    `cuts` are those that do it, from the text and the places.
    """

    since: str
    code: str
    path: str
    words: Callable[[list[str]], str]
    cuts: Callable[[str, Collection[Place]], list[Cut]] = removals


def listed(words: list[str], most: int = 8) -> str:
    """« nav », « theme » and the rest, each once; after `most` of them, « … »."""
    once = list(dict.fromkeys(words))
    return ", ".join(f"« {word} »" for word in once[:most]) + ("…" if len(once) > most else "")
