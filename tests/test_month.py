"""A month as a grid: every day once, Monday first, with what takes place."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from hub.build import TEMPLATES
from hub.markup import Renderer
from hub.markup.month import weeks
from hub.model.dates import Moment
from hub.model.event import Category, Event, Occurrence
from hub.pages import Pages, sheets
from tests import towns


def _occurrence(start: str, end: str | None = None) -> Occurrence:
    fin = Moment.parse(end) if end else None
    event = Event(titre="X", debut=Moment.parse(start), fin=fin, categorie=Category.evenement)
    return Occurrence(event, event.debut, event.fin)


def _days(*occurrences: Occurrence) -> dict[int, list[str]]:
    found = [day for week in weeks((2026, 12), occurrences) for day in week if day and day.entries]
    return {day.number: [entry.hour for entry in day.entries] for day in found}


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_each_day_of_the_month_stands_once_under_its_weekday(year: int, month: int) -> None:
    found = weeks((year, month), [])
    assert {len(week) for week in found} == {7}
    for week in found:
        for column, day in enumerate(week):
            assert day is None or dt.date(year, month, day.number).weekday() == column
    numbers = [day.number for week in found for day in week if day]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_hour_is_on_the_first_day_of_what_lasts_several() -> None:
    assert _days(_occurrence("2026-12-04 10:00", "2026-12-06 18:00")) == {4: ["10\u00a0h"], 5: [""], 6: [""]}


def test_what_goes_on_into_the_next_month_stays_in_its_own() -> None:
    assert _days(_occurrence("2026-12-31", "2027-01-02")) == {31: [""]}


def test_an_evening_that_passes_midnight_is_of_its_first_day() -> None:
    assert _days(_occurrence("2026-12-05 20:00", "2026-12-06 01:30")) == {5: ["20\u00a0h"]}


def _entries(*occurrences: Occurrence, today: str = "0001-01-01") -> dict[int, list[tuple[bool, bool]]]:
    """By day, of each entry whether an earlier day told it, and whether the day before did."""
    found = weeks((2026, 12), occurrences, dt.date.fromisoformat(today))
    days = [day for week in found for day in week if day and day.entries]
    return {day.number: [(entry.again, entry.goes_on) for entry in day.entries] for day in days}


def test_what_lasts_several_days_is_told_on_the_first_and_goes_on_after() -> None:
    assert _entries(_occurrence("2026-12-04", "2026-12-06")) == {
        4: [(False, False)],
        5: [(True, True)],
        6: [(True, True)],
    }


def test_today_tells_anew_what_began_before() -> None:
    told = _entries(_occurrence("2026-12-04", "2026-12-06"), today="2026-12-05")
    assert told[5] == [(False, False)]
    assert told[6] == [(True, True)]


def test_what_lasts_several_days_comes_before_what_begins_earlier_in_the_day() -> None:
    long, short = _occurrence("2026-12-04 10:00", "2026-12-06 18:00"), _occurrence("2026-12-05 08:00")
    (week,) = (one for one in weeks((2026, 12), [short, long]) if one[5] and one[5].number == 5)
    assert week[5]
    assert [entry.occurrence for entry in week[5].entries] == [long, short]


def test_a_day_is_past_today_or_to_come() -> None:
    found = [day for week in weeks((2026, 12), [], dt.date(2026, 12, 2)) for day in week if day]
    assert [(day.past, day.today) for day in found[:3]] == [(True, False), (False, True), (False, False)]


# The page


def _page(address: str) -> lxml_html.HtmlElement:
    hub = towns.inspect(towns.EXAMPLE, towns.TODAY).hub
    tools = Pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})
    made = next(one for one in sheets(tools) if one.address == address).make(tools)
    return lxml_html.fromstring(f"<div>{made.body}</div>")


def test_today_is_said_in_words_and_marked_and_the_days_before_it_are_past() -> None:
    page = _page("/agenda/2026/11/")
    (today,) = page.xpath('//td[@aria-current="date"]')
    assert " ".join(today.find("p").text_content().split()) == "21 aujourd’hui"
    past = [day.text_content().split()[0] for day in page.xpath('//td[contains(@class, "mois-passe")]')]
    assert past == ["1er", *(str(day) for day in range(2, 21))]
    assert "les 18 jours passés" in " ".join(page.text_content().split())


def test_another_month_has_no_today_and_folds_nothing() -> None:
    page = _page("/agenda/2026/10/")
    assert not page.xpath('//*[@aria-current="date"] | //*[contains(@class, "mois-passe")]')
    assert "jours passés" not in page.text_content()


def test_the_months_beside_are_reached_from_above_and_from_below() -> None:
    page = _page("/agenda/2026/11/")
    for way, address in (("prev", "/agenda/2026/10/"), ("next", "/agenda/2026/12/")):
        assert page.xpath(f'//nav//a[@rel="{way}"]/@href') == [address, address]
