"""A thing of a hub, in words."""

from __future__ import annotations

from typing import NamedTuple


class Thing(NamedTuple):
    """A thing of a hub, in words: `kind` is the name of its kind, `one` the French word for it, `address`
    that of its page ('' without), `path` the file that it comes from."""

    kind: str
    one: str
    key: str
    title: str
    address: str
    path: str
