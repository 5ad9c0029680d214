"""Rules of the activities of associations (A02x); those of what comes back (E) hold for them too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.model.activity import Activity
from hub.model.association import AssociationStatus
from hub.model.audience import years_of
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.offer import ACTIVITY


def told_apart(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Two activities of an association have two names, or do not begin at the same moment."""
    seen: dict[tuple[str, str, str], Activity] = {}
    for one in hub.of(ACTIVITY):
        key = one.association, fold(one.nom), str(one.debut)
        if key in seen:
            line = seen[key].origin.at("nom").line
            yield problem(
                "A020",
                one.origin.at("nom"),
                f"« {one.nom} » est déjà à la ligne {line}, et commence au même moment ({one.debut}).",
                "Si c'est la même activité, gardez-en une ; sinon, dites dans « nom » ce qui les distingue.",
            )
        seen.setdefault(key, one)


def ages_in_order(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The youngest age is not above the oldest."""
    for one in hub.of(ACTIVITY):
        if one.ages and one.ages.de is not None and one.ages.a is not None and one.ages.de > one.ages.a:
            yield problem(
                "A021",
                one.origin.at("ages"),
                f"De {one.ages.de} à {one.ages.a} ans : personne n'a cet âge.",
                f"Écrivez « ages: {{de: {one.ages.a}, a: {one.ages.de}}} », ou corrigez l'un des deux.",
            )


def offered_by_somebody(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association that is dissolved has no activity that goes on."""
    for one in hub.of(ACTIVITY):
        holder = hub.by_id.get(one.association)
        if holder is None:
            continue  # of a town of which a part is looked at alone
        if holder.statut is AssociationStatus.dissoute and not one.annule and not one.over(today):
            yield problem(
                "A022",
                one.origin.at("nom"),
                f"« {holder.nom} » est dissoute, et « {one.nom} » serait encore proposé.",
                "Écrivez dans « annule » pourquoi cela n'a plus lieu, ou corrigez le « statut ».",
            )


def publics_of_these_ages(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The publics of an activity may have its ages."""
    for one in hub.of(ACTIVITY):
        years = one.years
        if one.ages is None or years is None or years.first > years.last:  # A021 says it
            continue
        for rank, public in enumerate(one.publics):
            if not years.meets(years_of(public)):
                yield problem(
                    "A023",
                    one.origin.at("publics", rank),
                    f"« {public.libelle} » ne va pas avec les âges de cette activité.",
                    "Retirez ce public, ou corrigez « ages ».",
                )


CHECKS = (told_apart, ages_in_order, offered_by_somebody, publics_of_these_ages)
