"""Two texts -> the sentences that are others, and no more of them than one reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

MOST = 250_000
"""Pairs of sentences that are compared: beyond, a text was written anew."""

LONGEST = 160
"""Characters of a sentence that are shown, around what changes in it."""

AROUND = 40
"""Characters that are shown before what changes."""

_END = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_]|[«\"(\[])|\n+")

Pair = tuple[str, str]
"""(what was said, what is said): one of them is '' where a sentence left or came."""


def changed(before: str, after: str) -> list[Pair]:
    """The sentences of two texts that are not in both, side by side where one took the place of another."""
    old, new = _sentences(before), _sentences(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    if len(old) * len(new) > MOST:
        return [(" ".join(old[:2]), " ".join(new[:2]))]
    return [pair for pair in _pairs(old, new) if pair[0] != pair[1]]


def around(before: str, after: str, longest: int = LONGEST) -> Pair:
    """Two sentences, of which the longest are cut around what differs."""
    start = _common(before, after)
    first = before.rfind(" ", 0, max(0, start - AROUND)) + 1 if start > AROUND else 0
    return _cut(before, first, longest), _cut(after, first, longest)


def _cut(words: str, first: int, longest: int) -> str:
    if len(words) <= longest:
        return words
    rest = words[first:] if first else words
    head = "… " if first else ""
    return head + rest if len(rest) <= longest else f"{head}{rest[: longest - 1].rstrip()}…"


def _sentences(text: str) -> list[str]:
    return [one for part in _END.split(text) if part and (one := " ".join(part.split()))]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many elements both begin with."""
    pairs = zip(one, other, strict=False)
    return next((index for index, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _pairs(old: list[str], new: list[str]) -> Iterator[Pair]:
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace":
            both = min(j - i, m - k)
            yield from zip(old[i : i + both], new[k : k + both], strict=True)
            i, k = i + both, k + both  # noqa: PLW2901
        if tag != "equal":
            yield from ((one, "") for one in old[i:j])
            yield from (("", one) for one in new[k:m])
