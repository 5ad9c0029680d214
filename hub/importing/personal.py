"""What a file says of persons: kept out of the fields, counted, and asked for (article L.312-1-2 CRPA)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hub.checks.personal import Personal, Sort, personal
from hub.model.french import joined

AGREEMENT = "accord à demander"

_COUNTED = {
    Sort.MOBILE: ("un téléphone portable", "{} téléphones portables"),
    Sort.MAILBOX: ("une boîte aux lettres personnelle", "{} boîtes aux lettres personnelles"),
    Sort.NAME: ("un nom de personne", "{} noms de personnes"),
    Sort.STATE_NUMBER: ("un numéro de sécurité sociale", "{} numéros de sécurité sociale"),
    Sort.ACCOUNT: ("un compte en banque", "{} comptes en banque"),
}


def persons_in(value: str, *, place: bool = False) -> tuple[Personal, ...]:
    """What a value holds of persons, by place; `place` says that it is a street or a place, which may bear
    the name of somebody dead."""
    return tuple(personal(value, place=place))


def without(value: str, found: Iterable[Personal]) -> str:
    """The value without what was found in it, and without the commas and blanks that this leaves."""
    for one in sorted(found, key=lambda one: one.start, reverse=True):
        value = value[: one.start] + value[one.start + len(one.written) :]
    return " ".join(value.split()).strip(" ,;:/-–()")


def counted(found: Iterable[Sort | Personal]) -> str:
    """« un téléphone portable et 3 boîtes aux lettres personnelles », by the sorts found; '' for none."""
    number = Counter(one if isinstance(one, Sort) else one.sort for one in found)
    said = [_COUNTED[sort][number[sort] > 1].format(number[sort]) for sort in Sort if number[sort]]
    return joined(said)


def told(found: Iterable[Sort | Personal]) -> str:
    """One sentence for what is not taken over; '' where there is nothing."""
    words = counted(found)
    return f"{words[0].upper()}{words[1:]} : pas repris, {AGREEMENT}." if words else ""
