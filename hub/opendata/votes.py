"""The rows of votes and of elections: of fewer than ten ballots, their outcome alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hub.model import Hub
from hub.model.ballots import Candidate, Contest, Elected
from hub.model.election import ELECTION, Election
from hub.model.minutes import Body, Minutes
from hub.model.vote import Vote

COLUMNS = (
    *"COLL_NOM COLL_SIRET DELIB_ID DELIB_DATE DELIB_MATIERE_CODE DELIB_MATIERE_NOM DELIB_OBJET".split(),
    *"BUDGET_ANNEE BUDGET_NOM PREF_ID PREF_DATE".split(),
    *"VOTE_EFFECTIF VOTE_REEL VOTE_POUR VOTE_CONTRE VOTE_ABSTENTION DELIB_URL".split(),
    *"reunion projet resultat ne_prend_pas_part".split(),
)
"""Those of the national schema of deliberations in their order (SCDL délibérations 2.1.5), then ours."""

_TURNOUT = ("inscrits", "votants", "exprimes", "blancs", "nuls")

OF_CANDIDATES = tuple(
    "scrutin titre date instance methode college association nom elu voix rang inscrits votants exprimes "
    "blancs nuls".split()
)


def votes(hub: Hub) -> Iterator[dict[str, Any]]:
    """A row a vote of a meeting."""
    for minutes in hub.minutes:
        for number, vote in enumerate(minutes.votes, start=1):
            yield _vote(hub, minutes, vote, number)


def _vote(hub: Hub, minutes: Minutes, vote: Vote, number: int) -> dict[str, Any]:
    counts = vote.counts
    told = {
        "COLL_NOM": hub.site.commune,
        "COLL_SIRET": None if hub.site.editeur.nom else hub.site.editeur.siret,
        "DELIB_ID": f"{minutes.id}-{number}",
        "DELIB_DATE": str(minutes.date),
        "DELIB_OBJET": vote.objet,
        "VOTE_EFFECTIF": _seated(hub, minutes),
        "VOTE_REEL": counts and counts.cast,
        "VOTE_POUR": counts and counts.pour,
        "VOTE_CONTRE": counts and counts.contre,
        "VOTE_ABSTENTION": counts and counts.abstention,
        "DELIB_URL": hub.site.absolute(minutes.address),
        "reunion": minutes.id,
        "projet": vote.projet,
        "resultat": str(vote.outcome),
        "ne_prend_pas_part": counts and counts.ne_prend_pas_part,
    }
    return {column: told.get(column) for column in COLUMNS}


def _seated(hub: Hub, minutes: Minutes) -> int | None:
    """How many associations had a seat in the bureau that met, None where nobody says."""
    term = hub.bureau.term_on(minutes.date.first) if minutes.instance is Body.bureau else None
    seats = [seat for seat in term.sieges if term.held_on(seat, minutes.date.first)] if term else []
    return len(seats) or None


def standing(hub: Hub) -> Iterator[tuple[Candidate, ...]]:
    """Who stood in each election."""
    return (election.candidats for election in hub.of(ELECTION))


def candidates(hub: Hub) -> Iterator[dict[str, Any]]:
    """A row a candidate of an election, in the order in which they are told; those of no contest that was
    held come last."""
    for election in hub.of(ELECTION):
        told = list(election.results)
        there = [candidate for _, candidate in told]
        others = [(Contest(college=one.college), one) for one in election.candidats if one not in there]
        yield from (_candidate(hub, election, *one) for one in (*told, *others))


def _candidate(hub: Hub, election: Election, contest: Contest, one: Candidate) -> dict[str, Any]:
    association = hub.named(one.association)
    shown = not election.discreet(contest) and not election.annule
    turnout = election.turnout(contest)
    return {
        "scrutin": election.id,
        "titre": election.titre,
        "date": str(election.date),
        "instance": str(election.instance),
        "methode": str(election.methode),
        "college": one.college or contest.college,
        "association": association.id if association else one.association,
        "nom": association.nom if association else one.association,
        "elu": None if election.annule else str(one.elu if election.known else Elected.a_confirmer),
        "voix": one.voix if shown else None,
        "rang": one.rang if shown else None,
        **{name: getattr(turnout, name) for name in _TURNOUT},
    }
