"""The names that people give associations in a room: without the town's name, or only how they begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hub.importing.minutes.name_keys import key_of
from hub.markup.town import of_town
from hub.model.association import Association
from hub.model.hub import Hub

SHORTEST = 3
"""Letters of a beginning that may tell an association from the others: « AS » begins too many."""


class ShortNames:
    """The associations of a town by what their names are without the town's, and by how they begin."""

    def __init__(self, hub: Hub) -> None:
        ends = tuple(f" {key_of(words)}" for words in (of_town(hub.site), hub.site.commune))
        self._bare: dict[str, list[Association]] = {}
        self._begun: dict[str, list[Association]] = {}
        for one in hub.associations:
            keys = [key_of(name) for name in one.names]
            _note(self._bare, (bare for key in keys for bare in _without(key, ends)), one)
            _note(self._begun, (start for key in keys for start in _beginnings(key)), one)

    def without_town(self, name: str) -> Association | None:
        """« Tennis Club » -> « Tennis Club de Malakoff », where no other is called so."""
        found = self._bare.get(key_of(name), [])
        return found[0] if len(found) == 1 else None

    def begun_by(self, name: str) -> list[Association]:
        """« AMAP » -> those whose name begins with that word."""
        key = key_of(name)
        return self._begun.get(key, []) if len(key) >= SHORTEST else []


def _note(held: dict[str, list[Association]], keys: Iterable[str], one: Association) -> None:
    for key in dict.fromkeys(keys):
        held.setdefault(key, []).append(one)


def _without(key: str, ends: tuple[str, ...]) -> Iterator[str]:
    for end in ends:
        if key.endswith(end):
            yield key.removesuffix(end)
            return


def _beginnings(key: str) -> Iterator[str]:
    words = key.split()
    yield from (" ".join(words[:size]) for size in range(1, len(words)))
