"""When one does something in an association, in a line: its days and the hours at which each begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from hub.markup import dates, rhythm
from hub.markup.activities import how_often
from hub.model.activity import Activity
from hub.model.french import joined
from hub.model.recurrence import Frequency

MOST = 4
"""Parts of a line that is read at a glance."""


def week(activities: Iterable[Activity]) -> str:
    """« mardi à 17 h et 18 h 30, jeudi à 12 h 15 »; what is not each week is said as it comes back."""
    known = list(activities)
    parts = [*_weekly(known), *_otherwise(known)]
    shown = ", ".join(parts[:MOST])
    return f"{shown}…" if len(parts) > MOST else shown


def _is_weekly(one: Activity) -> bool:
    rule = one.recurrence
    plain = rule and rule.frequence is Frequency.hebdomadaire and rule.intervalle == 1 and not rule.dates
    return bool(plain) and one.debut.whole


def _weekly(activities: Iterable[Activity]) -> list[str]:
    """What comes back each week: days that have the same hours stand together."""
    hours: dict[int, set[dt.time]] = {}
    for one in filter(_is_weekly, activities):
        for day in one.weekdays:
            hours.setdefault(day.number, set()).update({one.debut.time} if one.debut.time else ())
    alike: dict[tuple[dt.time, ...], list[int]] = {}
    for number in sorted(hours):
        alike.setdefault(tuple(sorted(hours[number])), []).append(number)
    return [f"{_days(those)}{_at(times)}" for times, those in alike.items()]


def _days(numbers: list[int]) -> str:
    """« mardi », « mardi et jeudi », « du lundi au vendredi »."""
    names = [dates.DAYS[number] for number in numbers]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"du {names[0]} au {names[-1]}"
    return joined(names)


def _at(times: Iterable[dt.time]) -> str:
    words = [dates.hour(one) for one in times]
    return f" à {joined(words)}" if words else ""


def _otherwise(activities: Iterable[Activity]) -> list[str]:
    """« un vendredi sur deux à 20 h », « à partir de janvier 2027 »; each once."""
    others = (one for one in activities if not _is_weekly(one))
    return list(dict.fromkeys(_told(one) for one in others))


def _told(one: Activity) -> str:
    if not one.debut.whole or one.recurrence is None:
        return how_often(one)
    return f"{rhythm.rhythm(one).every}{_at([one.debut.time] if one.debut.time else [])}"
