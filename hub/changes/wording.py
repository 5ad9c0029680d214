"""The fields that are others, in words: « Téléphone : « … » devient « … » »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from hub.changes.counting import listed
from hub.changes.nouns import Difference, How

FEW = 8
"""Things that are named one by one; lines for what changes in one thing."""


def differences(found: Sequence[Difference]) -> tuple[str, ...]:
    """A line for each value that is another, values that came to one list or left it together."""
    return tuple(_lines(found))


def _lines(found: Sequence[Difference]) -> Iterator[str]:
    for (label, item, how, _), group in groupby(found, lambda one: (one.label, one.item, one.how, one.row)):
        those = list(group)
        place = f"{label}, « {item} »" if item else label
        match how:
            case How.ADDED:
                yield f"{place} : s’ajoute{_s(those)} {_said([one.after for one in those])}"
            case How.REMOVED:
                yield f"{place} : se retire{_s(those)} {_said([one.before for one in those])}"
            case _:
                yield from (f"{place} : {_turned(one)}" for one in those)


def _s(those: Sequence[Difference]) -> str:
    return "nt" if len(those) > 1 else ""


def _said(words: Sequence[str]) -> str:
    return listed([f"« {one} »" for one in words])


def _turned(one: Difference) -> str:
    match one.how:
        case How.SET:
            return f"« {one.after} » (ajouté)"
        case How.UNSET:
            return f"« {one.before} » (retiré)"
        case How.ORDER:
            return "dans un autre ordre"
        case How.FORM:
            return "les mots restent, leur mise en forme ou un lien change"
        case How.HIDDEN:
            return "change (ce qui peut nommer une personne n’est pas répété ici)"
    return f"« {one.before} » devient « {one.after} »"
