"""Times one by one -> how they come back: « each day », « each Tuesday », else a list of dates."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from hub.importing.dates.given import begin_day, written, written_end
from hub.model.recurrence import Weekday

MOST = 60
"""Dates of a list that somebody may still read again: more than a year of weeks."""

SOME = 3
"""Times from which a step is a rule."""

_WEEK = dt.timedelta(days=7)


class Time(NamedTuple):
    """One time: two days, or two hours of the town; `end` is the last day, or the hour."""

    begin: dt.date
    end: dt.date

    @property
    def length(self) -> dt.timedelta:
        return self.end - self.begin


class Repeating(NamedTuple):
    """The first time of several, and their `recurrence`, {} for one alone."""

    begin: str
    end: str
    rule: Mapping[str, Any]


def repeating(times: Sequence[Time]) -> Repeating | None:
    """Times of one sort (days, or hours), as the town's files say them; None where they are too many to be
    listed."""
    those = sorted(dict.fromkeys(times))
    first = those[0]
    if len(those) == 1:
        return Repeating(written(first.begin), written_end(first.end, first.begin), {})
    rule = _rule(those)
    if rule is None:
        if len(those) > MOST:
            return None
        rule = {"dates": [_date(one, those) for one in those[1:]], **_otherwise(those)}
    return Repeating(written(first.begin), written_end(first.end, first.begin), rule)


def _rule(times: Sequence[Time]) -> dict[str, Any] | None:
    """The rule of times that come at one step, alike."""
    first = times[0]
    steps = {b.begin - a.begin for a, b in pairwise(times)}
    if len(steps) > 1 or len(times) < SOME or any(one.length != first.length for one in times):
        return None
    last = str(begin_day(times[-1].begin))
    (step,) = steps
    if step == dt.timedelta(days=1) and first.length <= step:
        return {"frequence": "quotidienne", "jusqu_a": last}
    if step == _WEEK:
        return {"frequence": "hebdomadaire", "jour": weekday(first.begin), "jusqu_a": last}
    if step == 2 * _WEEK:
        return {
            "frequence": "hebdomadaire",
            "intervalle": "2",
            "jour": weekday(first.begin),
            "jusqu_a": last,
        }
    return None


def weekday(when: dt.date) -> str:
    """« mardi »."""
    return list(Weekday)[when.weekday()].value


def _date(one: Time, times: Sequence[Time]) -> str:
    """A date of a list: its hour where it is not that of the first, or where its day has another."""
    if not isinstance(one.begin, dt.datetime):
        return written(one.begin)
    first = times[0].begin
    assert isinstance(first, dt.datetime)
    return written(one.begin if one.begin.time() != first.time() else one.begin.date())


def _otherwise(times: Sequence[Time]) -> dict[str, Any]:
    """The times that last otherwise than the first."""
    first, days = times[0], Counter(begin_day(one.begin) for one in times)
    changed = [
        {
            "date": written(one.begin if days[begin_day(one.begin)] > 1 else begin_day(one.begin)),
            "fin": written_end(one.end, one.begin),
        }
        for one in times[1:]
        if one.length != first.length and one.end > one.begin
    ]
    return {"changements": changed} if changed else {}
