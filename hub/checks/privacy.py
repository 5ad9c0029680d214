"""Rules of privacy (V): article L.312-1-2 of the code des relations entre le public et l'administration.

No name, mobile number or private mailbox of a person without their agreement, which `consentement:` tells.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from hub.checks.fields import words
from hub.checks.known import Known
from hub.checks.personal import Personal, Sort, personal
from hub.checks.problem import Problem, problem
from hub.checks.texts import Prose
from hub.model.fields import Meaning
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.walk import Written
from hub.sources import Position
from hub.sources.document import Key

IN_FIELDS = {Sort.MOBILE: "V001", Sort.MAILBOX: "V002", Sort.NAME: "V003"}
IN_TEXTS = {Sort.MOBILE: "V005", Sort.MAILBOX: "V006", Sort.NAME: "V007"}
NUMBERS = {Sort.STATE_NUMBER: "V008", Sort.ACCOUNT: "V009"}

ELECTED = frozenset("maire elu elue elus elues depute deputee senateur senatrice".split())
DEPUTIES = frozenset(("adjoint", "adjointe"))
GRADES = frozenset(
    "technique administratif administrative animation patrimoine directeur directrice chef".split()
)
"""An « adjoint technique » is an agent."""

COUNCILLORS = frozenset("conseiller conseillere president presidente".split())
COUNCILS = frozenset(
    "municipal municipale departemental departementale regional regionale territorial".split()
)

AGREED = "Si la personne est d'accord, ajoutez « consentement: » : quel accord, et sa date."
ADVICE = {
    Sort.MOBILE: f"Donnez plutôt le numéro fixe de l'association ou du service. {AGREED}",
    Sort.MAILBOX: "Si c'est celle de l'association, ajoutez « consentement: Boîte de l'association, accord "
    "du » et la date ; si c'est celle d'une personne, donnez-en une autre.",
    Sort.NAME: f"Donnez plutôt la fonction ou l'association. {AGREED}",
    Sort.STATE_NUMBER: "Effacez-le ici, et demandez qu'on l'efface aussi de l'historique.",
    Sort.ACCOUNT: "Effacez-le. Si c'est le compte de l'association, ajoutez « consentement: Compte de "
    "l'association, accord du » et la date.",
}
SECOND_LOOK = {
    Sort.MOBILE: f"Donnez plutôt un numéro fixe. {AGREED}",
    Sort.MAILBOX: f"Donnez plutôt celle de l'association ou du service. {AGREED}",
    Sort.NAME: "Écrivez la fonction ou l'association. Si la personne est d'accord, ou connue de tous (une "
    "artiste, un auteur), dites-le dans « consentement: », avec la date.",
}

STREETS_AND_PLACES = frozenset(("adresse", "voie", "lieu"))
"""The fields that are a street or a place: they bear the names of the dead."""

ONLY_NAMED_ELSEWHERE = frozenset(("fonction", "nom"))
"""The fields whose names other rules judge."""


def fields_without_persons(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A contact is an association's or a service's, unless the person agreed; other words are told too."""
    for thing, said in words(hub):
        yield from hub.memory.of(_persons_in_fields, thing, said)


def _persons_in_fields(thing: Any, said: tuple[Written, ...]) -> tuple[Problem, ...]:
    return tuple(_persons_in(said, agreed=bool(getattr(thing, "consentement", None))))


def _persons_in(said: tuple[Written, ...], *, agreed: bool) -> Iterator[Problem]:
    for thing, loc, written, meaning in said:
        place = not STREETS_AND_PLACES.isdisjoint(loc)
        for found in _unsettled(written, agreed=agreed, place=place):
            if meaning is Meaning.CONTACT:
                yield _refused(found, thing.origin.at(*loc), _field(loc))
            elif place or found.sort is not Sort.NAME or _field(loc) not in ONLY_NAMED_ELSEWHERE:
                yield _second_look(found, thing.origin.at(*loc))


def _field(loc: tuple[Key, ...]) -> str:
    return str(next(step for step in reversed(loc) if isinstance(step, str)))


def _unsettled(written: str, *, agreed: bool, place: bool = False) -> Iterator[Personal]:
    """What no agreement covers: nobody's agreement covers a number of the state."""
    for found in personal(written, place=place):
        if found.sort is Sort.STATE_NUMBER or not agreed:
            yield found


def _refused(found: Personal, at: Position, field: str) -> Problem:
    where = f"et « {field} » est public"
    return problem((IN_FIELDS | NUMBERS)[found.sort], at, _what(found, where), ADVICE[found.sort])


def _what(found: Personal, where: str) -> str:
    shown = " ".join(found.written.replace("*", "").split())
    return f"« {shown} » semble être {found.sort}, {where}."


def officials_by_function(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Only elected officials may be named at a meeting; agents appear by function."""
    for minutes in hub.minutes:
        for index, attendee in enumerate(minutes.ville):
            for found in personal(attendee.fonction):
                if found.sort is Sort.NAME:
                    yield problem(
                        "V004",
                        minutes.origin.at("ville", index, "fonction"),
                        f"« {found.written} » semble être le nom de quelqu'un, dans « fonction ».",
                        "Écrivez la fonction seule ; pour un élu, mettez le nom dans « nom ».",
                    )
            if attendee.nom and not _is_elected(attendee.fonction):
                yield problem(
                    "V004",
                    minutes.origin.at("ville", index, "nom"),
                    f"« {attendee.fonction} » n'est pas une fonction d'élu : le nom ne se publie pas.",
                    "Effacez « nom » : la fonction suffit.",
                )


def _is_elected(function: str) -> bool:
    words = fold(function).split()
    met = set(words)
    deputy = met & DEPUTIES and not met & GRADES
    return words[0] in ELECTED or bool(deputy) or bool(met & COUNCILLORS and met & COUNCILS)


def texts_without_persons(prose: Prose, known: Known) -> Iterator[Problem]:
    """A text that seems to name a person, or to give their mobile or mailbox, wants a second look."""
    written = prose.text.written
    counted = at = 0
    for found in _unsettled(written, agreed=prose.consented):  # in order: each sign is counted once
        at += len(written[counted : found.start].encode())
        counted = found.start
        yield _second_look(found, prose.at(at))


def _second_look(found: Personal, at: Position) -> Problem:
    what = _what(found, "et ce texte est public")
    return problem((IN_TEXTS | NUMBERS)[found.sort], at, what, (ADVICE | SECOND_LOOK)[found.sort])


CHECKS = (fields_without_persons, officials_by_function)
PROSE_RULES = (texts_without_persons,)
