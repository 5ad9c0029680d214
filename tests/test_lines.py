"""Content lines against icalendar's own: the same bytes, and what one cannot see in a calendar as a whole."""

from __future__ import annotations

import datetime as dt

from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, Event, vDDDTypes
from icalendar.parser import Contentline

from hub.build import inspect
from hub.feeds.calendar import sheets
from hub.feeds.lines import LIMIT, folded, line, text
from hub.markup import Renderer
from hub.model.dates import PARIS
from tests import towns

ONE_LINE = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=400)


@given(ONE_LINE)
@example("x" * (LIMIT - 1))
@example("x" * LIMIT)
@example("x" * 73 + "\\n" + "y" * 80)
@example("x" * 73 + "é" * 80)
@example("\\^" * 100)
@example("😀" * 100)
def test_a_line_is_folded_as_icalendar_folds_it(words: str) -> None:
    assert folded(words) == Contentline(words).to_ical() + b"\r\n"  # type: ignore[no-untyped-call]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=200))
def test_a_property_is_written_as_a_component_writes_it(words: str) -> None:
    words = words.replace("\\N", "")  # which icalendar takes for the end of a line
    when = dt.datetime(2026, 11, 21, 18, 30, tzinfo=PARIS)
    event = Event()
    event.add("summary", words)
    event.add("dtstart", when)
    event.add("dtend", when.date())
    written = text("SUMMARY", words) + line("DTSTART", vDDDTypes(when))
    written += line("DTEND", vDDDTypes(when.date()))
    assert b"BEGIN:VEVENT\r\n" + written + b"END:VEVENT\r\n" == event.to_ical(sorted=False)


def test_what_icalendar_reads_of_a_calendar_it_writes_to_the_same_bytes() -> None:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    made = dict(sheets(hub, towns.TODAY, Renderer(hub)))
    for path in ("agenda.ics", "agenda/conseil.ics"):
        written = made[path]()
        assert Calendar.from_ical(written).to_ical(sorted=False) == written
