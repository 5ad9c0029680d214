"""Rules of the bureau's seats and commissions (B)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.model.bureau import College, Role, Seat, Term
from hub.model.hub import Hub
from hub.model.wording import Wording

A_DAY = dt.timedelta(days=1)


def seats_inside_their_term(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A seat held during a part of a term begins and ends inside it, in that order."""
    for term in hub.bureau.mandats:
        if term.fin.last < term.debut.first:
            continue  # B001 says it
        for rank, seat in enumerate(term.sieges):
            origin = term.origin.inside("sieges", rank)
            if not _inside(seat, term):
                start, end = seat.debut or term.debut, seat.fin or term.fin
                yield problem(
                    "B004",
                    origin.at("fin" if seat.fin else "debut"),
                    f"Le siège ({start} – {end}) sort du mandat ({term.debut} – {term.fin}), "
                    "ou finit avant de commencer.",
                    "Corrigez ces dates.",
                )


def _inside(seat: Seat, term: Term) -> bool:
    start, end = seat.debut or term.debut, seat.fin or term.fin
    return term.debut.first <= start.last and start.first <= end.last and end.first <= term.fin.last


def one_seat_each(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association never holds two seats at once."""
    for term in hub.bureau.mandats:
        held: dict[str, list[int]] = {}
        for rank, seat in enumerate(term.sieges):
            if not (association := hub.named(seat.association)):
                continue
            for other in held.setdefault(association.id, []):
                earlier = term.sieges[other]
                start = max((s.debut or term.debut).first for s in (seat, earlier))
                end = min((s.fin or term.fin).last for s in (seat, earlier))
                if start <= end:
                    yield problem(
                        "B005",
                        term.origin.at("sieges", rank, "association"),
                        f"« {association.nom} » a déjà un siège dans ce mandat, à la même période.",
                        "Retirez l'un des deux, ou précisez leurs « debut » et « fin ».",
                    )
                    break
            held[association.id].append(rank)


def seats_within_their_number(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """At any day a college's seats, with its declared vacancies, are as many as it has."""
    for term in hub.bureau.mandats:
        if not all(_inside(seat, term) for seat in term.sieges):
            continue  # B001 or B004 says it; counting would say it again
        certain = bool(term.sieges) and not any(
            seat.college not in hub.colleges or seat.role is Role.a_confirmer for seat in term.sieges
        )
        for college in hub.bureau.colleges:
            for role in (Role.titulaire, Role.suppleant):
                yield from _count(hub.site.mots, term, college, role, certain)


def _count(words: Wording, term: Term, college: College, role: Role, certain: bool) -> Iterator[Problem]:
    """One problem at most for a college and a role: its worst day."""
    origin = term.origin
    ranks = [rank for rank, s in enumerate(term.sieges) if s.college == college.id and s.role is role]
    seats = [term.sieges[rank] for rank in ranks]
    vacancies = [
        index
        for index, v in enumerate(term.vacants)
        if (v.college, v.role) == (college.id, role) and v.nombre
    ]
    vacant = sum(term.vacants[index].nombre for index in vacancies)
    number = college.seats(role)
    starts = {term.debut.last, *(s.debut.last for s in seats if s.debut)}
    starts |= {s.fin.last + A_DAY for s in seats if s.fin}  # nobody may have come after
    days = [day for day in starts if day <= term.fin.last] or [term.debut.last]
    held = {day: sum(term.held_on(seat, day) for seat in seats) for day in days}
    fullest, emptiest = max(held.values()), min(held.values())
    of = words.noun(role.name).after("de")
    seats_of = _plural(number, f"siège {of}", f"sièges {of}")
    what = f"{words('Le collège')} « {college.nom} » a {seats_of}"
    declared = f" et en déclare {_plural(vacant, 'vacant', 'vacants')}" if vacant else ""
    field = "titulaires" if role is Role.titulaire else "suppleants"
    given = college.origin.at(field)
    where = f"Le nombre de sièges {words('du collège')} : {given.path}:{given.line}."
    if fullest + vacant > number:
        too_many_vacant = bool(vacancies) and fullest <= number
        worst = min(day for day in held if held[day] == fullest)
        there = [rank for rank in ranks if term.held_on(term.sieges[rank], worst)]
        yield problem(
            "B006",
            origin.at("vacants", vacancies[0], "nombre")
            if too_many_vacant
            else origin.at("sieges", there[number]),
            f"{what} ; ce mandat en occupe {fullest}{declared} : c'est trop.",
            f"Retirez un siège, ou précisez « fin » quand une association en remplace une autre. {where}",
        )
    elif certain and emptiest + vacant < number:
        yield problem(
            "B007",
            # a seat, held or vacant, that is a remark
            origin.silenced("association", "sieges")
            or origin.silenced("college", "vacants")
            or origin.at("sieges"),
            f"{what} ; ce mandat en occupe {emptiest or 'zéro'}{declared} : il en manque.",
            f"Ajoutez les sièges qui manquent, ou déclarez-les dans « vacants ». {where}",
        )


def members_of_the_bureau(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A member of a commission has a seat in the term."""
    for term in hub.bureau.mandats:
        if any(hub.named(seat.association) is None for seat in term.sieges):
            continue  # A012 says it, and the member may be the one that is misspelt
        holders = {a.id for seat in term.sieges if (a := hub.named(seat.association))}
        for number, commission in enumerate(term.commissions):
            for rank, name in enumerate(commission.membres):
                member, words = hub.named(name), hub.site.mots
                where = f"dans {words('cette commission')} sans siège {words('au bureau')}"
                if member and member.id not in holders:
                    yield problem(
                        "B008",
                        term.origin.at("commissions", number, "membres", rank),
                        f"« {member.nom} » est {where}.",
                        "Retirez-la, ou ajoutez son siège.",
                    )


def replacement_after_a_departure(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association that replaces another comes after that one's seat has ended."""
    for term in hub.bureau.mandats:
        for rank, seat in enumerate(term.sieges):
            left = hub.named(seat.remplace) if seat.remplace else None
            if left is None:
                continue
            ended = [s.fin for s in term.sieges if hub.named(s.association) == left and s.fin]
            if not seat.debut or not any(end.first < seat.debut.last for end in ended):
                yield problem(
                    "B009",
                    term.origin.at("sieges", rank, "remplace"),
                    f"« {seat.association} » remplace « {left.nom} », dont le siège ne finit pas avant.",
                    "Ajoutez « fin » au siège de celle qui part, la veille au plus tard, "
                    "et « debut » au siège de celle qui arrive.",
                )


def _plural(number: int, one: str, many: str) -> str:
    return f"{number} {many if number > 1 else one}"


CHECKS = (
    seats_inside_their_term,
    one_seat_each,
    seats_within_their_number,
    members_of_the_bureau,
    replacement_after_a_departure,
)
