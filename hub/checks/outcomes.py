"""Rules of what came of an election: who was elected, to how many seats, before whom (S)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from hub.checks.ballots import of_college
from hub.checks.problem import Problem, problem
from hub.model.ballots import WON, Candidate, Contest, Elected, Method
from hub.model.election import ELECTION, Election
from hub.model.fields import TO_CONFIRM
from hub.model.hub import Hub

_ORDER = {Elected.titulaire: 0, Elected.oui: 0, Elected.suppleant: 1, Elected.non: 2}
"""Who goes before whom."""


def elected_fill_the_seats(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Those who are elected, and the seats that are left empty, are as many as the seats."""
    for election in hub.of(ELECTION):
        if not election.known or election.annule:
            continue
        for index, contest in enumerate(election.sieges):
            won = [one.elu for one in election.of(contest)]
            at = election.origin.at("sieges", index)
            if contest.seats and won.count(Elected.a_confirmer) == 0:
                yield from _filled(election, contest, sum(one in WON for one in won), index)
            for role, number in (
                (Elected.titulaire, contest.titulaires),
                (Elected.suppleant, contest.suppleants),
            ):
                if won.count(role) > number and sum(one in WON for one in won) <= contest.seats:
                    yield problem(
                        "S004",
                        at,
                        f"{of_college(contest)}{won.count(role)} sont « elu: {role} », pour {number} "
                        f"siège{'s' if number > 1 else ''}.",
                        "Corrigez « elu », ou le nombre de sièges.",
                    )


def _filled(election: Election, contest: Contest, won: int, index: int) -> Iterator[Problem]:
    if won + contest.non_pourvus == contest.seats:
        return
    lost = election.origin.silenced("association", "candidats") if won < contest.seats else None
    empty = f" et {contest.non_pourvus} non pourvu{'s' if contest.non_pourvus > 1 else ''}"
    yield problem(
        "S004",
        lost or election.origin.at("sieges", index),
        f"{of_college(contest)}{contest.seats} siège{'s' if contest.seats > 1 else ''}, pour {won} "
        f"élue{'s' if won > 1 else ''}{empty if contest.non_pourvus else ''}.",
        "Écrivez « elu » à qui a été élue, et dans « non_pourvus » combien de sièges sont restés vides.",
    )


def candidates_stand_once(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association stands once, for seats that are voted on."""
    for election in hub.of(ELECTION):
        seen: set[str] = set()
        for index, one in enumerate(election.candidats):
            association = hub.named(one.association)
            if association and association.id in seen:
                yield problem(
                    "S005",
                    election.origin.at("candidats", index, "association"),
                    f"« {association.nom} » est déjà candidate.",
                    "Gardez-la une seule fois.",
                )
            seen |= {association.id} if association else set()
            if election.contest_of(one) is None and one.college != TO_CONFIRM:
                yield problem(
                    "S006",
                    election.origin.silenced("college", "sieges") or election.origin.at("candidats", index),
                    f"« {one.association} » se présente pour des sièges qui ne sont pas dans « sieges »"
                    f"{f' : {one.college}' if one.college else ''}.",
                    "Écrivez le même « college » que dans « sieges ».",
                )


def ties_are_broken(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Who has fewer voices is not elected before who has more; of two that have as many, a rule chose."""
    for election in hub.of(ELECTION):
        if election.known and not election.departage and not election.annule:
            for contest in election.contests:
                told = [one for one in election.of(contest) if one.voix is not None and one.elu in _ORDER]
                told.sort(key=lambda one: (-(one.voix or 0), _ORDER[one.elu]))
                for before, after in pairwise(told):
                    yield from _compared(election, before, after)


def _compared(election: Election, more: Candidate, less: Candidate) -> Iterator[Problem]:
    """`more` has at least as many voices as `less`."""
    if _ORDER[more.elu] == _ORDER[less.elu]:
        return
    if more.voix == less.voix:
        later = max(more, less, key=election.candidats.index)
        yield problem(
            "S007",
            election.origin.at("candidats", election.candidats.index(later), "voix"),
            f"« {more.association} » et « {less.association} » ont autant de voix ({more.voix}), et "
            "n'ont pas le même résultat.",
            "Dites dans « departage » la règle qui a choisi : l'âge, le sort, un second tour…",
        )
    elif _ORDER[less.elu] < _ORDER[more.elu]:
        yield problem(
            "S008",
            election.origin.at("candidats", election.candidats.index(less), "elu"),
            f"« {less.association} » ({less.voix} voix) passe avant « {more.association} » "
            f"({more.voix} voix).",
            "Corrigez les voix ou « elu » ; si une règle l'explique (un désistement…), dites-la dans "
            "« departage ».",
        )


def ranks_follow_voices(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The first has more voices than the second."""
    for election in hub.of(ELECTION):
        if election.methode is Method.classement:
            continue  # there the rank comes of more than the first voices
        for contest in election.contests:
            told = [one for one in election.of(contest) if one.rang and one.voix is not None]
            told.sort(key=lambda one: one.rang or 0)
            for first, second in pairwise(told):
                if (first.voix or 0) < (second.voix or 0):
                    yield problem(
                        "S009",
                        election.origin.at("candidats", election.candidats.index(second), "rang"),
                        f"« {second.association} » est après « {first.association} », avec plus de voix "
                        f"({second.voix} contre {first.voix}).",
                        "Corrigez « rang » ou « voix ».",
                    )


CHECKS = (elected_fill_the_seats, candidates_stand_once, ties_are_broken, ranks_follow_voices)
