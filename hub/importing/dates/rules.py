"""How a calendar repeats a date (RFC 5545 3.8.5) -> how the town's files do.

What is made of a rule is unfolded, and compared with what the calendar itself unfolds: where they differ, the
dates are written one by one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from dateutil.rrule import rrulestr
from pydantic import ValidationError

from hub.checks.periods import season
from hub.importing.dates.given import Raw, begin_day, written, written_end
from hub.importing.dates.listing import MOST
from hub.importing.dates.zones import in_town
from hub.model.event import Event
from hub.model.recurrence import MOST_TIMES, Frequency, Rank, Weekday

CANCELLED = "Annulé dans l'agenda d'origine."

_FREQUENCIES = dict(zip(("DAILY", "WEEKLY", "MONTHLY", "YEARLY"), Frequency, strict=True))
_DAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), Weekday, strict=True))
_RANKS = {one.number: one for one in Rank}
_DAY = re.compile(r"(?P<rank>[+-]?\d{1,2})?(?P<day>MO|TU|WE|TH|FR|SA|SU)")
_FARTHEST = dt.timedelta(days=366 * 30)
"""After which nothing is looked for: a rule of 30 February would be, for ages."""


class Other(NamedTuple):
    """One time that is not as it was planned, in the hours of the town."""

    planned: dt.date
    begin: dt.date
    end: dt.date
    place: Raw
    cancelled: bool


@dataclass
class Series:
    """A date that comes back, as a calendar has it: `start` in the zone that it is said in, all others in the
    hours of the town; `end` is the last day of whole days. `rule` is in the words of RRULE, '' for none."""

    start: dt.date
    begin: dt.date
    end: dt.date
    rule: str = ""
    until: dt.date | None = None
    more: Sequence[dt.date] = ()
    less: Sequence[dt.date] = ()
    others: Sequence[Other] = ()
    place: Raw = field(default_factory=dict)

    @property
    def length(self) -> dt.timedelta:
        return self.end - self.begin


@dataclass
class Repeated:
    """The first time, and the `recurrence`; what to ask of it."""

    begin: str
    end: str
    rule: dict[str, Any]
    doubts: list[str] = field(default_factory=list)


class _Unfolded(NamedTuple):
    """The times that the rule gives, and whether it goes on without an end."""

    ruled: list[dt.date]
    endless: bool


def repeated(series: Series, town: dt.tzinfo, today: dt.date) -> Repeated | None:
    """How it comes back; None where neither a rule nor a short list says it."""
    unfolded = _unfold(series, town, today)
    if unfolded is None:
        return None
    planned = sorted({series.begin, *unfolded.ruled, *series.more}, key=_at)
    kept = _kept(planned, series)
    if not kept or len(planned) > MOST_TIMES:
        return None
    doubts = []
    found = _by_rule(series, unfolded, planned, kept)
    if found is None and unfolded.endless:
        return None
    if found and unfolded.endless:
        last = found.rule["jusqu_a"]
        doubts.append(
            f"Cette répétition n'a pas de fin dans l'agenda d'origine : « jusqu_a: {last} » est la fin de la "
            "saison. Jusqu'à quand ?"
        )
    found = found or _by_list(series, kept)
    if found:
        found.doubts += doubts
    return found


def _unfold(series: Series, town: dt.tzinfo, today: dt.date) -> _Unfolded | None:
    """The times of the rule, in the hours of the town; None where it is none that is understood."""
    if not series.rule:
        return _Unfolded([], endless=False)
    parts = _parts(series.rule)
    endless = not parts.get("COUNT") and not series.until
    zone = series.start.tzinfo if isinstance(series.start, dt.datetime) else None
    start = series.start.replace(tzinfo=None) if isinstance(series.start, dt.datetime) else series.start
    until = series.until
    if endless:
        until = season(max(today, begin_day(series.begin)))
    if isinstance(until, dt.datetime) and zone:
        until = until.astimezone(zone).replace(tzinfo=None)
    text = ";".join(f"{name}={value}" for name, value in parts.items() if name not in ("UNTIL", "COUNT"))
    if parts.get("FREQ") not in _FREQUENCIES:
        return None
    try:
        found = rrulestr(f"{text};UNTIL={_latest(until, start):%Y%m%dT%H%M%S}", dtstart=_at(start))
        times = list(islice(found, min(int(parts.get("COUNT", MOST_TIMES + 1)), MOST_TIMES + 1)))
    except (ValueError, TypeError, OverflowError):
        return None
    if not isinstance(series.start, dt.datetime):
        return _Unfolded([one.date() for one in times], endless)
    return _Unfolded([in_town(one.replace(tzinfo=zone or town), town) for one in times], endless)


def _latest(until: dt.date | None, start: dt.date) -> dt.datetime:
    latest = _at(start) + _FARTHEST
    if until is None:
        return latest
    last = until if isinstance(until, dt.datetime) else dt.datetime.combine(until, dt.time(23, 59, 59))
    return min(last.replace(tzinfo=None), latest)


def _parts(rule: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in rule.upper().split(";") if "=" in part)
    return {name.strip(): value.strip() for name, _, value in pairs}


def _at(when: dt.date) -> dt.datetime:
    """A day as its midnight."""
    return when if isinstance(when, dt.datetime) else dt.datetime.combine(when, dt.time())


def _kept(planned: Sequence[dt.date], series: Series) -> list[dt.date]:
    """What is planned and not left out; what is otherwise is never left out."""
    hours = {one for one in series.less if isinstance(one, dt.datetime)}
    days = {one for one in series.less if not isinstance(one, dt.datetime)}
    others = {one.planned for one in series.others}
    all_of_it = [*planned, *(one for one in others if one not in planned)]
    return sorted(
        (one for one in all_of_it if one in others or not (one in hours or begin_day(one) in days)), key=_at
    )


def _by_rule(
    series: Series, unfolded: _Unfolded, planned: Sequence[dt.date], kept: Sequence[dt.date]
) -> Repeated | None:
    """The rule in the town's words, with its exceptions; None where it does not say the same."""
    first = kept[0]
    rule = _in_words(_parts(series.rule), first) if first in unfolded.ruled else None
    if rule is None:
        return None
    since = [one for one in unfolded.ruled if _at(one) >= _at(first)]
    rule |= _until(series, unfolded, since)
    days = Counter(map(begin_day, planned))
    more = [one for one in kept if one not in since]
    rule |= _list("dates", (_named(one, first, several=days[begin_day(one)] > 1) for one in more))
    gone = [one for one in since if one not in kept]
    rule |= _list("sauf", (_hour_or_day(one, several=days[begin_day(one)] > 1) for one in gone))
    rule |= _changes(series, days)
    return _tried(series, kept, rule)


def _until(series: Series, unfolded: _Unfolded, since: Sequence[dt.date]) -> dict[str, Any]:
    if "COUNT" in _parts(series.rule):
        return {"nombre": str(len(since))}
    if series.until is None:
        return {"jusqu_a": str(season_of(unfolded.ruled))} if since else {}
    return {"jusqu_a": str(begin_day(since[-1]))}


def season_of(times: Sequence[dt.date]) -> dt.date:
    """The end of the season in which the last of these times is."""
    return season(begin_day(times[-1]))


def _in_words(parts: Mapping[str, str], first: dt.date) -> dict[str, Any] | None:
    """The parts of RRULE (RFC 5545 3.3.10) but its end; None where the town's files have no words for it."""
    frequency = _FREQUENCIES[parts["FREQ"]]
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


_PLAIN = frozenset(("BYMONTH", "BYMONTHDAY"))


def _one_or_more(name: str, values: list[str]) -> dict[str, Any]:
    return {name: values[0] if len(values) == 1 else values} if values else {}


def _list(name: str, values: Iterable[str]) -> dict[str, Any]:
    held = list(values)
    return {name: held} if held else {}


def _hour_or_day(when: dt.date, *, several: bool) -> str:
    return written(when if several else begin_day(when))


def _named(when: dt.date, first: dt.date, *, several: bool) -> str:
    """A date of a list: its hour where it is not that of the first."""
    same = not isinstance(when, dt.datetime) or _at(when).time() == _at(first).time()
    return written(begin_day(when) if same and not several else when)


def _changes(series: Series, days: Counter[dt.date]) -> dict[str, Any]:
    found = []
    for one in sorted(series.others, key=lambda other: _at(other.planned)):
        change: dict[str, Any] = {}
        if one.cancelled:
            change["annule"] = CANCELLED
        else:
            if one.begin != one.planned:
                change["debut"] = written(one.begin)
            if one.end - one.begin != series.length:
                change["fin"] = written_end(one.end, one.begin)
            if one.place and one.place != series.place:
                change["lieu"] = one.place
        if change:
            date = _hour_or_day(one.planned, several=days[begin_day(one.planned)] > 1)
            found.append({"date": date, **change})
    return {"changements": found} if found else {}


def _by_list(series: Series, kept: Sequence[dt.date]) -> Repeated | None:
    """The dates one by one, where they are few."""
    if len(kept) > MOST:
        return None
    days = Counter(map(begin_day, kept))
    first = kept[0]
    if len(kept) == 1 and series.others:
        (only,) = series.others[:1]
        alone = not only.cancelled and (not only.place or only.place == series.place)
        return Repeated(written(only.begin), written_end(only.end, only.begin), {}) if alone else None
    rule = _list("dates", (_named(one, first, several=days[begin_day(one)] > 1) for one in kept[1:]))
    rule |= _changes(series, days)
    return _tried(series, kept, rule)


def _tried(series: Series, kept: Sequence[dt.date], rule: dict[str, Any]) -> Repeated | None:
    """The first time and the rule, where the town's own calendar unfolds them to the same times."""
    first = kept[0]
    begin, end = written(first), written_end(first + series.length, first)
    others = {one.planned: one for one in series.others}
    expected = sorted(_times(series, kept, others))
    fields = {"titre": "Date", "debut": begin, "categorie": "evenement"}
    fields |= {"fin": end} if end else {}
    rule = {name: value for name, value in rule.items() if value}
    fields |= {"recurrence": rule} if rule else {}  # type: ignore[dict-item]
    try:
        event = Event.model_validate(fields)
    except ValidationError:
        return None
    last = max(at for at, *_ in expected).date() + dt.timedelta(days=400)
    since = min(at for at, *_ in expected).date()
    found = sorted(
        (one.debut.datetime, one.annule is not None, _ends(one.fin.datetime if one.fin else None, one))
        for one in event.occurrences(since, last)
    )
    return Repeated(begin, end, rule) if found == expected else None


def _ends(end: dt.datetime | None, one: Any) -> dt.datetime:
    return end or one.debut.datetime


def _times(
    series: Series, kept: Sequence[dt.date], others: Mapping[dt.date, Other]
) -> Iterator[tuple[dt.datetime, bool, dt.datetime]]:
    for planned in kept:
        other = others.get(planned)
        if other and not other.cancelled:
            yield _at(other.begin), False, _at(other.end)
        else:
            yield _at(planned), other is not None, _at(planned + series.length)
