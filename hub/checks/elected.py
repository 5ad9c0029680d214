"""Rules between an election and the rest: its day, its call, the term that came of it (S)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.checks.suggest import Candidate as Word
from hub.checks.suggest import Suggestions
from hub.model.ballots import WON, Candidate, Elected
from hub.model.bureau import TERM, Role, Seat, Term
from hub.model.call import CALL
from hub.model.election import ELECTION, Election
from hub.model.fields import TO_CONFIRM, PartialDate
from hub.model.hub import Hub
from hub.sources import Position


def held_before_its_result(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An election has no result before its day."""
    for election in hub.of(ELECTION):
        voted = election.known or any(one.voix is not None for one in election.candidats)
        if voted and election.date.first > today:
            yield problem(
                "S011",
                election.origin.at("date"),
                f"Ce scrutin a un résultat, et son jour ({election.date}) n'est pas venu.",
                "Corrigez la date, ou retirez « elu », « voix » et « non_pourvus ».",
            )


def known_call(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The call that an election names is there."""
    calls = {call.id for call in hub.of(CALL)}
    near = Suggestions(lambda: (Word(call.id, call.origin) for call in hub.of(CALL)))
    for election in hub.of(ELECTION):
        key = election.appel
        if key and key not in calls and not hub.spoiled.has(CALL.attribute, key):
            yield problem(
                "S012",
                election.origin.at("appel"),
                f"Aucun appel ne s'appelle « {key} ».",
                near.did_you_mean(key, "C'est le nom d'un fichier de content/appels/, sans « .md »."),
            )


def known_term(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The term that an election names is one of the bureau's, and says the same day."""
    near = Suggestions(lambda: (Word(term.id, term.origin, ("debut",)) for term in hub.of(TERM)))
    for election in hub.of(ELECTION):
        key, term = election.mandat, term_of(hub, election)
        if key and term is None and not _may_be(hub, key):
            known = ", ".join(str(Word(one.id, one.origin, ("debut",))) for one in hub.of(TERM)[:3])
            yield problem(
                "S013",
                election.origin.at("mandat"),
                f"Aucun mandat ne s'appelle « {key} ».",
                near.did_you_mean(key, f"Écrivez ses deux années : {known}." if known else "Retirez-le."),
            )
        elif term and term.election and _is_first(election, term) and not _same(term.election, election.date):
            at = term.origin.at("election")
            yield problem(
                "S014",
                election.origin.at("date"),
                f"Ce scrutin est du {election.date}, et le mandat {term.id} se dit élu le {term.election}.",
                f"Corrigez l'une des deux dates ({at.path}:{at.line}).",
            )


def term_of(hub: Hub, election: Election) -> Term | None:
    """The term that an election says it is of."""
    return next((term for term in hub.of(TERM) if term.id == election.mandat), None)


def _may_be(hub: Hub, key: str) -> bool:
    return hub.spoiled.has(TERM.attribute, key) or bool(hub.spoiled.keys.get(TERM.attribute))


def _is_first(election: Election, term: Term) -> bool:
    """Whether the term came of it, rather than a seat that was left empty."""
    return election.date.first <= term.debut.last


def _same(one: PartialDate, other: PartialDate) -> bool:
    return one.first <= other.last and other.first <= one.last


def elected_sit(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Who is elected has a seat in the term, of the same college and role; who has one was elected."""
    for election in hub.of(ELECTION):
        term = term_of(hub, election)
        if term is None or not term.sieges or not election.known or election.annule:
            continue
        named = [
            *(one.association for one in election.candidats),
            *(seat.association for seat in term.sieges),
        ]
        if all(hub.named(name) for name in named):  # A012 says it of the others
            yield from _seated(hub, election, term)


def _seated(hub: Hub, election: Election, term: Term) -> Iterator[Problem]:
    seats = {_id(hub, seat.association): seat for seat in term.sieges if _came_of(seat, election, term)}
    won: dict[str, Candidate] = {}
    without = False
    for index, one in enumerate(election.candidats):
        if one.elu in WON:
            won[_id(hub, one.association)] = one
            seat = seats.get(_id(hub, one.association))
            at = _place(term, seat)
            without = without or seat is None
            if (wrong := _disagreement(election, one, seat, term)) is not None:
                yield problem(
                    "S015",
                    election.origin.at("candidats", index),
                    f"« {one.association} » {wrong}",
                    f"Corrigez « elu » ou « college » ici, ou ses sièges ({at.path}:{at.line}).",
                )
    unknown = any(one.elu is Elected.a_confirmer for one in election.candidats)
    if without or unknown or not _is_first(election, term):
        return  # who sits in the place of whom is said already
    for key, seat in seats.items():
        if key not in won:
            at = _place(term, seat)
            yield problem(
                "S015",
                election.origin.at("candidats"),
                f"« {seat.association} » siège dès le début du mandat {term.id}, et n'est pas élue ici.",
                f"Dites « elu » à sa candidature, ou corrigez son siège ({at.path}:{at.line}) : « remplace » "
                "et « debut » si elle est venue après.",
            )


def _place(term: Term, seat: Seat | None) -> Position:
    return term.origin.at("sieges", term.sieges.index(seat)) if seat else term.origin.at("sieges")


def _came_of(seat: Seat, election: Election, term: Term) -> bool:
    """Whether a seat may come of the election: it begins with the term, or, where only some seats were
    voted on, from that day on."""
    if _is_first(election, term):
        return not seat.remplace and (seat.debut is None or seat.debut.first <= term.debut.last)
    return seat.debut is not None and seat.debut.last >= election.date.first


def _disagreement(election: Election, one: Candidate, seat: Seat | None, term: Term) -> str | None:
    if seat is None:
        return f"est élue, et n'a pas de siège dans le mandat {term.id}, à partir de ce scrutin."
    contest = election.contest_of(one)
    college = one.college or (contest.college if contest else None)
    if college and seat.college not in (college, TO_CONFIRM, None):
        return f"est élue par « {college} », et siège pour « {seat.college} »."
    role = {Elected.titulaire: Role.titulaire, Elected.suppleant: Role.suppleant}.get(one.elu)
    if role and seat.role not in (role, Role.a_confirmer):
        return f"est « elu: {one.elu} », et son siège est « role: {seat.role} »."
    return None


def _id(hub: Hub, name: str) -> str:
    association = hub.named(name)
    return association.id if association else name


def terms_know_their_election(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An election held on the day on which a term was elected says that it is that one."""
    said = {election.mandat for election in hub.of(ELECTION)}
    for term in (one for one in hub.of(TERM) if one.election and one.id not in said):
        seats = {_id(hub, seat.association) for seat in term.sieges}
        for election in hub.of(ELECTION):
            won = {_id(hub, one.association) for one in election.candidats if one.elu in WON}
            if not election.mandat and term.election == election.date and won & seats:
                yield problem(
                    "S016",
                    election.origin.missing("mandat"),
                    f"Ce scrutin est du jour où le mandat {term.id} a été élu, et ne dit pas que c'est lui.",
                    f"Ajoutez « mandat: {term.id} ».",
                )


CHECKS = (held_before_its_result, known_call, known_term, elected_sit, terms_know_their_election)
