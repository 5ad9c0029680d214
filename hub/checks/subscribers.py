"""What subscribers would get of a site that is about to be published (P045 and following)."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from hub.checks.problem import Problem, problem
from hub.model.archive import is_news
from hub.model.dates import PartialDate
from hub.model.hub import Hub
from hub.model.kinds import ANNOUNCED

STALE = 92
"""Days from the day that the name of a file says to its publication, beyond which it is no news."""

FLOOD, RECENT = 30, 31
"""More messages than a reader of feeds takes in one day; how many days they are new."""


def no_old_news(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """What is told to subscribers as new is of about the day of its publication."""
    for kind in (kind for kind in ANNOUNCED if kind.over is None):
        for thing in filter(is_news, hub.of(kind)):
            own = _day_of(thing.id)
            if own and (thing.publie_le.first - own.last).days > STALE:
                yield problem(
                    "P045",
                    thing.origin.at("publie_le"),
                    f"« {thing.id}.md » est de {own}, et les flux l'annonceraient comme une nouvelle du "
                    f"{thing.publie_le}.",
                    "Écrivez dans « publie_le » le jour où il a paru d'abord, ou retirez la ligne : la page "
                    "reste, et personne n'en est prévenu.",
                )


def no_flood(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """No day sends its subscribers dozens of messages at once."""
    days: dict[dt.date, list[Any]] = defaultdict(list)
    for thing in filter(is_news, hub.publications):
        if 0 <= (today - thing.publie_le.first).days <= RECENT:
            days[thing.publie_le.first].append(thing)
    for day, those in days.items():
        if len(those) > FLOOD:
            yield problem(
                "P046",
                min(thing.origin.at("publie_le") for thing in those),
                f"{len(those)} messages partiraient le même jour ({day}) : qui s'abonne n'en lira aucun.",
                "Ce qui a paru ailleurs auparavant porte dans « publie_le » ce jour-là, ou pas de "
                "« publie_le ».",
            )


def same_name(hub: Hub, former: str) -> Iterator[Problem]:
    """The site keeps the `identifiant` under which it was published before, '' where it was not."""
    if former and former != hub.site.identifiant:
        yield problem(
            "P048",
            hub.site.origin.at("identifiant"),
            f"Le site déjà publié est celui de « {former} » : sous un autre identifiant, chaque abonné "
            "recevrait de nouveau tous les anciens messages.",
            f"Remettez « identifiant: {former} ».",
        )


_DATED = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?=-|$)", re.ASCII)


def _day_of(key: str) -> PartialDate | None:
    """The day, or the month, that the name of a file begins with."""
    found = _DATED.match(key)
    try:
        return PartialDate.parse(found[0]) if found else None
    except ValueError:  # PydanticCustomError is one
        return None


RULES = (no_old_news, no_flood)
