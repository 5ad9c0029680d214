"""The words of RRULE (RFC 5545 3.3.10) -> the times that they give, and the town's own words for them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from itertools import islice
from typing import Any, NamedTuple

from dateutil.rrule import rrulestr

from hub.checks.periods import season
from hub.importing.dates.given import begin_day
from hub.importing.dates.series import Series, at_midnight
from hub.importing.dates.zones import in_town
from hub.model.recurrence import MOST_TIMES, Frequency, Rank, Weekday

FREQUENCIES = dict(zip(("DAILY", "WEEKLY", "MONTHLY", "YEARLY"), Frequency, strict=True))


_DAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), Weekday, strict=True))


_RANKS = {one.number: one for one in Rank}


_DAY = re.compile(r"(?P<rank>[+-]?\d{1,2})?(?P<day>MO|TU|WE|TH|FR|SA|SU)")


_PLAIN = frozenset(("BYMONTH", "BYMONTHDAY"))


_FARTHEST = dt.timedelta(days=366 * 30)
"""After which nothing is looked for: a rule of 30 February would be, for ages."""


class Unfolded(NamedTuple):
    """The times that the rule gives, and whether it goes on without an end."""

    ruled: list[dt.date]
    endless: bool


def unfold(series: Series, town: dt.tzinfo, today: dt.date) -> Unfolded | None:
    """The times of the rule, in the hours of the town; None where it is none that is understood."""
    if not series.rule:
        return Unfolded([], endless=False)
    parts = parts_of(series.rule)
    endless = not parts.get("COUNT") and not series.until
    zone = series.start.tzinfo if isinstance(series.start, dt.datetime) else None
    start = series.start.replace(tzinfo=None) if isinstance(series.start, dt.datetime) else series.start
    until = series.until
    if endless:
        until = season(max(today, begin_day(series.begin)))
    if isinstance(until, dt.datetime) and zone:
        until = until.astimezone(zone).replace(tzinfo=None)
    text = ";".join(f"{name}={value}" for name, value in parts.items() if name not in ("UNTIL", "COUNT"))
    if parts.get("FREQ") not in FREQUENCIES:
        return None
    try:
        found = rrulestr(f"{text};UNTIL={_latest(until, start):%Y%m%dT%H%M%S}", dtstart=at_midnight(start))
        times = list(islice(found, min(int(parts.get("COUNT", MOST_TIMES + 1)), MOST_TIMES + 1)))
    except (ValueError, TypeError, OverflowError):
        return None
    if not isinstance(series.start, dt.datetime):
        return Unfolded([one.date() for one in times], endless)
    return Unfolded([in_town(one.replace(tzinfo=zone or town), town) for one in times], endless)


def _latest(until: dt.date | None, start: dt.date) -> dt.datetime:
    latest = at_midnight(start) + _FARTHEST
    if until is None:
        return latest
    last = until if isinstance(until, dt.datetime) else dt.datetime.combine(until, dt.time(23, 59, 59))
    return min(last.replace(tzinfo=None), latest)


def parts_of(rule: str) -> dict[str, str]:
    """The parts of RRULE by name, in capitals."""
    pairs = (part.partition("=") for part in rule.upper().split(";") if "=" in part)
    return {name.strip(): value.strip() for name, _, value in pairs}


def in_words(parts: Mapping[str, str], first: dt.date) -> dict[str, Any] | None:
    """The parts of RRULE (RFC 5545 3.3.10) but its end; None where the town's files have no words for it."""
    frequency = FREQUENCIES[parts["FREQ"]]
    rule: dict[str, Any] = {"frequence": frequency.value}
    if (interval := parts.get("INTERVAL", "1")) != "1":
        rule["intervalle"] = interval
    for name, own in (("BYMONTH", first.month), ("BYMONTHDAY", first.day)):
        if name in parts and parts[name] != str(own):
            return None
    if set(parts) - {*("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYSETPOS")} - _PLAIN:
        return None
    found = _DAY.findall(parts.get("BYDAY", ""))
    days = list(dict.fromkeys(_DAYS[day].value for _, day in found))
    ranks = {rank for rank, _ in found} - {""} or set(filter(None, parts.get("BYSETPOS", "").split(",")))
    if frequency is Frequency.quotidienne and days and interval == "1":
        rule["frequence"] = Frequency.hebdomadaire.value
    if frequency is Frequency.hebdomadaire and not days:
        days = [list(Weekday)[first.weekday()].value]
    known = [_RANKS.get(int(rank)) for rank in sorted(ranks, key=int)]
    if None in known:
        return None
    rule |= _one_or_more("jour", days)
    return rule | _one_or_more("rang", [rank.value for rank in known if rank])


def _one_or_more(name: str, values: list[str]) -> dict[str, Any]:
    return {name: values[0] if len(values) == 1 else values} if values else {}
