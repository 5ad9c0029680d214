"""The VEVENTs of one UID -> dates: a series with the times of it that are otherwise, or such times alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from icalendar import vRecur

from hub.importing.dates import properties
from hub.importing.dates.filling import given_of, place_of
from hub.importing.dates.given import Given, written
from hub.importing.dates.parts import Part, planned_of
from hub.importing.dates.rules import repeated
from hub.importing.dates.series import Other, Series


def dates_of(uid: str, those: list[Part], town: dt.tzinfo, today: dt.date) -> Iterator[Given]:
    """The dates of one UID: a series with the times of it that are otherwise, or such times alone."""
    whole = [one for one in those if not properties.values(one.event, "RECURRENCE-ID")]
    others = [one for one in those if properties.values(one.event, "RECURRENCE-ID")]
    for part in whole[:-1]:  # an older version of it: programs keep some
        part.doubts.append(("", "Cet agenda a deux dates de ce même identifiant : la dernière est reprise."))
    if not whole:
        for part in others:
            planned = planned_of(part, town)
            yield given_of(f"{uid}/{written(planned) if planned else ''}", part)
        return
    part = whole[-1]
    given = given_of(uid, part)
    given.doubts += [doubt for older in whole[:-1] for doubt in older.doubts[-1:]]
    if others or any(properties.written_values(part.event, name) for name in ("RRULE", "RDATE", "EXDATE")):
        repeat(given, part, others, town, today)
    yield given


def repeat(given: Given, part: Part, others: list[Part], town: dt.tzinfo, today: dt.date) -> None:
    """How it comes back; where nothing says it, the first time alone, and a question."""
    event = part.event
    values = properties.written_values(event, "RRULE")
    rules = [value.to_ical().decode() or "illisible" for value in values]
    sound = [value for value in values if isinstance(value, vRecur)]
    until = next((value["UNTIL"][0] for value in sound if value.get("UNTIL")), None)
    series = Series(
        part.start, part.begin, part.end, rules[0] if rules else "", until,
        properties.times(event, "RDATE", town), properties.times(event, "EXDATE", town), [], given.place,
    )  # fmt: skip
    series.others = [other for one in others if (other := _other(one, town))]
    if given.cancelled:  # as a whole: no time of it is cancelled besides
        series.others = [one._replace(cancelled=False) for one in series.others]
    for one in others:
        _told(given, part, one)
    found = repeated(series, town, today) if len(rules) == len(sound) < 2 else None
    if found is None:
        said = "; ".join([*rules, *(f"RDATE {written(one)}" for one in series.more)])
        given.ask(
            "debut",
            f"La répétition de l'agenda d'origine ne se dit pas ici ({said}) : seule la première fois est "
            "reprise. Écrivez « recurrence » vous-même.",
        )
        given.aside.append(said)
        return
    given.begin, given.end, given.repeats = found.begin, found.end, found.rule
    for doubt in found.doubts:
        given.ask("recurrence", doubt)
    if any(one.cancelled for one in series.others):
        given.ask("changements", "Des fois sont annulées dans l'agenda d'origine : pour quelle raison ?")


def _other(part: Part, town: dt.tzinfo) -> Other | None:
    planned = planned_of(part, town)
    if planned is None or isinstance(planned, dt.datetime) != isinstance(part.begin, dt.datetime):
        return None
    cancelled = properties.text(part.event, "STATUS").upper() == "CANCELLED"
    return Other(planned, part.begin, part.end, place_of(part.event), cancelled)


def _told(given: Given, series: Part, one: Part) -> None:
    """What a time of a series says otherwise, and has no field."""
    day = written(one.begin)
    for name in ("SUMMARY", "DESCRIPTION"):
        words = properties.text(one.event, name)
        if words and words != properties.text(series.event, name):
            given.ask("recurrence", f"Le {day}, l'agenda d'origine dit autre chose : « {_short(words)} ».")
            given.aside.append(f"{day} : {words}")
    value = properties.values(one.event, "RECURRENCE-ID")[0]
    if str(getattr(value, "params", {}).get("RANGE", "")):
        given.ask("recurrence", f"Le changement du {day} vaut aussi pour la suite, dans l'agenda d'origine.")


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 120 else f"{flat[:120]}…"
