"""Rules of privacy (V): article L.312-1-2 of the code des relations entre le public et l'administration.

No name, mobile number or private mailbox of a person without their agreement, which `consentement:` tells.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from hub.checks.personal import Sort, personal
from hub.checks.problem import Problem, problem
from hub.checks.texts import texts
from hub.model.hub import Hub
from hub.model.names import fold
from hub.sources import line_and_column

IN_FIELDS = {Sort.MOBILE: "V001", Sort.MAILBOX: "V002", Sort.NAME: "V003"}
IN_TEXTS = {Sort.MOBILE: "V005", Sort.MAILBOX: "V006", Sort.NAME: "V007"}

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

AGREED = "Si la personne a donné son accord, ajoutez « consentement: » et dites lequel : accord écrit du …"


def contacts_without_persons(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A contact is an association's or a service's, unless the person agreed."""
    for thing, field, written in _contacts(hub):
        if getattr(thing, "consentement", None):
            continue
        for found in personal(written):
            yield problem(
                IN_FIELDS[found.sort],
                thing.origin.at(field),
                f"« {found.written} » est {found.sort}, et « {field} » est public.",
                f"Donnez plutôt le contact de l'association ou du service. {AGREED}",
            )


def _contacts(hub: Hub) -> Iterator[tuple[Any, str, str]]:
    """(thing, field, what it says) for every field by which somebody may be reached."""
    if hub.site.contact:
        yield hub.site, "contact", hub.site.contact
    for things, fields in (
        (hub.associations, ("courriel", "telephone", "source")),
        (hub.events, ("inscription",)),
        (hub.calls, ("contact",)),
        (hub.guides, ("responsable",)),
    ):
        for thing in things:
            for field in fields:
                if written := getattr(thing, field):
                    yield thing, field, written


def officials_by_function(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Only elected officials may be named at a meeting; agents appear by function."""
    for minutes in hub.minutes:
        for index, attendee in enumerate(minutes.ville):
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


def texts_without_persons(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A text that seems to name a person, or to give their mobile or mailbox, wants a second look."""
    for text in texts(hub):
        if text.consented:
            continue
        for found in personal(text.words):
            yield problem(
                IN_TEXTS[found.sort],
                text.place(*line_and_column(text.words, found.start)),
                f"« {found.written} » semble être {found.sort}, dans un texte public.",
                "Écrivez la fonction ou l'association ; gardez-le si la personne est d'accord, ou publique.",
            )


CHECKS = (contacts_without_persons, officials_by_function, texts_without_persons)
