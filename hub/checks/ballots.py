"""Rules of an election's own ballots (S)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.model.ballots import Contest, Method, Turnout
from hub.model.election import ELECTION, Election
from hub.model.hub import Hub
from hub.sources.document import Key

Place = tuple[Key, ...]


def ballots_add_up(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """No more vote than could, and every ballot is valid, blank or spoilt."""
    for election in hub.of(ELECTION):
        contests = (((("sieges", index)), one) for index, one in enumerate(election.sieges))
        for loc, turnout in (((), election), *contests):
            yield from _turnout(election, loc, turnout)


def _turnout(election: Election, loc: Place, told: Turnout) -> Iterator[Problem]:
    voted, box = told.votants, (told.exprimes, told.blancs, told.nuls)
    if told.inscrits is not None and voted is not None and voted > told.inscrits:
        yield problem(
            "S001",
            election.origin.at(*loc, "votants"),
            f"Il y a plus de votants ({voted}) que d'inscrits ({told.inscrits}).",
            "Corrigez l'un des deux nombres.",
        )
    counted = sum(one or 0 for one in box)
    if voted is not None and (counted > voted or (None not in box and counted < voted)):
        yield problem(
            "S002",
            election.origin.at(*loc, "exprimes" if told.exprimes is not None else "votants"),
            f"Exprimés, blancs et nuls font {counted} bulletins, pour {voted} votants.",
            "Un bulletin par votant : corrigez l'un de ces nombres.",
        )


def voices_within_ballots(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A candidate has at most a voice a ballot; all of them, as many as ballots may name."""
    for election in hub.of(ELECTION):
        for contest in election.contests:
            yield from _voices(election, contest)


def _voices(election: Election, contest: Contest) -> Iterator[Problem]:
    told = contest if contest.ballots is not None else election
    ballots = told.exprimes if told.exprimes is not None else told.votants
    if ballots is None:
        return
    stood = election.of(contest)
    for one in stood:
        if (one.voix or 0) > ballots:
            yield problem(
                "S003",
                election.origin.at("candidats", election.candidats.index(one), "voix"),
                f"« {one.association} » a plus de voix ({one.voix}) qu'il n'y a de bulletins ({ballots}).",
                "Corrigez l'un des deux nombres.",
            )
            return
    names = _names(election, contest, len(stood))
    total = sum(one.voix or 0 for one in stood)
    if names and total > ballots * names:
        yield problem(
            "S003",
            election.origin.at("candidats"),
            f"Les voix font {total} en tout, plus que {ballots} bulletins de {names} "
            f"nom{'s' if names > 1 else ''} au plus.",
            "Corrigez les voix ; ou dites dans « choix » combien de noms un bulletin pouvait porter.",
        )


def _names(election: Election, contest: Contest, stood: int) -> int:
    """How many names a ballot bears at most, 0 where nothing says it."""
    if election.choix is not None:
        return election.choix
    if election.methode is Method.approbation:
        return stood
    return contest.seats if election.methode is Method.majorite else 0


def few_ballots_are_not_told(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Of fewer than ten ballots no voice is written: the file is public as well."""
    for election in hub.of(ELECTION):
        for contest in election.contests:
            told = next((one for one in election.of(contest) if one.voix is not None), None)
            if told and election.discreet(contest):
                yield problem(
                    "S010",
                    election.origin.at("candidats", election.candidats.index(told), "voix"),
                    f"{of_college(contest) or 'Ici, '}moins de dix bulletins : les voix diraient qui a voté "
                    "quoi. Le site ne montre que le résultat.",
                    "Retirez « voix » ; si plus de neuf ont voté, écrivez « votants ».",
                )


def of_college(contest: Contest) -> str:
    """What begins a sentence about the seats of a college; '' for those of all."""
    return f"« {contest.college} » : " if contest.college else ""


CHECKS = (ballots_add_up, voices_within_ballots, few_ballots_are_not_told)
