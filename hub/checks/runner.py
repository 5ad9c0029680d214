"""Runs every check and gathers what they find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace

from hub.checks import (
    agenda,
    anchors,
    announced,
    attachments,
    attendance,
    bureau,
    clashes,
    coincidences,
    directory,
    documents,
    exceptions,
    faults,
    identity,
    minutes,
    minutes_text,
    pasted,
    periods,
    permanence,
    privacy,
    prose,
    publications,
    reading,
    recurrence,
    redirections,
    references,
    seats,
)
from hub.checks.problem import Problem
from hub.model import Hub
from hub.model.published import Published
from hub.sources import Fault

Check = Callable[[Hub, dt.date], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    *directory.CHECKS,
    *references.CHECKS,
    *bureau.CHECKS,
    *seats.CHECKS,
    *minutes.CHECKS,
    *minutes_text.CHECKS,
    *attendance.CHECKS,
    *agenda.CHECKS,
    *recurrence.CHECKS,
    *periods.CHECKS,
    *exceptions.CHECKS,
    *clashes.CHECKS,
    *coincidences.CHECKS,
    *publications.CHECKS,
    *prose.CHECKS,
    *reading.CHECKS,
    *pasted.CHECKS,
    *anchors.CHECKS,
    *attachments.CHECKS,
    *documents.CHECKS,
    *redirections.CHECKS,
    *privacy.CHECKS,
    *identity.CHECKS,
)


def check(
    hub: Hub, found: Iterable[Fault], today: dt.date, published: Published | None = None
) -> list[Problem]:
    """Every problem of these sources, by file and line, each once.

    `found` holds what could not be read or typed; `published` what the site that is published holds.
    """
    published = published or Published()
    lost = permanence.gone(hub, published.titles)
    problems = {faults.worded(fault, hub) for fault in found}
    problems.update(permanence.permanent_addresses(hub, lost))
    problems.update(announced.calendar_is_readable(published))
    problems.update(announced.changes_are_announced(hub, today, published.events))
    if known := permanence.renamed(hub, lost):
        hub = replace(hub, spoiled=hub.spoiled.including("associations", known))
    for rule in CHECKS:
        problems.update(rule(hub, today))
    return sorted(problems)
