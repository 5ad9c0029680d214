"""Conventions: which grants of a year need one, and what is published of it, until when."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from hub.model.grant import Grant, GrantNature
from hub.model.names import fold

THRESHOLD = 2_300_000
"""Cents that an association may be given in a year without a convention (loi n° 2000-321, article 10, and
décret n° 2001-495)."""

MONTHS = 3
"""Within how many months of its signing the essential data of a convention are published (décret n° 2017-779,
article 2)."""


def above(grants: Sequence[Grant], key: Mapping[str, str] | None = None) -> Iterator[tuple[list[int], int]]:
    """The grants, by their places, and the cents in all of each association that was given more than the
    threshold in a year. `key` tells which names are one association's; without it, equal ones."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(grants):
        if one.nature is not GrantNature.nature:
            places[(key or {}).get(one.association, fold(one.association))].append(index)
    for those in places.values():
        total = sum(grants[index].cents for index in those)
        if total > THRESHOLD:
            yield those, total


def lacking(grants: Sequence[Grant]) -> list[str]:
    """What the essential data of these grants lack, in French words."""
    asked = {"la délibération": "deliberation", "le versement": "versement", "ses dates": "verse_du"}
    return [words for words, name in asked.items() if any(getattr(one, name) is None for one in grants)]


def deadline(signed: dt.date) -> dt.date:
    """The day by which the data of what was signed are published: that of the month, or its last one."""
    year, month = divmod(signed.year * 12 + signed.month - 1 + MONTHS, 12)
    return dt.date(year, month + 1, min(signed.day, monthrange(year, month + 1)[1]))
