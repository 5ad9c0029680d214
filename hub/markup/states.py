"""The state of what is named, in words: whoever names a date, an association or a call says it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from hub.markup import dates, rhythm
from hub.model.association import Association
from hub.model.call import Call, CallState
from hub.model.event import Event, Occurrence
from hub.model.exchange import Exchange, ExchangeState
from hub.model.questionnaire import Questionnaire, QuestionnaireState
from hub.model.training import Training, TrainingState

SOON = dt.timedelta(days=62)
"""How far ahead of a time its cancelled neighbours are told."""


def said(name: str, state: str) -> str:
    """« Le Machin-truc (dissoute) »; the name alone where there is nothing to say."""
    return f"{name} ({state})" if state else name


def of_event(event: Event) -> str:
    """« annulé » of a date that does not take place at all."""
    return "annulé" if event.annule else ""


def of_time(once: Occurrence) -> str:
    """« annulé » or « déplacé » of one time of a date."""
    return "annulé" if once.annule else "déplacé" if once.moved else ""


def of_thing(thing: Any, today: dt.date) -> str:
    """The state of a thing of any kind."""
    if isinstance(thing, Event):
        return of_event(thing)
    if isinstance(thing, Call):
        return of_call(thing, today)
    if isinstance(thing, Training):
        return of_training(thing, today)
    if isinstance(thing, Exchange):
        return of_exchange(thing, today)
    if isinstance(thing, Questionnaire):
        return of_questionnaire(thing, today)
    return of_association(thing) if isinstance(thing, Association) else ""


def of_association(one: Association | None) -> str:
    """« dissoute » or « en sommeil »; '' of what the directory does not know."""
    return one.mention if one else ""


def of_training(one: Training, today: dt.date) -> str:
    """« annulé », « complet », « date à fixer » …; '' of a training that one may still join."""
    state = one.state(today)
    return "" if state in (TrainingState.ouverte, TrainingState.a_venir) else state.libelle


def of_call(call: Call, today: dt.date) -> str:
    """« clos », « à venir » …; '' of a call that one may answer."""
    state = call.state(today)
    return "" if state is CallState.ouvert else state.libelle


def of_exchange(one: Exchange, today: dt.date) -> str:
    """« pourvu » or « terminé »; '' of an exchange that one may still answer."""
    state = one.state(today)
    return "" if state is ExchangeState.en_cours else state.libelle


def lasting(one: Exchange, today: dt.date) -> str:
    """Until when an exchange stands, or since when it does not: « pourvu le 3 mars 2026 »."""
    state = one.state(today)
    if state is ExchangeState.pourvu and one.pourvu_le:
        return f"pourvu {dates.on(one.pourvu_le)}"
    return dates.until(one.jusqu_a) if state is ExchangeState.en_cours else f"terminé {dates.on(one.jusqu_a)}"


def of_questionnaire(one: Questionnaire, today: dt.date) -> str:
    """« à venir », « clos » …; '' of a questionnaire that one may answer, or whose results may be read."""
    state = one.state(today)
    if state in (QuestionnaireState.ouvert, QuestionnaireState.resultats):
        return ""
    return "clos" if state is QuestionnaireState.depouillement else state.libelle


def questionnaire_standing(one: Questionnaire, today: dt.date) -> str:
    """Where a questionnaire stands, with its day: « jusqu’au 3 mars 2027 », « clos le 3 mars 2026 »."""
    state = one.state(today)
    if state is QuestionnaireState.a_venir and one.debut:
        return f"à venir, ouvre {dates.on(one.debut)}"
    if state is QuestionnaireState.depouillement and one.fin:
        return f"clos {dates.on(one.fin)}, réponses pas encore comptées"
    if state is QuestionnaireState.ouvert and one.fin:
        return f"ouvert {dates.until(one.fin)}"
    return state.libelle


def standing(call: Call, today: dt.date) -> str:
    """Where a call stands, with its day: « jusqu’au 3 mars 2027 », « clos le 3 mars 2026 »."""
    state = call.state(today)
    if state is CallState.a_venir and call.ouverture:
        return f"à venir, ouvre {dates.on(call.ouverture)}"
    if state is CallState.clos and call.cloture:
        return f"clos {dates.on(call.cloture)}"
    if state is CallState.ouvert and call.cloture:
        return dates.until(call.cloture)
    opened = call.ouverture or call.publie_le
    return f"{state.libelle}, lancé {dates.on(opened)}" if opened else state.libelle


def association(name: str, one: Association | None) -> str:
    """An association in a sentence, where no link can be: its name and its state."""
    return said(name, of_association(one))


def told(once: Occurrence, hours: str = "") -> str:
    """When one time takes place, and what differs from the others: « … : annulé. Il pleut ». The `hours` that
    are told of all of them are left out."""
    words = dates.span(once)
    if hours:
        words = words.removesuffix(f", {hours}")
    if once.annule:
        return f"{words} : annulé. {once.annule}"
    if once.moved:
        words += f" ({instead(once)})"
    if once.change and once.change.lieu:
        words += f", {once.change.lieu.nom}"
    return words


def instead(once: Occurrence) -> str:
    """« au lieu du mercredi 3 mars », « au lieu de 18 h » on the same day: when a time that is moved was
    planned; '' of one that is not."""
    if not once.planned or not once.moved:
        return ""
    day = once.planned.date()
    if day == once.debut.first:
        return f"au lieu de {dates.hour(once.planned.time())}"
    return f"au lieu du {dates.named_day(day)}"


def cancelled(times: Iterable[Occurrence], today: dt.date) -> list[tuple[str, str]]:
    """« le dimanche 20 décembre », « les 20 et 27 décembre 2026 »: the days of `times` that are soon and
    cancelled, each with its reason, which those that share it give once."""
    reasons: dict[str, list[dt.date]] = {}
    for once in times:
        if once.annule and once.touches(today, today + SOON):
            reasons.setdefault(once.annule, []).append(once.debut.first)
    return [(_days(days), reason) for reason, days in reasons.items()]


def _days(days: list[dt.date]) -> str:
    return f"le {dates.named_day(days[0])}" if len(days) == 1 else rhythm.each_of(days)


def left_out(once: Occurrence) -> str:
    """« annulé le 20 décembre »: the times soon after `once` that are cancelled; '' where none is."""
    if once.event.annule:
        return ""
    day = once.debut.first
    after = (other for other in once.event.exceptions if other.touches(day, day + SOON))
    days = sorted(other.debut.first for other in after if other.annule)
    return f"annulé le {', le '.join(dates.day(one, year=False) for one in days)}" if days else ""
