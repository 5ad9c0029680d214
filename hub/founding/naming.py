"""The name of a council -> the noun of it in a sentence: « Office de la vie associative », « un office »."""

from __future__ import annotations

import re

from hub.model.names import fold
from hub.model.wording import Wording

MASCULINE = frozenset(
    "carrefour cercle collectif collège comité conseil forum groupe office parlement pôle réseau".split()
)
FEMININE = frozenset(
    "agora assemblée commission conférence coopération coordination fédération halle instance maison "
    "mission plateforme table union".split()
)
"""What councils of associations are called. A bureau is none: it would be two things in one sentence."""

USUAL = Wording().conseil

_KNOWN = {
    fold(noun): f"{article} {noun}"
    for article, nouns in (("un", MASCULINE), ("une", FEMININE))
    for noun in nouns
}


def called(council: str) -> str | None:
    """« un office », « une assemblée »: the first word of the name, with its article; None where it is none
    that we know, as the initials of a council are not."""
    first = re.match(r"[^\W\d_]+", council.strip())
    return _KNOWN.get(fold(first[0])) if first else None
