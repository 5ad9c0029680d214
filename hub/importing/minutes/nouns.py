"""The council and its bodies as a town calls them (`mots:` in `mkdocs.yml`), in the words of its clerks."""

from __future__ import annotations

import re
from functools import lru_cache

from hub.model.minutes import Body
from hub.model.names import unaccented
from hub.model.noun import noun_of
from hub.model.wording import DEFAULT, NONE, Wording

_USUAL = (
    (Body.groupe_de_travail, r"groupes? de travail|\bgt\b|atelier de travail"),
    (Body.commission, r"\bcommission\b"),
    (Body.pleniere, r"plenier|assemblee generale|\bassemblee\b"),
    (Body.bureau, r"\bbureau\b"),
)
_MEETING = ("conseil", *(body.name for body, _ in _USUAL))
"""What of `mots` may meet."""


def own_nouns(wording: Wording) -> tuple[str, ...]:
    """What the town calls otherwise than others do, without accents, one and several: « comite »."""
    return tuple(word for field in _MEETING for word in _own(wording, field))


def body_of(words: str, wording: Wording = DEFAULT) -> Body | None:
    """The body of the council that these words name, by the town's own word for it or by the usual one; never
    one that the town is without."""
    plain = unaccented(words).replace("_", " ")
    own = own_nouns(wording)
    found = (body for body, usual in _USUAL if _names(plain, any_of(_own(wording, body.name)), usual, own))
    return next((body for body in found if wording.offers(body)), None)


def _names(plain: str, own: str, usual: str, others: tuple[str, ...]) -> bool:
    """Whether words name a body by the town's own word, or by a usual one that is of no other body there."""
    if own and re.search(own, plain):
        return True
    return any(found[0] not in others for found in re.finditer(usual, plain))


def usual_body(wording: Wording) -> Body:
    """The body that is supposed where nothing says which met."""
    offered: list[Body] = [body for body in Body if wording.offers(body)]
    return offered[0]


def any_of(nouns: tuple[str, ...]) -> str:
    """A pattern for one of these nouns; '' for none."""
    return rf"\b(?:{'|'.join(map(re.escape, nouns))})\b" if nouns else ""


def _own(wording: Wording, field: str) -> tuple[str, ...]:
    return _said(getattr(wording, field), getattr(DEFAULT, field))


@lru_cache(maxsize=64)
def _said(written: str, usual: str) -> tuple[str, ...]:
    if written == usual or written.lower() in NONE:
        return ()
    noun = noun_of(written)
    return tuple(dict.fromkeys((unaccented(noun.several), unaccented(noun.one))))
