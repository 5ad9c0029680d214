"""A migration: a form of the files that an earlier version took, and how one becomes of the present form."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Migration(NamedTuple):
    """What a rule finds of an older form, and takes away.

    `since` is the version that no longer takes it; `code` the rule whose problems show where it stands, in
    the registers of `paths`. `words(path, keys)` says in a French sentence what was done; `keys` are the
    first words of each line or list that changed.
    """

    since: str
    code: str
    paths: tuple[str, ...]
    words: Callable[[str, list[str]], str]


def listed(words: list[str], most: int = 8) -> str:
    """« nav », « theme » and the rest, each once; after `most` of them, « … »."""
    once = list(dict.fromkeys(words))
    return ", ".join(f"« {word} »" for word in once[:most]) + ("…" if len(once) > most else "")
