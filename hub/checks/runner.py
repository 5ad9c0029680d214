"""Runs every check and gathers what they find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from hub.checks import agenda, bureau, directory, faults, minutes, prose, publications
from hub.checks.problem import Problem
from hub.model import Hub
from hub.sources import Fault

Check = Callable[[Hub, dt.date], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    *directory.CHECKS,
    *bureau.CHECKS,
    *minutes.CHECKS,
    *agenda.CHECKS,
    *publications.CHECKS,
    *prose.CHECKS,
)


def check(hub: Hub, found: Iterable[Fault], today: dt.date) -> list[Problem]:
    """Every problem of these sources, by file and line, each once.

    `found` holds what could not be read or typed.
    """
    problems = {faults.worded(fault) for fault in found}
    for rule in CHECKS:
        problems.update(rule(hub, today))
    return sorted(problems)
