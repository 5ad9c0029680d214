"""How a calendar repeats a date (RFC 5545 3.8.5) -> how the town's files do.

What is made of a rule is unfolded, and compared with what the calendar itself unfolds: where they differ, the
dates are written one by one.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from hub.checks.periods import season
from hub.importing.dates.given import begin_day, written, written_end
from hub.importing.dates.listing import MOST
from hub.importing.dates.series import CANCELLED, Repeated, Series, at_midnight
from hub.importing.dates.trying import tried
from hub.importing.dates.unfolding import Unfolded, in_words, parts_of, unfold
from hub.model.recurrence import MOST_TIMES


def repeated(series: Series, town: dt.tzinfo, today: dt.date) -> Repeated | None:
    """How it comes back; None where neither a rule nor a short list says it."""
    unfolded = unfold(series, town, today)
    if unfolded is None:
        return None
    planned = sorted({series.begin, *unfolded.ruled, *series.more}, key=at_midnight)
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


def _kept(planned: Sequence[dt.date], series: Series) -> list[dt.date]:
    """What is planned and not left out; what is otherwise is never left out."""
    hours = {one for one in series.less if isinstance(one, dt.datetime)}
    days = {one for one in series.less if not isinstance(one, dt.datetime)}
    others = {one.planned for one in series.others}
    all_of_it = [*planned, *(one for one in others if one not in planned)]
    return sorted(
        (one for one in all_of_it if one in others or not (one in hours or begin_day(one) in days)),
        key=at_midnight,
    )


def _by_rule(
    series: Series, unfolded: Unfolded, planned: Sequence[dt.date], kept: Sequence[dt.date]
) -> Repeated | None:
    """The rule in the town's words, with its exceptions; None where it does not say the same."""
    first = kept[0]
    rule = in_words(parts_of(series.rule), first) if first in unfolded.ruled else None
    if rule is None:
        return None
    since = [one for one in unfolded.ruled if at_midnight(one) >= at_midnight(first)]
    rule |= _until(series, unfolded, since)
    days = Counter(map(begin_day, planned))
    more = [one for one in kept if one not in since]
    rule |= _list("dates", (_named(one, first, several=days[begin_day(one)] > 1) for one in more))
    gone = [one for one in since if one not in kept]
    rule |= _list("sauf", (_hour_or_day(one, several=days[begin_day(one)] > 1) for one in gone))
    rule |= _changes(series, days)
    return tried(series, kept, rule)


def _until(series: Series, unfolded: Unfolded, since: Sequence[dt.date]) -> dict[str, Any]:
    if "COUNT" in parts_of(series.rule):
        return {"nombre": str(len(since))}
    if series.until is None:
        return {"jusqu_a": str(season_of(unfolded.ruled))} if since else {}
    return {"jusqu_a": str(begin_day(since[-1]))}


def season_of(times: Sequence[dt.date]) -> dt.date:
    """The end of the season in which the last of these times is."""
    return season(begin_day(times[-1]))


def _list(name: str, values: Iterable[str]) -> dict[str, Any]:
    held = list(values)
    return {name: held} if held else {}


def _hour_or_day(when: dt.date, *, several: bool) -> str:
    return written(when if several else begin_day(when))


def _named(when: dt.date, first: dt.date, *, several: bool) -> str:
    """A date of a list: its hour where it is not that of the first."""
    same = not isinstance(when, dt.datetime) or at_midnight(when).time() == at_midnight(first).time()
    return written(begin_day(when) if same and not several else when)


def _changes(series: Series, days: Counter[dt.date]) -> dict[str, Any]:
    found = []
    for one in sorted(series.others, key=lambda other: at_midnight(other.planned)):
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
    return tried(series, kept, rule)
