"""Rules of the council's meetings, seen together: who came, and how often it meets (M)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from hub.checks.problem import Problem, problem
from hub.model.association import Association, AssociationStatus
from hub.model.bureau import Role, Term
from hub.model.hub import Hub
from hub.model.minutes import Body, Minutes
from hub.model.names import fold

FOUR_MONTHS = 4 * 31
"""Days between two meetings of the bureau after which one may be missing."""

A_YEAR = 366
"""Days within which the council holds its plenary, and within which somebody still remembers who came."""


def members_or_explained(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Who is present at the bureau has a seat in it, or the text says why they came."""
    for minutes, term in _bureau_meetings(hub):
        there = hub.site.mots("au bureau")
        members = {association.id for association, _ in _members(hub, term, minutes.date.first)}
        for index, name in enumerate(minutes.presents):
            present = hub.named(name)
            if present and present.id not in members and not _is_named(present, minutes.text):
                yield problem(
                    "M010",
                    minutes.origin.at("presents", index),
                    f"« {present.nom} » n'a pas de siège {there} à cette date, et le texte n'en parle pas.",
                    "Dites dans le texte pourquoi elle est venue, ou ajoutez son siège dans bureau.yaml.",
                )


def members_accounted_for(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A full member of the bureau is present or excused; a substitute need not be.

    Of a meeting of long ago nobody can say it any more: its minutes are complete as they are."""
    for minutes, term in _bureau_meetings(hub):
        if (today - minutes.date.first).days > A_YEAR:
            continue
        named = {a.id for name in (*minutes.presents, *minutes.excuses) if (a := hub.named(name))}
        if not named or any(hub.named(name) is None for name in (*minutes.presents, *minutes.excuses)):
            continue  # nobody is listed, or A012 says that a name is not known
        missing = [
            association.nom
            for association, role in _members(hub, term, minutes.date.first)
            if association.id not in named and role is not Role.suppleant and not _is_gone(association)
        ]
        if missing:
            words = hub.site.mots
            names = ", ".join(f"« {name} »" for name in sorted(set(missing)))
            yield problem(
                "M011",
                minutes.origin.at("presents"),
                f"{words('Titulaires')} {words('du bureau')} qui ne sont ni présentes ni excusées : {names}.",
                "Ajoutez à « presents » ou à « excuses » ce que le compte rendu en dit ; s'il n'en dit rien, "
                "il n'y a rien à faire.",
            )


def _bureau_meetings(hub: Hub) -> Iterator[tuple[Minutes, Term]]:
    for minutes in hub.minutes:
        term = hub.bureau.term_on(minutes.date.first)
        if minutes.instance is not Body.bureau or not minutes.date.whole or not term or not term.sieges:
            continue
        if all(hub.named(seat.association) for seat in term.sieges):  # A012 says it of the others
            yield minutes, term


def _members(hub: Hub, term: Term, date: dt.date) -> Iterator[tuple[Association, Role]]:
    for seat in term.sieges:
        association = hub.named(seat.association)
        if association and term.held_on(seat, date):
            yield association, seat.role


def _is_gone(association: Association) -> bool:
    """A006 tells of a dissolved association that sits on."""
    return association.statut is AssociationStatus.dissoute


def _is_named(association: Association, text: str) -> bool:
    words = f" {fold(text)} "
    return f"asso:{association.id}" in text or any(f" {fold(name)} " in words for name in association.names)


def bureau_meets(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Between two meetings of the bureau there are four months at most.

    Of the past year alone: a town that brings its archive, paper after paper, knows that it has holes."""
    words, feminine = hub.site.mots, hub.site.mots.noun("bureau").feminine
    before_it, one = ("de la précédente", "une") if feminine else ("du précédent", "un")
    meetings = sorted(
        (m for m in hub.minutes if m.instance is Body.bureau and m.date.whole), key=lambda m: m.date
    )
    for before, after in pairwise(meetings):
        apart, ago = (after.date.first - before.date.first).days, (today - after.date.first).days
        missing = _spoiled_between(hub, before.date.first, after.date.first)
        if FOUR_MONTHS < apart <= A_YEAR and ago <= A_YEAR and not missing:
            yield problem(
                "M013",
                after.origin.at("date"),
                f"Plus de quatre mois séparent {words('ce bureau')} {before_it} ({before.date}).",
                f"S'il y en a eu {one} entre les deux, ajoutez son compte rendu.",
            )


def _spoiled_between(hub: Hub, start: dt.date, end: dt.date) -> bool:
    """Whether minutes that could not be read are, by their file's name, of a day between these two."""
    if "minutes" in hub.spoiled.unknown:
        return True
    return any(f"{start}" < key[:10] <= f"{end}" for key in hub.spoiled.keys.get("minutes", ()))


def plenary_every_year(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """While a term runs, the last plenary is less than a year old."""
    term = hub.bureau.term_on(today)
    words = hub.site.mots
    if term is None or not words.has("pleniere"):
        return  # B011 says it, or there is none to hold
    plenaries = [m for m in hub.minutes if m.instance is Body.pleniere and m.date.last <= today]
    latest = max(plenaries, key=lambda m: m.date, default=None)
    since = max(latest.date.last if latest else term.debut.last, term.debut.last)
    if (today - since).days > A_YEAR and not _spoiled_between(hub, since, today):
        held = "Si elle s'est tenue" if words.noun("pleniere").feminine else "S'il s'est tenu"
        yield problem(
            "M014",
            latest.origin.at("date") if latest else term.origin.at("debut"),
            f"{words('Aucune plénière')} n'a de compte rendu depuis plus d'un an ({since}).",
            f"{held}, ajoutez son compte rendu.",
        )


CHECKS = (members_or_explained, members_accounted_for, bureau_meets, plenary_every_year)
