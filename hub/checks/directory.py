"""Rules of the directory, and of the references to it (A)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, error
from hub.checks.suggest import did_you_mean
from hub.model.fields import TO_CONFIRM
from hub.model.hub import TOWN, Hub
from hub.model.names import fold
from hub.sources import Origin, Position


def unique_ids(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An identifier belongs to one association, one theme, one college."""
    for things in (hub.associations, hub.themes, hub.bureau.colleges):
        seen: dict[str, Position] = {}
        placed = [(_place(hub, thing, index), thing.id) for index, thing in enumerate(things)]
        for position, key in sorted(placed):
            if key in seen:
                yield error(
                    "A001",
                    position,
                    f"L'identifiant « {key} » est déjà pris à la ligne {seen[key].line}.",
                    "Donnez-en un autre à l'entrée la plus récente.",
                )
            seen.setdefault(key, position)


def _place(hub: Hub, thing: object, index: int) -> Position:
    own: Origin | None = getattr(thing, "_origin", None)
    if own is not None:
        return own.at("id")
    return hub.bureau.origin.at("colleges", index, "id")


def unambiguous_names(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A name or an alias means one association only."""
    owners: dict[str, str] = {}
    for association in sorted(hub.associations, key=lambda a: a.origin.at()):
        places = [("nom",), *(("alias", index) for index in range(len(association.alias)))]
        for loc, name in zip(places, (association.nom, *association.alias), strict=True):
            owner = owners.setdefault(fold(name), association.id)
            if owner != association.id:
                yield error(
                    "A002",
                    association.origin.at(*loc),
                    f"« {name} » désigne déjà l'association « {owner} ».",
                    "Gardez ce nom à un seul endroit.",
                )


def known_themes(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association's or a guide's theme is in the list of themes."""
    for thing in (*hub.associations, *hub.guides):
        for index, theme in enumerate(thing.themes):
            if theme not in hub.themes_by_id:
                yield error(
                    "A010",
                    thing.origin.at("themes", index),
                    f"Le thème « {theme} » n'est pas dans la liste « themes ».",
                    did_you_mean(theme, hub.themes_by_id, "Ajoutez-le en tête d'associations.yaml."),
                )


def known_colleges(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A college named anywhere is one of the bureau's, or « a-confirmer »."""
    uses = [(a.origin.at("college"), a.college) for a in hub.associations]
    for number, term in enumerate(hub.bureau.mandats):
        for part, rows in (("sieges", term.sieges), ("vacants", term.vacants)):
            for index, row in enumerate(rows):
                at = hub.bureau.origin.at("mandats", number, part, index, "college")
                uses.append((at, row.college))
    for position, college in uses:
        if college != TO_CONFIRM and college not in hub.colleges:
            yield error(
                "A011",
                position,
                f"Le collège « {college} » n'est pas dans bureau.yaml.",
                did_you_mean(college, (*hub.colleges, TO_CONFIRM), "Écrivez « a-confirmer » si vous ne savez pas."),
            )


def known_associations(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association named anywhere is in the directory, under that name, an alias or its id."""
    for position, name in _references(hub):
        if name != TO_CONFIRM and hub.named(name) is None and fold(name) not in hub.spoiled:
            yield error(
                "A012",
                position,
                f"« {name} » n'est pas dans l'annuaire.",
                did_you_mean(
                    name,
                    (spelling for a in hub.associations for spelling in a.names),
                    "Ajoutez l'association à associations.yaml, ou ce nom à ses « alias ».",
                ),
            )


def _references(hub: Hub) -> Iterator[tuple[Position, str]]:
    for number, term in enumerate(hub.bureau.mandats):
        origin = hub.bureau.origin.inside("mandats", number)
        for index, seat in enumerate(term.sieges):
            yield origin.at("sieges", index, "association"), seat.association
            if seat.remplace:
                yield origin.at("sieges", index, "remplace"), seat.remplace
        for index, commission in enumerate(term.commissions):
            for rank, member in enumerate(commission.membres):
                yield origin.at("commissions", index, "membres", rank), member
    for minutes in hub.minutes:
        for key, names in (("presents", minutes.presents), ("excuses", minutes.excuses)):
            for index, name in enumerate(names):
                yield minutes.origin.at(key, index), name
    for event in hub.events:
        for index, name in enumerate(event.organisateurs):
            if name != TOWN:
                yield event.origin.at("organisateurs", index), name
    for news in hub.news:
        for index, name in enumerate(news.associations):
            yield news.origin.at("associations", index), name


CHECKS = (unique_ids, unambiguous_names, known_themes, known_colleges, known_associations)
