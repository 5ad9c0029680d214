"""Trainings: the programme by term and by theme, and a page each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from hub.markup import dates, states
from hub.markup.programme import places, term_of
from hub.markup.titles import named, organiser
from hub.model.association import Association
from hub.model.event import Category, TrainingSession
from hub.model.kind import Kind
from hub.model.media import PROGRAMME
from hub.model.names import fold
from hub.model.training import TRAINING, Session, Training, TrainingState
from hub.pages.gestures import Gesture, of_thing
from hub.pages.listing import listing
from hub.pages.page import Clues, Page, Pages
from hub.pages.publication import described, page
from hub.pages.sheet import Sheet

KIND = TRAINING
CALM = (TrainingState.a_venir, TrainingState.a_programmer, TrainingState.en_cours, TrainingState.passee)


class Row(NamedTuple):
    """A training of the programme: what it is called, when its sessions are, who teaches, what is left."""

    training: Training
    state: TrainingState
    when: list[str]
    teachers: list[tuple[str, Association | None]]
    places: str


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The programme, where there is one, and each training."""
    if not tools.hub.of(TRAINING):
        return
    yield from listing(TRAINING, "formations.html", _ordered(tools), _programme)
    for training in tools.hub.of(TRAINING):
        yield Sheet(training.address, _page, (training,))


def _ordered(tools: Pages) -> list[Training]:
    """Those to come in the order of their days, those without a day, then what is over, newest first."""
    those = tools.hub.of(TRAINING)
    over = [one for one in those if one.over(tools.today)]
    ahead = [one for one in those if one not in over]
    dated = sorted((one for one in ahead if one.begins), key=lambda one: (str(one.begins), one.id))
    return [*dated, *(one for one in ahead if not one.begins), *sorted(over, key=_began, reverse=True)]


def _began(training: Training) -> str:
    return str(training.begins)


def _programme(tools: Pages, kind: Kind[Training], those: Sequence[Training]) -> dict[str, Any]:
    """The trainings to come by term; the themes, each with its trainings to come; what is over, by year."""
    ahead = [one for one in those if not one.over(tools.today)]
    over = [one for one in those if one.over(tools.today)]
    terms = [(term, [_row(tools, one) for one in group]) for term, group in groupby(ahead, term_of)]
    return {
        "terms": terms,
        "themes": _themes(ahead),
        "over": [(year, list(group)) for year, group in groupby(over, lambda one: _began(one)[:4])],
        "others": _others(tools) if those and those[0] is _ordered(tools)[0] else [],
        "sheet": tools.download(PROGRAMME),
        "calm": CALM,
    }


def _themes(those: Sequence[Training]) -> list[tuple[str, list[Training]]]:
    """The trainings of each theme, whose first spelling is told."""
    found: dict[str, tuple[str, list[Training]]] = {}
    for one in those:
        found.setdefault(fold(one.theme), (one.theme, []))[1].append(one)
    return [found[key] for key in sorted(found)]


def _others(tools: Pages) -> list[Any]:
    """The dates of the calendar that are trainings, and that the programme does not have."""
    events = [
        one
        for one in tools.hub.events
        if one.categorie is Category.formation and not isinstance(one, TrainingSession)
    ]
    times = [(one, one.upcoming(tools.today)) for one in events]
    return [(event, once, tools.when(event, once)) for event, once in times if once]


def _row(tools: Pages, training: Training) -> Row:
    return Row(
        training,
        training.state(tools.today),
        [dates.moment(one.debut) for one in training.held] or _period(training),
        named(tools.hub, training.intervenants),
        places(training),
    )


def _period(training: Training) -> list[str]:
    return [dates.date(training.periode)] if training.periode else []


def _page(tools: Pages, training: Training) -> Page:
    """It tells first the state of a training that one cannot join."""
    state, told = training.state(tools.today), states.of_training(training, tools.today)
    words = described(tools, training)
    years = tuple(sorted({one.debut.year for one in training.seances}))
    begins = dates.date(training.begins) if training.begins else ""
    return page(
        tools,
        TRAINING,
        training,
        f"{told.capitalize()}. {words}" if told else words,
        Clues(when=states.said(begins, told), years=years, over=training.over(tools.today)),
        row=_row(tools, training),
        state=state,
        calm=CALM,
        sessions=_sessions(tools, training),
        gestures=[] if training.over(tools.today) or training.annule else _gestures(tools, training),
        organisers=[organiser(tools.hub, name) for name in training.organisateurs],
    )


def _sessions(tools: Pages, training: Training) -> list[tuple[str, Session, str]]:
    """When each session is, and the address of the date that it is, in their order."""
    dates_ = {
        one.origin.loc[-1]: one.address
        for one in tools.hub.events
        if isinstance(one, TrainingSession) and one.announced_by == training.id
    }
    each = ((_when(one), one, dates_.get(rank, "")) for rank, one in enumerate(training.seances))
    return sorted(each, key=lambda row: row[1].debut)


def _gestures(tools: Pages, training: Training) -> list[Gesture]:
    """To sign up, to ask, and to have the next session in one's calendar."""
    found = of_thing(tools, training, training.inscription, signing_up=True)
    return (
        found
        + [
            Gesture("agenda", _to_add(training), f"{address.rstrip('/')}.ics")
            for _, one, address in _sessions(tools, training)
            if address and one.debut.whole and one.debut.first >= tools.today and not one.annule
        ][:1]
    )


def _to_add(training: Training) -> str:
    which = "la prochaine séance " if len(training.seances) > 1 else ""
    return f"Ajouter {which}à mon agenda"


def _when(one: Session) -> str:
    same = one.fin and one.fin.time and one.fin.first == one.debut.first
    end = f"\u00a0à\u00a0{dates.ending(one.fin.time)}" if same and one.fin and one.fin.time else ""
    return f"{dates.moment(one.debut)}{end}"
