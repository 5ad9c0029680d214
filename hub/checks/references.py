"""Rules of what is named: themes, colleges and associations are those of the registers (A)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.personal import Sort, personal
from hub.checks.problem import Problem, problem
from hub.checks.suggest import Candidate, Suggestions, spellings
from hub.model.event import TOWN
from hub.model.fields import TO_CONFIRM, Meaning
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.walk import meaning

NOBODY = frozenset("aucun aucune neant personne rien".split())


def known_themes(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A theme named anywhere is in the list of themes."""
    near = Suggestions(lambda: (Candidate(t.id, t.origin, ("id",)) for t in hub.themes))
    for one in meaning(hub, Meaning.THEME):
        if one.value not in hub.themes_by_id and not hub.spoiled.has("themes", one.value):
            yield problem(
                "A010",
                one.thing.origin.at(*one.loc),
                f"Le thème « {one.value} » n'est pas dans la liste « themes ».",
                near.did_you_mean(one.value, "Ajoutez-le en tête d'associations.yaml."),
            )


def known_colleges(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A college named anywhere is one of the bureau's, or « a-confirmer »."""
    words = hub.site.mots
    if not words.has("college"):
        return  # C053 says it
    near = Suggestions(lambda: _colleges(hub))
    for one in meaning(hub, Meaning.COLLEGE):
        college = one.value
        if college not in (TO_CONFIRM, *hub.colleges) and not hub.spoiled.has("colleges", college):
            yield problem(
                "A011",
                one.thing.origin.at(*one.loc),
                f"{words('Le collège')} « {college} » n'est pas dans bureau.yaml.",
                near.did_you_mean(college, "Écrivez « a-confirmer » si vous ne savez pas."),
            )


def _colleges(hub: Hub) -> Iterator[Candidate]:
    for college in hub.bureau.colleges:
        yield Candidate(college.id, college.origin, ("id",))
    yield Candidate(TO_CONFIRM)


def known_associations(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association named anywhere is in the directory, under that name, an alias, a spelling or its id."""
    near = Suggestions(lambda: (Candidate(TOWN), *spellings(hub)))
    for one in meaning(hub, Meaning.ASSOCIATION, Meaning.ORGANISER):
        name = one.value
        if name in (TO_CONFIRM, TOWN if one.meaning is Meaning.ORGANISER else TO_CONFIRM):
            continue
        if hub.named(name) is None and not hub.spoiled.may_be(name):
            at = one.thing.origin.at(*one.loc)
            yield problem("A012", at, f"« {name} » n'est pas dans l'annuaire.", _meant(name, near))


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


CHECKS = (known_themes, known_colleges, known_associations)
