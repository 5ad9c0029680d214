"""An association as a list of the directory shows it: what people choose by, and what a form finds it by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from hub.markup import activities as words
from hub.markup import states
from hub.markup.week import week
from hub.model.association import Association, AssociationStatus
from hub.model.names import filed, initial
from hub.model.offer import Offer, offers_of
from hub.pages.activity_codes import codes_of
from hub.pages.index import other_words
from hub.pages.page import Pages

FREE, PLACES = "gratuit", "places"


class Entry(NamedTuple):
    """What a row says of an association: its name in two parts, what the order skips and the rest; `letter`
    where it is the first of it; its `facts` under a word each; its `marks`, in a few words; and its `signs`,
    the attributes by which a form finds it."""

    association: Association
    before: str
    name: str
    letter: str
    facts: tuple[tuple[str, str], ...]
    marks: tuple[str, ...]
    state: str
    signs: dict[str, str]


def entries(tools: Pages, those: Sequence[Association]) -> list[Entry]:
    """The rows of a list, in its order."""
    letters = [initial(one.nom) for one in those]
    firsts = [
        letter if not rank or letters[rank - 1] != letter else "" for rank, letter in enumerate(letters)
    ]
    return [_entry(tools, one, letter) for one, letter in zip(those, firsts, strict=True)]


def _entry(tools: Pages, one: Association, letter: str) -> Entry:
    going_on = _going_on(one, tools.today) if one.activites else []
    needed = bool(one.benevoles and one.needs(tools.today))
    return Entry(
        one,
        *filed(one.nom),
        letter,
        tuple(_facts(one, going_on)),
        tuple(_marks(going_on, needed)),
        states.of_association(one),
        _signs(tools, one, going_on, needed),
    )


def _going_on(one: Association, today: dt.date) -> list[Offer]:
    if one.statut is AssociationStatus.dissoute:
        return []
    return [offer for offer in offers_of(one) if not offer.over(today) and not offer.annule]


def _facts(one: Association, going_on: Sequence[Offer]) -> Iterator[tuple[str, str]]:
    """For whom, when, where: what is known of it."""
    publics = [public.libelle for public in one.publics] or _each(words.whom(offer) for offer in going_on)
    places = _each(offer.lieu.nom for offer in going_on if offer.lieu)
    if not places and one.adresse and one.adresse.voie:
        places = [one.adresse.voie]
    told = (("Pour", ", ".join(publics)), ("Quand", week(going_on)), ("Où", ", ".join(places)))
    yield from ((word, said) for word, said in told if said)


def _each(those: Iterator[str]) -> list[str]:
    """Each once, without those that say nothing."""
    return [one for one in dict.fromkeys(those) if one]


def _marks(going_on: Sequence[Offer], needed: bool) -> Iterator[str]:
    if any(offer.with_places for offer in going_on):
        yield "il reste des places"
    if going_on and all(offer.free for offer in going_on):
        yield "gratuit"
    if needed:
        yield "accueille des bénévoles"


def _signs(tools: Pages, one: Association, going_on: Sequence[Offer], needed: bool) -> dict[str, str]:
    """`que` is what a style sheet finds it by; a script has `activites`, which knows ages too."""
    found = {
        "mots": other_words(tools.hub, one),
        "theme": " ".join(one.themes),
        "public": " ".join(one.publics),
        "college": one.college or "",
        "activites": codes_of(one, tools.today) if going_on else "",
        "que": " ".join(dict.fromkeys(sign for offer in going_on for sign in signs_of(offer))),
        "benevoles": "oui" * needed,
    }
    return {name: value for name, value in found.items() if value}


def signs_of(offer: Offer) -> Iterator[str]:
    """« mardi », « gratuit », « mardi-gratuit »…: all that may be asked for at once and one activity is."""
    flags = [flag for flag, has in ((FREE, offer.free), (PLACES, offer.with_places)) if has]
    for day in ("", *map(str, offer.weekdays)):
        for number in range(len(flags) + 1):
            for some in combinations(flags, number):
                if sign := "-".join(filter(None, (day, *some))):
                    yield sign
