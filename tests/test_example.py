"""The fictional town shows everything: every kind, every field, every value of every list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from hub.build import inspect
from hub.model import Hub
from hub.model.bureau import Seat, Term
from hub.model.call import CallState
from hub.model.event import Announced, NextMeeting, TrainingSession
from hub.model.fields import Choice, Entity
from hub.model.pictogram import Pictogram
from hub.model.questionnaire import QuestionnaireState
from tests import towns


@pytest.fixture(scope="module")
def hub() -> Hub:
    found = inspect(towns.EXAMPLE, towns.TODAY).hub
    assert found is not None
    return found


def things(hub: Hub) -> Iterator[Entity]:
    """Every entity of the hub, those inside others included."""
    roots = (
        *hub.bureau.colleges,
        *hub.bureau.mandats,
        *hub.themes,
        *hub.associations,
        *hub.publications,
        *hub.editorials.values(),
    )
    for root in roots:
        yield from _inside(root)


def _inside(entity: Entity) -> Iterator[Entity]:
    yield entity
    for name in type(entity).model_fields:
        value = getattr(entity, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Entity):
                yield from _inside(part)


def test_it_is_complete(hub: Hub) -> None:
    dates = [event for event in hub.events if not isinstance(event, Announced)]
    counts = {
        "associations": len(hub.associations),
        "terms": len(hub.bureau.mandats),
        "minutes": len(hub.minutes),
        "events": len(dates),
        "guides": len(hub.guides),
        "letters": len(hub.letters),
    }
    assert counts == {"associations": 40, "terms": 3, "minutes": 15, "events": 55, "guides": 10, "letters": 4}


def test_every_field_is_used(hub: Hub) -> None:
    used: dict[type[BaseModel], set[str]] = {}
    for thing in things(hub):
        given = {name for name in thing.model_fields_set if getattr(thing, name) not in (None, ())}
        used.setdefault(type(thing), set()).update(given)
    unused = {
        f"{model.__name__}.{name}"
        for model, names in used.items()
        if model not in (NextMeeting, TrainingSession)
        for name in set(model.model_fields) - names
    }
    assert unused == {"Event.origine"}, "an import writes it, and nobody else"


def test_every_value_of_every_list_is_used(hub: Hub) -> None:
    choices: set[type[Choice]] = set()
    used: set[Choice] = set()
    for thing in things(hub):
        for name, field in type(thing).model_fields.items():
            choices |= set(_choices(field.annotation))
            value: Any = getattr(thing, name)
            used |= {v for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, Choice)}
    choices.discard(Pictogram)  # drawings to choose among
    missing = {repr(member) for choice in choices for member in choice if member not in used}
    assert missing == set()


def _choices(annotation: Any) -> Iterator[type[Choice]]:
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        yield annotation
    for part in get_args(annotation):
        yield from _choices(part)


def test_calls_stand_in_every_state(hub: Hub) -> None:
    assert {call.state(towns.TODAY) for call in hub.calls} == set(CallState)


def test_questionnaires_stand_in_every_state(hub: Hub) -> None:
    assert {one.state(towns.TODAY) for one in hub.questionnaires} == set(QuestionnaireState)


def test_terms_have_replacements_and_vacancies(hub: Hub) -> None:
    seats: list[tuple[Term, Seat]] = [(t, s) for t in hub.bureau.mandats for s in t.sieges]
    assert sum(seat.remplace is not None for _, seat in seats) >= 2
    assert sum(vacancy.nombre for term in hub.bureau.mandats for vacancy in term.vacants) >= 3


def test_some_events_recur_some_are_cancelled_some_last_several_days(hub: Hub) -> None:
    assert sum(event.recurrence is not None for event in hub.events) >= 10
    assert sum(event.annule is not None for event in hub.events) >= 2
    assert sum(bool(e.fin and (e.fin.first - e.debut.first).days > 1) for e in hub.events) >= 3


def test_nothing_in_it_could_be_taken_for_real(hub: Hub) -> None:
    for association in hub.associations:
        for address in (association.site, association.courriel):
            assert address is None or ".example" in address
        assert association.telephone is None or association.telephone.startswith("01 99 00")
        assert association.adresse is None or association.adresse.code_postal in (None, "00000")
