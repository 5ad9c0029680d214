"""An association as a list of the directory shows it: what people choose by, and what a form finds it by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from hub.markup import states
from hub.markup.glance import Facts, facts, going_on, marks
from hub.model.association import Association
from hub.model.names import filed, initial, slug
from hub.model.offer import Offer
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
    facts: Facts
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
    doing = going_on(one, tools.today) if one.activites else []
    needed = bool(one.benevoles and one.needs(tools.today))
    return Entry(
        one,
        *filed(one.nom),
        letter,
        facts(one, doing),
        tuple(marks(doing, needed)),
        states.of_association(one),
        _signs(tools, one, doing, needed),
    )


def _signs(tools: Pages, one: Association, doing: Sequence[Offer], needed: bool) -> dict[str, str]:
    """`que` is what a style sheet finds it by; a script has `activites`, which knows ages too."""
    found = {
        "mots": other_words(tools.hub, one),
        "theme": " ".join(one.themes),
        "public": " ".join(one.publics),
        "college": one.college or "",
        "quartier": slug(one.quarter) if one.quarter else "",
        "activites": codes_of(one, tools.today) if doing else "",
        "que": " ".join(dict.fromkeys(sign for offer in doing for sign in signs_of(offer))),
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
