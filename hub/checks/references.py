"""Rules of what is named: themes, colleges and associations are those of the registers (A)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.personal import Sort, personal
from hub.checks.problem import Problem, problem
from hub.checks.suggest import Candidate, Suggestions, spellings
from hub.model.event import TOWN
from hub.model.fields import TO_CONFIRM
from hub.model.hub import Hub
from hub.model.names import fold
from hub.sources import Origin, Position

NOBODY = frozenset("aucun aucune neant personne rien".split())


def known_themes(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association's or a guide's theme is in the list of themes."""
    near = Suggestions(lambda: (Candidate(t.id, t.origin, ("id",)) for t in hub.themes))
    uses = [(a.origin, a.themes) for a in hub.associations]
    uses += [(g.origin, g.themes) for g in hub.guides]
    for origin, themes in uses:
        for position, theme in _listed(origin, "themes", themes):
            if theme not in hub.themes_by_id and not hub.spoiled.has("themes", theme):
                yield problem(
                    "A010",
                    position,
                    f"Le thème « {theme} » n'est pas dans la liste « themes ».",
                    near.did_you_mean(theme, "Ajoutez-le en tête d'associations.yaml."),
                )


def known_colleges(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A college named anywhere is one of the bureau's, or « a-confirmer »."""
    near = Suggestions(lambda: _colleges(hub))
    uses = [(a.origin.at("college"), a.college) for a in hub.associations]
    for term in hub.bureau.mandats:
        origin = term.origin
        for index, seat in enumerate(term.sieges):
            uses.append((origin.at("sieges", index, "college"), seat.college))
        for index, vacancy in enumerate(term.vacants):
            uses.append((origin.at("vacants", index, "college"), vacancy.college))
    for position, college in uses:
        if college not in (TO_CONFIRM, *hub.colleges) and not hub.spoiled.has("colleges", college):
            yield problem(
                "A011",
                position,
                f"Le collège « {college} » n'est pas dans bureau.yaml.",
                near.did_you_mean(college, "Écrivez « a-confirmer » si vous ne savez pas."),
            )


def _colleges(hub: Hub) -> Iterator[Candidate]:
    for college in hub.bureau.colleges:
        yield Candidate(college.id, college.origin, ("id",))
    yield Candidate(TO_CONFIRM)


def known_associations(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association named anywhere is in the directory, under that name, an alias, a spelling or its id."""
    near = Suggestions(lambda: (Candidate(TOWN), *spellings(hub)))
    for position, name in _references(hub):
        if name != TO_CONFIRM and hub.named(name) is None and not hub.spoiled.may_be(name):
            yield problem("A012", position, f"« {name} » n'est pas dans l'annuaire.", _meant(name, near))


def _meant(name: str, near: Suggestions) -> str:
    """What to do about a name that is no association's."""
    if fold(name) == TOWN:
        return "La ville n'est pas une association : retirez-la de cette liste."
    if fold(name) in NOBODY:
        return "S'il n'y a personne, écrivez une liste vide : []."
    if ";" in name:
        return "Entre deux noms, mettez une virgule."
    if any(found.sort is Sort.NAME for found in personal(name)):
        return "Nommez l'association, pas la personne qui la représente."
    return near.did_you_mean(name, "Ajoutez l'association à associations.yaml, ou ce nom à ses « graphies ».")


def _references(hub: Hub) -> Iterator[tuple[Position, str]]:
    yield from _references_of_bureau(hub)
    for minutes in hub.minutes:
        yield from _listed(minutes.origin, "presents", minutes.presents)
        yield from _listed(minutes.origin, "excuses", minutes.excuses)
    for event in hub.events:
        for position, name in _listed(event.origin, "organisateurs", event.organisateurs):
            if name != TOWN:
                yield position, name
    for news in hub.news:
        yield from _listed(news.origin, "associations", news.associations)


def _listed(origin: Origin, key: str, names: tuple[str, ...]) -> Iterator[tuple[Position, str]]:
    for index, name in enumerate(names):
        yield origin.at(key, index), name


def _references_of_bureau(hub: Hub) -> Iterator[tuple[Position, str]]:
    for term in hub.bureau.mandats:
        origin = term.origin
        for index, seat in enumerate(term.sieges):
            yield origin.at("sieges", index, "association"), seat.association
            if seat.remplace:
                yield origin.at("sieges", index, "remplace"), seat.remplace
        for index, commission in enumerate(term.commissions):
            yield from _listed(origin.inside("commissions", index), "membres", commission.membres)


CHECKS = (known_themes, known_colleges, known_associations)
