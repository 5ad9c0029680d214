"""Plain text: its beginning, its first sentences, its ends."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})\s?[.!?…]+(?=\s[«A-ZÀ-Ý]|$)")


def excerpt(text: str, length: int = 160) -> str:
    """The beginning of `text` on one line, cut between two words, of at most `length` characters."""
    flat = re.sub(r"\s+", " ", text).strip()
    if len(flat) <= length:
        return flat
    return flat[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def opening(text: str, length: int = 160) -> str:
    """The first sentences of `text`, on one line, that fit in `length` characters; an excerpt where the first
    one is longer."""
    flat = re.sub(r"\s+", " ", text).strip()
    ends = [found.end() for found in _SENTENCE_END.finditer(flat) if found.end() <= length]
    return flat[: ends[-1]] if ends else excerpt(flat, length)


def ended(words: str) -> str:
    """`words` with a full stop, unless a sign ends them."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def capital(words: str) -> str:
    """`words` with a capital letter at their head, the others as they are; '' as it is."""
    return words[:1].upper() + words[1:]
