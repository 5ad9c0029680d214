"""Rules of privacy (V): article L.312-1-2 of the code des relations entre le public et l'administration.

No name, mobile number or private mailbox of a person without their agreement, which `consentement:` tells.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.fields import CONTACTS, words
from hub.checks.personal import Personal, Sort, personal
from hub.checks.problem import Problem, problem
from hub.checks.texts import texts
from hub.model.hub import Hub
from hub.model.names import fold
from hub.sources import Position, line_and_column
from hub.sources.document import Key

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

AGREED = "Si la personne est d'accord, ajoutez « consentement: » : quel accord, et sa date."
ADVICE = {
    Sort.MOBILE: f"Donnez plutôt le numéro fixe de l'association ou du service. {AGREED}",
    Sort.MAILBOX: "Si c'est celle de l'association, ajoutez « consentement: Boîte de l'association, accord "
    "du » et la date ; si c'est celle d'une personne, donnez-en une autre.",
    Sort.NAME: f"Donnez plutôt la fonction ou l'association. {AGREED}",
}
SECOND_LOOK = {
    Sort.MOBILE: "Donnez plutôt un numéro fixe ; gardez-le si la personne est d'accord.",
    Sort.MAILBOX: "Donnez plutôt celle de l'association ou du service ; gardez-la si la personne l'accepte.",
    Sort.NAME: "Écrivez la fonction ou l'association ; gardez-le si la personne l'accepte, ou est connue.",
}


def contacts_without_persons(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A contact is an association's or a service's, unless the person agreed."""
    for thing, loc, written in words(hub):
        if loc[-1] not in CONTACTS or getattr(thing, "consentement", None):
            continue
        for found in personal(written):
            yield problem(
                IN_FIELDS[found.sort],
                thing.origin.at(*loc),
                f"« {found.written} » semble être {found.sort}, et « {loc[-1]} » est public.",
                ADVICE[found.sort],
            )


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


def texts_without_persons(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A text that seems to name a person, or to give their mobile or mailbox, wants a second look."""
    for text in texts(hub):
        for found in personal(text.words) if not text.consented else ():
            yield _second_look(found, text.place(*line_and_column(text.words, found.start)))
    for thing, loc, written in words(hub):
        if loc[-1] in (*CONTACTS, "objet", "fonction", "nom") and not _is_place(loc):
            continue
        if getattr(thing, "consentement", None):
            continue
        for found in personal(written):
            yield _second_look(found, thing.origin.at(*loc))


def _is_place(loc: tuple[Key, ...]) -> bool:
    return loc[:1] == ("lieu",)


def _second_look(found: Personal, at: Position) -> Problem:
    return problem(
        IN_TEXTS[found.sort],
        at,
        f"« {found.written} » semble être {found.sort}, et ce texte est public.",
        SECOND_LOOK[found.sort],
    )


CHECKS = (contacts_without_persons, officials_by_function, texts_without_persons)
