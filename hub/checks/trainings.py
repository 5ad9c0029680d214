"""Rules of trainings (G): places that add up, a day for what was counted, one date for one session."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.checks.suggest import CLOSE_ENOUGH
from hub.model.event import TrainingSession
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.training import TRAINING


def places_that_add_up(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """No more places are left than there are."""
    for one in hub.of(TRAINING):
        if one.places is not None and one.restantes is not None and one.restantes > one.places:
            yield problem(
                "G010",
                one.origin.at("restantes"),
                f"Il resterait {one.restantes} places sur {one.places}.",
                "Corrigez « places » ou « restantes ».",
            )


def counted_on_a_day(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """What was left says on which day it was counted, and nobody counted tomorrow."""
    for one in hub.of(TRAINING):
        if one.restantes is not None and one.restantes_le is None:
            yield problem(
                "G011",
                one.origin.at("restantes"),
                "Rien ne dit quel jour ces places restaient : demain, ce sera peut-être faux.",
                f"Écrivez le jour où vous les avez comptées : « restantes_le: {today} ».",
            )
        elif one.restantes_le and one.restantes_le.first > today:
            yield problem(
                "G011",
                one.origin.at("restantes_le"),
                f"Ces places auraient été comptées le {one.restantes_le}, qui est à venir.",
                f"Écrivez le jour où vous les avez comptées : « restantes_le: {today} ».",
            )


def a_date_once(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A session of a training is no file of the calendar besides: its key is the address of its date."""
    keys = Counter(event.id for event in hub.events)
    for event in hub.events:
        if isinstance(event, TrainingSession) and keys[event.id] > 1:
            yield problem(
                "G012",
                event.origin.at("debut"),
                f"L'agenda a déjà une date à cette adresse : /agenda/{event.id}/.",
                f"Retirez content/agenda/{event.id}.md, si c'est la même ; sinon, renommez l'un des deux.",
            )


def themes_alike(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Trainings of one theme call it alike: the programme puts them together."""
    counts = Counter(fold(one.theme) for one in hub.of(TRAINING))
    if len(counts) < 2:
        return
    ranks = {theme: rank for rank, theme in enumerate(counts)}
    from rapidfuzz import fuzz  # loaded where there are several themes

    for one in hub.of(TRAINING):
        mine = fold(one.theme)
        near = [
            other
            for other in counts
            if (-counts[other], ranks[other]) < (-counts[mine], ranks[mine])
            and fuzz.ratio(mine, other) >= CLOSE_ENOUGH + 10
        ]
        if near:
            usual = next(each.theme for each in hub.of(TRAINING) if fold(each.theme) == near[0])
            yield problem(
                "G013",
                one.origin.at("theme"),
                f"Le thème « {one.theme} » ressemble à « {usual} » : le programme en ferait deux.",
                f"Si c'est le même, écrivez « theme: {usual} » ; sinon, il n'y a rien à faire.",
            )


CHECKS = (places_that_add_up, counted_on_a_day, a_date_once, themes_alike)
