"""Questionnaires: the list by state, and a page each, with what was answered and what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from hub.markup import dates, states
from hub.markup.plain import capital
from hub.model.association import Association
from hub.model.kind import Kind
from hub.model.minutes import Minutes
from hub.model.questionnaire import OPEN, QUESTIONNAIRE, Outcome, Questionnaire, QuestionnaireState
from hub.model.tally import Tally, tally
from hub.pages.counted import Counted, counted
from hub.pages.follow_up import HOME
from hub.pages.gestures import Gesture, of_thing
from hub.pages.links import Link
from hub.pages.listing import listing
from hub.pages.page import Clues, Page, Pages, shared
from hub.pages.publication import described, page
from hub.pages.sheet import Sheet

KIND = QUESTIONNAIRE
ORDER = (
    QuestionnaireState.ouvert,
    QuestionnaireState.a_confirmer,
    QuestionnaireState.a_venir,
    QuestionnaireState.resultats,
    QuestionnaireState.depouillement,
    QuestionnaireState.passe,
)

BY_STATE = {
    QuestionnaireState.ouvert: "Ouverts",
    QuestionnaireState.a_confirmer: "Date de fin à confirmer",
    QuestionnaireState.a_venir: "À venir",
    QuestionnaireState.resultats: "Résultats",
    QuestionnaireState.depouillement: "Clos, réponses pas encore comptées",
    QuestionnaireState.passe: "Passés, dont la fin est inconnue",
}


class Named(NamedTuple):
    """A questionnaire as other pages name it, with its state, '' where there is nothing to say of it."""

    address: str
    title: str
    state: str


class Decided(NamedTuple):
    """What was decided from a questionnaire; the minutes that say it and the project that it is of, None for
    none."""

    words: str
    minutes: Minutes | None
    project: Link | None


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The questionnaires, and each of them."""
    yield from listing(QUESTIONNAIRE, "questionnaires.html", _ordered(tools), _by_state)
    for one in tools.hub.questionnaires:
        yield Sheet(one.address, _page, (one,))


def _ordered(tools: Pages) -> list[Questionnaire]:
    """By state; in each, as the kind orders them."""
    rank = {state: place for place, state in enumerate(ORDER)}
    return sorted(tools.hub.questionnaires, key=lambda one: rank[one.state(tools.today)])


def _by_state(tools: Pages, kind: Kind[Questionnaire], those: Sequence[Questionnaire]) -> dict[str, Any]:
    by_state = groupby(those, lambda one: one.state(tools.today))
    return {
        "states": [
            (state, BY_STATE[state], [(one, capital(_when(tools, one))) for one in of_state])
            for state, of_state in by_state
        ]
    }


def _when(tools: Pages, one: Questionnaire) -> str:
    """« 41 réponses, comptées le 5 octobre 2026 », or where it stands."""
    found = _tally(tools, one)
    if found is None or one.depouille_le is None:
        return states.questionnaire_standing(one, tools.today)
    return f"{_answers(found)}, comptées {dates.on(one.depouille_le)}"


def _answers(found: Tally) -> str:
    return "Moins de cinq réponses" if found.people is None else f"{found.people} réponses"


def _tally(tools: Pages, one: Questionnaire) -> Tally | None:
    return tally(one, tools.hub.responses.get(one.id))


def _page(tools: Pages, one: Questionnaire) -> Page:
    """It tells first where it stands, or how many answered; it is of the years in which one could."""
    found, state = _tally(tools, one), one.state(tools.today)
    when, words = _when(tools, one), described(tools, one)
    years = tuple(sorted({day.year for day in (one.debut, one.fin) if day}))
    return page(
        tools,
        QUESTIONNAIRE,
        one,
        f"{capital(when)}. {words}",
        Clues(when=when, years=years, over=one.over(tools.today)),
        state=state,
        open=state in OPEN,
        gestures=_gestures(tools, one) if state in OPEN else [],
        answers=_answers(found) if found else "",
        results=_counted(found),
        suites=[_decided(tools, outcome) for outcome in one.suites],
    )


def _gestures(tools: Pages, one: Questionnaire) -> list[Gesture]:
    """To answer, first of all; else to ask whoever asks."""
    answering = [Gesture("question", "Répondre au questionnaire", one.lien)] if one.lien else []
    return answering + of_thing(tools, one, one.contact)


def _counted(found: Tally | None) -> list[Counted]:
    return [counted(result) for result in found.results] if found else []


def _decided(tools: Pages, outcome: Outcome) -> Decided:
    minutes = tools.hub.keys["cr"].get(outcome.compte_rendu or "")
    return Decided(outcome.quoi, minutes, _project(tools, outcome.projet) if outcome.projet else None)


def _project(tools: Pages, name: str) -> Link:
    """A project as a link: to its page where it has one, else to the follow-up, which has all."""
    thread = tools.hub.thread(name)
    return Link(thread.address if thread and thread.paged else HOME, name)


@shared
def _of_associations(tools: Pages) -> dict[str, list[Named]]:
    """The questionnaires that name each association, in their order."""
    found: dict[str, list[Named]] = defaultdict(list)
    for one in tools.hub.questionnaires:
        for key in dict.fromkeys(a.id for name in one.associations if (a := tools.hub.named(name))):
            found[key].append(_named(tools, one))
    return found


@shared
def _of_minutes(tools: Pages) -> dict[str, list[Named]]:
    """The questionnaires from which something was decided at each meeting."""
    found: dict[str, list[Named]] = defaultdict(list)
    for one in tools.hub.questionnaires:
        for key in dict.fromkeys(outcome.compte_rendu for outcome in one.suites if outcome.compte_rendu):
            found[key].append(_named(tools, one))
    return found


@shared
def _of_projects(tools: Pages) -> dict[str, list[Named]]:
    """The questionnaires from which something was decided of each project, by its key."""
    found: dict[str, list[Named]] = defaultdict(list)
    for one in tools.hub.questionnaires:
        threads = (tools.hub.thread(outcome.projet) for outcome in one.suites if outcome.projet)
        for key in dict.fromkeys(thread.key for thread in threads if thread):
            found[key].append(_named(tools, one))
    return found


def _named(tools: Pages, one: Questionnaire) -> Named:
    return Named(one.address, one.titre, states.of_questionnaire(one, tools.today))


def of_association(tools: Pages, association: Association) -> list[Named]:
    """Those that an association's page names."""
    return tools.once(_of_associations).get(association.id, [])


def of_minutes(tools: Pages, minutes: Minutes) -> list[Named]:
    """Those that the page of a meeting names: something was decided there from their answers."""
    return tools.once(_of_minutes).get(minutes.id, [])


def of_project(tools: Pages, key: str) -> list[Named]:
    """Those that the page of a project names, by its key."""
    return tools.once(_of_projects).get(key, [])
