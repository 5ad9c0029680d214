"""Signs that are written with more than themselves: `\\*` is a star, `&eacute;` an « é »."""

from __future__ import annotations

import re
from html import unescape

_OTHERWISE = re.compile(
    r"\\[!-/:-@\[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)


def places(source: str, *, escaped: bool = False) -> list[int]:
    """Where each sign that is shown of `source` stands in it, in bytes: of `\\*`, where the star is.

    `escaped` says that a backslash stands before it, so that its first sign is itself.
    """
    found: list[int] = []
    done = at = 0
    for one in _OTHERWISE.finditer(source, 1 if escaped else 0):
        entity = one[0][0] == "&"
        sign = unescape(one[0]) if entity else one[0][1]
        if sign == one[0]:  # no entity of that name
            continue
        at = _plain(source[done : one.start()], at, found)
        found += [at if entity else at + 1] * len(sign)
        at += len(one[0])
        done = one.end()
    _plain(source[done:], at, found)
    return found


def _plain(words: str, at: int, found: list[int]) -> int:
    """Adds the places of signs that are written as themselves; returns where they end."""
    if words.isascii():
        found.extend(range(at, at + len(words)))
        return at + len(words)
    for letter in words:
        found.append(at)
        at += len(letter.encode())
    return at
