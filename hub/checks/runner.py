"""Runs every check and gathers what they find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from hub.checks import (
    activities,
    agenda,
    anchors,
    announced,
    attachments,
    attendance,
    ballots,
    bureau,
    clashes,
    clipboard,
    coincidences,
    depot,
    directory,
    documents,
    elected,
    exceptions,
    exchanges,
    faults,
    forms,
    grants,
    headings,
    identity,
    leavings,
    legal,
    logo,
    minutes,
    minutes_text,
    outcomes,
    pasted,
    periods,
    permanence,
    pictures,
    privacy,
    projects,
    prose,
    publications,
    questionnaires,
    raw_html,
    reading,
    recurrence,
    redirections,
    references,
    responses,
    seats,
    secrecy,
    shortcuts,
    slipped,
    spots,
    tables,
    texts,
    trainings,
    version,
    votes,
    without,
)
from hub.checks.known import Known
from hub.checks.problem import Problem
from hub.checks.retold import problems_of_texts
from hub.model import Hub
from hub.model.published import Published
from hub.sources import Fault, Position

Check = Callable[[Hub, dt.date], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    *directory.CHECKS,
    *activities.CHECKS,
    *spots.CHECKS,
    *references.CHECKS,
    *bureau.CHECKS,
    *seats.CHECKS,
    *minutes.CHECKS,
    *minutes_text.CHECKS,
    *attendance.CHECKS,
    *votes.CHECKS,
    *ballots.CHECKS,
    *outcomes.CHECKS,
    *elected.CHECKS,
    *projects.CHECKS,
    *agenda.CHECKS,
    *recurrence.CHECKS,
    *periods.CHECKS,
    *exceptions.CHECKS,
    *clashes.CHECKS,
    *coincidences.CHECKS,
    *publications.CHECKS,
    *exchanges.CHECKS,
    *questionnaires.CHECKS,
    *responses.CHECKS,
    *secrecy.CHECKS,
    *attachments.CHECKS,
    *documents.CHECKS,
    *pictures.CHECKS,
    *redirections.CHECKS,
    *grants.CHECKS,
    *trainings.CHECKS,
    *shortcuts.CHECKS,
    *privacy.CHECKS,
    *forms.CHECKS,
    *clipboard.CHECKS,
    *identity.CHECKS,
    *legal.CHECKS,
    *logo.CHECKS,
    *depot.CHECKS,
    *version.CHECKS,
    *without.CHECKS,
)

PRESENT = frozenset(
    (*references.CHECKS, *minutes_text.CHECKS, *privacy.CHECKS, *forms.CHECKS, *clipboard.CHECKS)
)
"""Rules of what is written: where a part of a thing could not be typed, they look at the rest."""

OF_MINUTES = frozenset(minutes.CHECKS)
"""Rules of what is missing as well: of what is missing because it could not be typed, nothing is told."""


def _comes_of_a_half(found: Problem, hub: Hub) -> bool:
    return any(half.speaks_of(Position(*found[:3])) for half in hub.halves)


PROSE_RULES: tuple[texts.Rule, ...] = (
    *raw_html.PROSE_RULES,
    *prose.PROSE_RULES,
    *headings.PROSE_RULES,
    *reading.PROSE_RULES,
    *pasted.PROSE_RULES,
    *leavings.PROSE_RULES,
    *tables.PROSE_RULES,
    *slipped.PROSE_RULES,
    *anchors.PROSE_RULES,
    *attachments.PROSE_RULES,
    *minutes_text.PROSE_RULES,
    *publications.PROSE_RULES,
    *privacy.PROSE_RULES,
)


def of_texts(hub: Hub, today: dt.date, rules: tuple[texts.Rule, ...] = PROSE_RULES) -> Iterator[Problem]:
    """The rules of texts on every text, of which those that did not change need not be read."""
    whole = hub.with_halves
    return chain.from_iterable(problems_of_texts(whole, Known(whole, today), rules))


class FirstLook(NamedTuple):
    """What sources say of themselves: fault by fault, and text by text if these were `read`; and the hub that
    the other rules are to look at."""

    problems: frozenset[Problem]
    hub: Hub
    read: bool = True


def first_look(
    hub: Hub, found: Iterable[Fault], today: dt.date, published: Published, *, read: bool = True
) -> FirstLook:
    """What can be said before the town is looked at as a whole; the arguments are those of `check`.

    Of a hub that was made from another one it takes no time: only the texts that changed are read.
    """
    lost = permanence.gone(hub, published.titles)
    problems = {faults.worded(fault, hub) for fault in found}
    problems.update(permanence.permanent_addresses(hub, lost))
    if known := permanence.renamed(hub, lost):
        hub = replace(hub, spoiled=hub.spoiled.including("associations", known))
    problems.update(of_texts(hub, today) if read else ())
    return FirstLook(frozenset(problems), hub, read)


def rounds(looked: FirstLook, today: dt.date, published: Published) -> Iterator[Iterable[Problem]]:
    """What is found after a first look, rule by rule, and text by text where they were not read yet: whoever
    goes through it may do something else in between, or stop."""
    hub = looked.hub
    yield announced.calendar_is_readable(published)
    yield announced.changes_are_announced(hub, today, published.events)
    whole = hub.with_halves
    for rule in CHECKS:
        if rule in PRESENT:
            yield rule(whole, today)
        elif rule in OF_MINUTES:
            yield (one for one in rule(whole, today) if not _comes_of_a_half(one, hub))
        else:
            yield rule(hub, today)
    if not looked.read:
        yield from problems_of_texts(whole, Known(whole, today), PROSE_RULES)


def check(
    hub: Hub, found: Iterable[Fault], today: dt.date, published: Published | None = None
) -> list[Problem]:
    """Every problem of these sources, by file and line, each once.

    `found` holds what could not be read or typed; `published` what the site that is published holds.
    """
    published = published or Published()
    looked = first_look(hub, found, today, published)
    return sorted(looked.problems.union(*rounds(looked, today, published)))
