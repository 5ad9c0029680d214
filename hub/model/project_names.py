"""What projects are called: by which key, and which names are those of one.

Two names are the same project where they are spelt alike (`names.slug`), or where a text of
`content/projets/` bears both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from hub.model.fields import ID_PATTERN
from hub.model.names import fold, slug

VIEWS = ("par-projet", "par-qui", "par-mandat")
"""The pages of the follow-up that a project is never called by."""

LONGEST = 80
"""Signs of a key (`fields.Id`)."""

_SIGNS = 8
_KEY = re.compile(ID_PATTERN)


def key_of(name: str) -> str:
    """The key of the project that minutes call so: its address, for ever.

    A name without letters of ours, of a year, or of a page of the follow-up, has a key that is none of
    theirs.
    """
    plain = slug(name)
    if plain.isdigit() or plain in VIEWS:
        plain = f"projet-{plain}"
    if not _KEY.fullmatch(plain):
        plain = "projet"
    elif len(plain) <= LONGEST:
        return plain
    mark = sha256(fold(name).encode()).hexdigest()[:_SIGNS]
    return f"{plain[: LONGEST - _SIGNS - 1].rstrip('-')}-{mark}"


def called(projects: Iterable[Any]) -> dict[str, Any]:
    """The projects that have a text, by the keys of all their names: the first that bears one has it."""
    found: dict[str, Any] = {}
    for one in projects:
        found.setdefault(one.id, one)
    for one in projects:
        for name in one.names:
            found.setdefault(key_of(name), one)
    return found


def known_as(name: str, texts: Mapping[str, Any]) -> str:
    """The key of the project that is called so: that of its text, `texts` being those that `called` gives."""
    key = key_of(name)
    return str(texts[key].id) if key in texts else key


def other_addresses(projects: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """(the address, its own) of each other name of a project that has a text: minutes called it so before,
    and its page may have been there."""
    for key, one in called(tuple(projects)).items():
        if key != one.id:
            yield f"/suivi/{key}/", one.address
