"""Dates as clerks know them: whole, or in part; with an hour, or without."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Annotated, Any, ClassVar, Self
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[ T](\d{2}):(\d{2}))?", re.ASCII)
_ZONED = re.compile(
    r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)? ?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)",
    re.ASCII | re.IGNORECASE,
)
"""An hour that says its zone, as programs write it (RFC 3339)."""


PARIS = ZoneInfo("Europe/Paris")
"""The zone of every hour that a clerk writes, where the town says no other (`Site.zone`)."""

_MIDNIGHT = dt.time()

EARLIEST, LATEST = 1800, 2200
"""The years a town's council may speak of: `0226-03-01` is a slip, and would recur for 18 centuries."""


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class PartialDate:
    """A date known to the day, the month or the year: `2021-09-12`, `2021-09`, `2021`.

    Ordered by the first day it may be; a date known in part comes before the days it covers.
    """

    year: int
    month: int | None = None
    day: int | None = None

    hours: ClassVar[bool] = False
    """Whether an hour may follow the day."""

    @classmethod
    def parse(cls, text: Any) -> Self:
        """Read the ISO form (ISO 8601-1, calendar dates, reduced precision).

        Raises `PydanticCustomError` of type `date` (not this form), `zoned` (an hour of a zone that it says),
        `calendar` (no such day) or `hour` (an hour where none is expected).
        """
        if isinstance(text, cls):
            return text
        found = _ISO.fullmatch(text) if isinstance(text, str) else None
        if not found:
            zoned = isinstance(text, str) and _ZONED.fullmatch(text.strip()) is not None
            context = {"heure": "oui" if cls.hours else ""}
            raise PydanticCustomError("zoned" if zoned else "date", "not an ISO date", context)
        try:
            return cls._from_match(found)
        except PydanticCustomError:
            raise
        except ValueError:
            raise PydanticCustomError("calendar", "no such day") from None

    @classmethod
    def _from_match(cls, found: re.Match[str]) -> Self:
        if found[4]:
            raise PydanticCustomError("hour", "no hour expected")
        year, month, day = (int(part) if part else None for part in found.groups()[:3])
        assert year is not None
        dt.date(year, 1 if month is None else month, 1 if day is None else day)
        if not EARLIEST <= year <= LATEST:
            raise ValueError("a slip of the hand")
        return cls(year, month, day)

    @classmethod
    def of(cls, date: dt.date) -> Self:
        """The whole date `date`."""
        return cls(date.year, date.month, date.day)

    @property
    def first(self) -> dt.date:
        """The first day it may be."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day it may be."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def whole(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    def covers(self, date: dt.date) -> bool:
        """Whether `date` may be the day meant."""
        return self.first <= date <= self.last

    def _order(self) -> tuple[Any, ...]:
        """Its first day, in numbers, and whether it is known: sorting compares many."""
        return (self.year, self.month or 1, self.day or 1, self.day is not None)

    def __lt__(self, other: PartialDate) -> bool:
        return self._order() < other._order()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and self._order() == other._order()

    def __hash__(self) -> int:
        return hash(self._order())

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.to_string_ser_schema()
        )


@dataclass(frozen=True, slots=True, eq=False)
class Moment(PartialDate):
    """A partial date, or a day and an hour in the town's own time: `2021-11-27 10:00`."""

    time: dt.time | None = None

    hours: ClassVar[bool] = True

    @classmethod
    def _from_match(cls, found: re.Match[str]) -> Self:
        if found[4] and not found[3]:
            raise PydanticCustomError("hour", "an hour without a day")
        date = PartialDate._from_match(_ISO.fullmatch(found[0][:10]) or found)
        time = dt.time(int(found[4]), int(found[5])) if found[4] else None
        return cls(date.year, date.month, date.day, time)

    @classmethod
    def at(cls, when: dt.datetime | dt.date) -> Moment:
        """The moment of a `datetime` (to the minute) or the whole day of a `date`."""
        time = when.time() if isinstance(when, dt.datetime) else None
        return cls(when.year, when.month, when.day, time)

    @property
    def datetime(self) -> dt.datetime:
        """The local time, midnight when no hour is known."""
        return dt.datetime.combine(self.first, self.time or dt.time())

    def _order(self) -> tuple[Any, ...]:
        return (self.year, self.month or 1, self.day or 1, self.day is not None, self.time or _MIDNIGHT)

    def __str__(self) -> str:
        date = PartialDate.__str__(self)
        return f"{date} {self.time:%H:%M}" if self.time else date


def _end(written: Any) -> Any:
    """`2027-03-09 24:00` -> the moment it is, the first of the day after; anything else as it is."""
    found = _ISO.fullmatch(written) if isinstance(written, str) else None
    if not found or (found[4], found[5]) != ("24", "00"):
        return written
    day = Moment.parse(written[:10])
    return Moment.at(dt.datetime.combine(day.first + dt.timedelta(days=1), dt.time()))


End = Annotated[Moment, BeforeValidator(_end)]
"""A moment at which something ends: 24:00 is the midnight at the end of its day (ISO 8601:2004, 4.2.3)."""
