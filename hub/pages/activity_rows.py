"""An activity as lists show it, and what a script filters it by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from hub.markup import activities as words
from hub.markup import dates, rhythm
from hub.model.association import Association
from hub.model.names import fold
from hub.model.offer import Offer, offers_of
from hub.pages.activity_codes import code_of
from hub.pages.page import Pages


class Row(NamedTuple):
    """What a list says of an activity: its `holder`, with the state of that association, its `facts` one by
    one, its own state with the kind of its label, and the `code` that a script reads, with the `words` by
    which one looks for it."""

    name: str
    address: str
    holder: str
    mention: str
    hours: str
    when: str
    words: str
    facts: tuple[str, ...]
    state: str
    label: str
    reason: str
    code: str


class Season(NamedTuple):
    """The activities of a season, as the page of their association shows them: each with its end, and the
    times to come that are not as the others."""

    title: str
    rows: tuple[tuple[Offer, Row, str, tuple[str, ...]], ...]


def row_of(one: Offer, association: Association, today: dt.date, *, listed: bool = True) -> Row:
    """An activity as a list by days shows it, or the page of its association, which has more room."""
    state, label = words.state(one, today)
    place = (one.lieu.nom if listed else one.lieu.words) if one.lieu else ""
    brackets = " ".join(bracket.words for bracket in words.brackets(one))
    besides = (words.besides(one),) if listed else ()
    facts = (*besides, words.whom(one), one.niveau, one.tarif, place, words.beginning(one, today))
    return Row(
        one.nom,
        f"{association.address}#{one.anchor}",
        association.nom,
        association.mention,
        rhythm.hours(one).removeprefix("de\u00a0").removeprefix("à ") if one.debut.whole else "",
        words.when(one),
        fold(f"{words.how_often(one)} {brackets}"),
        tuple(fact for fact in facts if fact),
        state,
        label,
        one.annule or "",
        code_of(one),
    )


def of_association(tools: Pages, association: Association) -> dict[str, Any]:
    """What the page of an association is given: its seasons; apart, those that are over, last one first."""
    today = tools.today if association.activites else dt.date.min
    offers = list(offers_of(association))
    going_on = [one for one in offers if not one.over(today)]
    seasons = {one.season for one in going_on}
    over = [one for one in offers if one.season not in seasons]
    return {
        "seasons": _seasons([one for one in offers if one.season in seasons], association, today),
        "former_seasons": _seasons(over, association, today)[::-1],
        "brackets": _brackets(going_on),
    }


def _seasons(offers: Sequence[Offer], association: Association, today: dt.date) -> list[Season]:
    found: dict[int, list[Offer]] = {}
    for one in offers:
        found.setdefault(one.season, []).append(one)
    return [
        Season(words.season(year), tuple(_shown(one, association, today) for one in found[year]))
        for year in sorted(found)
    ]


def _shown(one: Offer, association: Association, today: dt.date) -> tuple[Offer, Row, str, tuple[str, ...]]:
    over = one.over(today)
    end = f"terminé le {dates.day(one.ends)}" if over and one.debut.whole else words.ending(one)
    return one, row_of(one, association, today, listed=False), end, tuple(words.otherwise(one, today))


def _brackets(offers: Sequence[Offer]) -> str:
    """« enfants adultes »: for search, the ages of what goes on, in the words that people have for them."""
    keys = {bracket.key for one in offers if not one.annule for bracket in words.brackets(one)}
    return " ".join(bracket.words.lower() for bracket in words.BRACKETS if bracket.key in keys)
