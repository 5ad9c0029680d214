"""Rules of the bureau's terms and elections (B)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.model.bureau import Term
from hub.model.election import ELECTION
from hub.model.fields import PartialDate
from hub.model.hub import Hub
from hub.model.minutes import Body

TWO_YEARS = 2 * 366 + 62
"""Days: two years, and two months to spare for the day of the next election."""


def terms_in_order(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A term begins before it ends, and does not overlap the one before."""
    terms = hub.bureau.mandats
    for index, term in enumerate(terms):
        at = term.origin.at("fin")
        if term.fin.last < term.debut.first:
            yield problem(
                "B001",
                at,
                f"Le mandat finit ({term.fin}) avant d'avoir commencé ({term.debut}).",
                "Corrigez l'une des deux dates.",
            )
        for newer in terms[:index]:
            if _overlap(newer, term):
                yield problem(
                    "B002",
                    at,
                    f"Ce mandat se termine ({term.fin}) après le début du suivant ({newer.debut}).",
                    "Corrigez la fin de ce mandat ou le début du suivant.",
                )


def _overlap(newer: Term, older: Term) -> bool:
    return newer.debut.last < older.fin.first and newer.fin.first > older.debut.last


def unique_terms(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Two terms do not begin and end in the same years: their page would be the same."""
    terms = hub.bureau.mandats
    for index, term in enumerate(terms):
        twins = [other for other in terms[:index] if other.id == term.id]
        if twins and not any(_overlap(other, term) for other in twins):
            yield problem(
                "B003",
                term.origin.at("debut"),
                f"Il y a déjà un mandat {term.id}.",
                "Corrigez les dates de l'un des deux.",
            )


def two_years_at_most(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A bureau is elected for two years."""
    for term in hub.bureau.mandats:
        whole = term.debut.whole and term.fin.whole
        if whole and (term.fin.first - term.debut.first).days > TWO_YEARS:
            yield problem(
                "B010",
                term.origin.at("fin"),
                f"Ce mandat dure plus de deux ans ({term.debut} – {term.fin}).",
                "Vérifiez les dates ; si le mandat a été prolongé, rien n'est à faire.",
            )


def succeeded(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """When a term has ended, the next one is known."""
    if not hub.bureau.mandats or hub.bureau.term_on(today) or "mandats" in hub.spoiled.unknown:
        return  # or the term that runs may be the one that cannot be read
    latest = max(hub.bureau.mandats, key=lambda term: term.fin)
    if latest.debut.first <= latest.fin.last < today:  # B001 says the rest
        yield problem(
            "B011",
            latest.origin.at("fin"),
            f"Le dernier mandat connu est fini ({latest.fin}), et aucun autre ne le suit.",
            "Ajoutez le mandat suivant en tête de « mandats ».",
        )


def election_attested(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The election of a term comes before it, and something attests the day that is named."""
    for term in hub.bureau.mandats:
        if term.election is None:
            continue
        if term.election.first > term.debut.last:
            yield problem(
                "B013",
                term.origin.at("election"),
                f"L'élection ({term.election}) vient après le début du mandat ({term.debut}).",
                "Corrigez l'une des deux dates.",
            )
        elif not term.source and not _attested(term.election, hub):
            yield problem(
                "B012",
                term.origin.at("election"),
                f"Rien n'atteste l'élection ({term.election}) : ni compte rendu, ni scrutin, ni date de "
                "l'agenda, ni « source » de ce mandat.",
                "Ajoutez le compte rendu de l'assemblée, ou dites dans « source » d'où vient la date.",
            )


def _attested(election: PartialDate, hub: Hub) -> bool:
    plenaries = (m.date for m in hub.minutes if m.instance is Body.pleniere)
    voted = (election.date for election in hub.of(ELECTION))
    dates = (*plenaries, *voted, *(event.debut for event in hub.events))
    return any(date.first <= election.last and election.first <= date.last for date in dates)


CHECKS = (
    terms_in_order,
    unique_terms,
    two_years_at_most,
    succeeded,
    election_attested,
)
