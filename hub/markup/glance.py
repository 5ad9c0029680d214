"""What people choose an association by, at a glance: for whom, when, where, whether one may still come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from hub.markup import activities as words
from hub.markup.week import week
from hub.model.association import Association, AssociationStatus
from hub.model.names import fold
from hub.model.offer import Offer, offers_of

Facts = tuple[tuple[str, str], ...]
"""A word, and what is said under it."""


def going_on(one: Association, today: dt.date) -> list[Offer]:
    """What one may do there that day; nothing where the association is no more."""
    if not one.activites or one.statut is AssociationStatus.dissoute:
        return []
    return [offer for offer in offers_of(one) if not offer.over(today) and not offer.annule]


def facts(one: Association, doing: Sequence[Offer]) -> Facts:
    """For whom, when, where: what is known of it, and nothing of the rest."""
    publics = [public.libelle for public in one.publics] or _each(words.whom(offer) for offer in doing)
    told = (("Pour", ", ".join(publics)), ("Quand", week(doing)), ("Où", ", ".join(_places(one, doing))))
    return tuple((word, said) for word, said in told if said)


def _places(one: Association, doing: Sequence[Offer]) -> list[str]:
    """Where one does something, else its address, and the quarter of that, unless it says it already."""
    if places := _each(offer.lieu.nom for offer in doing if offer.lieu):
        return places
    street = (one.adresse.voie if one.adresse else None) or ""
    return _each((street, "" if fold(one.quarter) in fold(street) else one.quarter))


def _each(those: Iterable[str]) -> list[str]:
    """Each once, without those that say nothing."""
    return [one for one in dict.fromkeys(those) if one]


def marks(doing: Sequence[Offer], needed: bool) -> Iterator[str]:
    """Whether there are places left, whether all of it is free, whether volunteers are needed."""
    if any(offer.with_places for offer in doing):
        yield "il reste des places"
    if doing and all(offer.free for offer in doing):
        yield "gratuit"
    if needed:
        yield "accueille des bénévoles"
