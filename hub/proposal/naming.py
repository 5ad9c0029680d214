"""The name of a new file, which will be its address for ever."""

from __future__ import annotations

import re

_OTHERS = re.compile(r"[^a-z0-9]+")
"""What an address of the hub is not made of: a title may be in any writing."""

LONGEST = 60
"""Characters of a name, cut at a word: it is read in an address."""


def free(folder: str, name: str, taken: frozenset[str]) -> str:
    """The path of a file of `folder` that is not among those `taken`: `name.md`, else `name-2.md`…"""
    short = shortened(plain(name)) or "sans-titre"
    path, number = f"{folder}/{short}.md", 2
    while path in taken:
        path, number = f"{folder}/{short}-{number}.md", number + 1
    return path


def plain(name: str) -> str:
    """A name in letters and digits of an address; '' where it has none."""
    return _OTHERS.sub("-", name).strip("-")


def shortened(name: str) -> str:
    """A name cut at a word."""
    if len(name) <= LONGEST:
        return name
    return name[:LONGEST].rpartition("-")[0] or name[:LONGEST]
