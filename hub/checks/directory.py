"""Rules of the directory (A)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.model.association import Association, AssociationStatus
from hub.model.hub import Hub
from hub.model.names import fold, sort_key
from hub.sources import Position

A_YEAR = 366
"""Days after which an entry wants to be read again."""

Associations = tuple[Association, ...]

SHORTEST_LIKENESS = 6
"""Letters under which two names may differ by one and be two names."""


def unique_ids(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An identifier belongs to one association, one theme, one college."""
    for things in (hub.associations, hub.themes, hub.bureau.colleges):
        if len({thing.id for thing in things}) < len(things):
            yield from _taken([(thing.origin.at("id"), thing.id) for thing in things])


def _taken(placed: list[tuple[Position, str]]) -> Iterator[Problem]:
    seen: dict[str, Position] = {}
    for position, key in sorted(placed):
        if key in seen:
            yield problem(
                "A001",
                position,
                f"L'identifiant « {key} » est déjà pris à la ligne {seen[key].line}.",
                "Donnez-en un autre à l'entrée la plus récente.",
            )
        seen.setdefault(key, position)


def unambiguous_names(hub: Hub, today: dt.date) -> list[Problem]:
    """A name, an alias or a spelling means one association only."""
    return hub.memory.of_all(_ambiguous, hub.associations)


def _ambiguous(associations: Associations) -> list[Problem]:
    return list(_named_twice(sorted(associations, key=lambda a: a.origin.at())))


def _named_twice(associations: list[Association]) -> Iterator[Problem]:
    owners = {fold(association.id): association.id for association in associations}
    for association in associations:
        for loc, name in _named(association):
            owner = owners.setdefault(fold(name), association.id)
            if owner != association.id:
                yield problem(
                    "A002",
                    association.origin.at(*loc),
                    f"« {name} » désigne déjà l'association « {owner} ».",
                    "Gardez ce nom à un seul endroit.",
                )


def _named(association: Association) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Each of its names, and where it stands."""
    yield ("nom",), association.nom
    for key in ("alias", "graphies"):
        yield from (((key, index), name) for index, name in enumerate(getattr(association, key)))


def needed_names(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An alias or a spelling is none of the names before it, accents, case and punctuation aside."""
    for association in hub.associations:
        if association.alias or association.graphies:
            yield from hub.memory.of(_needless, association)


def _needless(association: Association) -> list[Problem]:
    known: dict[str, str] = {}
    found = []
    for loc, name in _named(association):
        folded = fold(name)
        if folded in known:
            found.append(
                problem(
                    "A014",
                    association.origin.at(*loc),
                    f"« {name} » se reconnaît déjà à « {known[folded]} ».",
                    f"Retirez « {name} » : accents, majuscules et ponctuation ne comptent pas.",
                )
            )
        known.setdefault(folded, name)
    return found


def distinct_names(hub: Hub, today: dt.date) -> list[Problem]:
    """Two associations whose names differ by a letter may be one, written twice."""
    return hub.memory.of_all(_alike, hub.associations)


def _alike(associations: Associations) -> list[Problem]:
    return list(_named_nearly(sorted(associations, key=lambda a: a.origin.at())))


def _named_nearly(associations: list[Association]) -> Iterator[Problem]:
    owners: dict[str, Association] = {}
    for association in associations:
        name = sort_key(association.nom).replace(" ", "")
        spellings = dict.fromkeys((name, *(name[:index] + name[index + 1 :] for index in range(len(name)))))
        near = next((other for s in spellings if (other := owners.get(s))), None)
        if near and fold(near.nom) != fold(association.nom):
            yield problem(
                "A003",
                association.origin.at("nom"),
                f"« {association.nom} » ressemble à « {near.nom} » (ligne {near.origin.at('nom').line}).",
                "Si c'est la même association, gardez une entrée, et l'autre nom dans ses « alias ».",
            )
        if len(name) >= SHORTEST_LIKENESS and name.isalpha():  # « Club 1 » and « Club 2 » are two
            for spelling in spellings:
                owners.setdefault(spelling, association)


def themed(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association that is alive has a theme, by which people look for it."""
    for association in hub.associations:
        if not association.themes and association.statut is AssociationStatus.active:
            yield problem(
                "A004",
                association.origin.at(),
                "Cette association n'a pas de thème : on ne la trouvera pas en cherchant par thème.",
                "Ajoutez « themes: […] », d'après la liste en tête du fichier.",
            )


def checked_within_a_year(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An entry was verified less than a year ago."""
    for association in hub.associations:
        checked = association.verifie_le
        if checked and (today - checked.last).days > A_YEAR:
            yield problem(
                "A005",
                association.origin.at("verifie_le"),
                "Cette fiche a été vérifiée il y a plus d'un an.",
                "Demandez à l'association de la relire, puis changez la date.",
            )


def alive_on_the_bureau(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association that is dissolved holds no seat in the present bureau."""
    term = hub.bureau.term_on(today)
    for index, seat in enumerate(term.sieges if term else ()):
        holder = hub.named(seat.association)
        if term and holder and holder.statut is AssociationStatus.dissoute and term.held_on(seat, today):
            yield problem(
                "A006",
                term.origin.at("sieges", index, "association"),
                f"« {holder.nom} » est dissoute, et siège encore {hub.site.mots('au bureau')}.",
                "Ajoutez « fin » à son siège, ou corrigez son « statut » dans l'annuaire.",
            )


def siret_of_the_siren(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A SIRET is the SIREN and five digits (articles R.123-220 and following, code de commerce)."""
    for association in hub.associations:
        siren, siret = ((number or "").replace(" ", "") for number in (association.siren, association.siret))
        if siren and siret and not siret.startswith(siren):
            yield problem(
                "A009",
                association.origin.at("siret"),
                f"Ce SIRET ne commence pas par le SIREN de l'association, {siren}.",
                "Recopiez les deux depuis l'avis de situation de l'Insee.",
            )


def checked_by_now(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Nobody verified an entry tomorrow."""
    for association in hub.associations:
        if association.verifie_le and association.verifie_le.first > today:
            yield problem(
                "A013",
                association.origin.at("verifie_le"),
                f"La fiche aurait été vérifiée le {association.verifie_le}, qui est à venir.",
                "Écrivez le jour où l'association a confirmé sa fiche.",
            )


CHECKS = (
    siret_of_the_siren,
    checked_by_now,
    unique_ids,
    unambiguous_names,
    needed_names,
    distinct_names,
    themed,
    checked_within_a_year,
    alive_on_the_bureau,
)
