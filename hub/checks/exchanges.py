"""Rules of exchanges, and of what associations need volunteers for (H)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta

from hub.checks.problem import Problem, problem
from hub.model.association import AssociationStatus
from hub.model.exchange import EXCHANGE
from hub.model.hub import Hub

A_YEAR = relativedelta(years=1)


def end_after_publication(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An exchange ends after it was published."""
    for one in hub.of(EXCHANGE):
        if one.publie_le and one.jusqu_a.last < one.publie_le.first:
            yield problem(
                "H001",
                one.origin.at("jusqu_a"),
                f"Cette annonce se termine ({one.jusqu_a}) avant de paraître ({one.publie_le}).",
                "Corrigez l'une des deux dates : l'année, peut-être.",
            )


def settled_by_now(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Nobody settled an exchange tomorrow."""
    for one in hub.of(EXCHANGE):
        if one.pourvu_le and one.pourvu_le.first > today:
            yield problem(
                "H002",
                one.origin.at("pourvu_le"),
                f"Cette annonce aurait été pourvue le {one.pourvu_le}, qui est à venir.",
                "Écrivez le jour où quelqu'un a répondu ; le dernier jour se met dans « jusqu_a ».",
            )


def short_enough(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An exchange ends within a year: later, nobody answers for it any more."""
    for one in hub.of(EXCHANGE):
        if one.publie_le and one.jusqu_a.first > one.publie_le.last + A_YEAR:
            yield problem(
                "H003",
                one.origin.at("jusqu_a"),
                f"Cette annonce resterait plus d'un an : du {one.publie_le} au {one.jusqu_a}.",
                "Écrivez un jour plus proche ; vous la prolongerez en le repoussant.",
            )


def of_somebody_alive(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association that is no more proposes nothing, and looks for nothing."""
    for one in hub.of(EXCHANGE):
        who = None if one.over(today) else hub.named(one.association)
        if who and who.statut is AssociationStatus.dissoute:
            yield problem(
                "H004",
                one.origin.at("association"),
                f"« {who.nom} » est dissoute : personne ne répondra à cette annonce.",
                "Dites qui la reprend ; sinon, écrivez « pourvu_le » ou un « jusqu_a » passé.",
            )
    for association in hub.associations:
        if association.benevoles and association.statut is AssociationStatus.dissoute:
            yield problem(
                "H004",
                association.origin.at("benevoles"),
                f"« {association.nom} » est dissoute : elle ne cherche plus de bénévoles.",
                "Retirez « benevoles » de cette fiche.",
            )


def one_day_or_several(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A need of volunteers is for one day, or goes on until one."""
    for association in hub.associations:
        for rank, need in enumerate(association.benevoles):
            if need.date and need.jusqu_a:
                yield problem(
                    "H010",
                    association.origin.at("benevoles", rank, "jusqu_a"),
                    f"Ce besoin est pour un jour ({need.date}) et dure jusqu'à un autre ({need.jusqu_a}).",
                    "Gardez « date » si c'est pour un seul jour, sinon « jusqu_a ».",
                )


CHECKS = (end_after_publication, settled_by_now, short_enough, of_somebody_alive, one_day_or_several)
