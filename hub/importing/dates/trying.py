"""A rule that was made, unfolded by the town's own calendar: kept where it gives the same times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from hub.importing.dates.given import written, written_end
from hub.importing.dates.series import Other, Repeated, Series, at_midnight
from hub.model.event import Event


def tried(series: Series, kept: Sequence[dt.date], rule: dict[str, Any]) -> Repeated | None:
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
            yield at_midnight(other.begin), False, at_midnight(other.end)
        else:
            yield at_midnight(planned), other is not None, at_midnight(planned + series.length)
