"""Which associations of the directory an unknown name may be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hub.importing.minutes.name_keys import key_of
from hub.importing.minutes.short_names import ShortNames
from hub.model.association import Association

SURE, DOUBTFUL, APART = 92.0, 78.0, 4.0
"""Percent of likeness, on folded names: above the first, and by so much above the next, a name is taken for
the one that it is like; above the second, it is asked."""

MOST = 4
"""Associations among which one is asked to choose."""


class Guess(NamedTuple):
    """The associations that a name may be; `sure` where it is taken for the only one."""

    those: tuple[Association, ...] = ()
    sure: bool = False

    @property
    def asked(self) -> str:
        """The end of a question: which of them it is; of none, and of many, what to do."""
        if not self.those or len(self.those) > MOST:
            return "Ajoutez sa fiche, ou son autre nom."
        return f"Est-ce {' ou '.join(f'« {one.nom} »' for one in self.those)} ?"


class Guesses:
    """`keys` are the associations by their names as they are compared."""

    def __init__(self, keys: Mapping[str, Association], short: ShortNames) -> None:
        self._keys, self._short = keys, short

    def of(self, name: str) -> Guess:
        """What a name may be: how one begins, else what it is most like."""
        if begun := self._short.begun_by(name):
            return Guess(tuple(begun), sure=len(begun) == 1)
        return self._like(name)

    def _like(self, name: str) -> Guess:
        from rapidfuzz import fuzz, process

        found = process.extract(key_of(name), list(self._keys), scorer=fuzz.ratio, limit=8)
        ranked = [(score, self._keys[key]) for key, score, _ in found if score >= DOUBTFUL]
        if not ranked:
            return Guess()
        best, association = ranked[0]
        others = [score for score, one in ranked if one.id != association.id]
        return Guess((association,), sure=best >= SURE and best - max(others, default=0.0) >= APART)
