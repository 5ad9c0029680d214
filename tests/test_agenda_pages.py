"""The pages of the calendar: what is coming, by category and association, and what took place, by year."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from hub.build import TEMPLATES, inspect
from hub.catalogue.rule import Files
from hub.markup import Renderer
from hub.model.calendars import RESERVED, CalendarChannel, calendars_of
from hub.model.event import Event
from hub.model.wording import DEFAULT
from hub.pages import pages
from hub.pages.page import Page
from hub.published import published
from tests import towns

CALENDARS = calendars_of(DEFAULT)


def made(folder: Path, files: Files, today: dt.date = towns.TODAY) -> dict[str, Page]:
    hub = inspect(towns.write(folder, files), today).hub
    return {page.address: page for page in pages(hub, today, Renderer(hub), TEMPLATES)}


def read(site: Path, address: str) -> str:
    return (site / address.strip("/") / "index.html").read_text("utf-8")


def coming(html: str) -> set[str]:
    """The events that a page lists as dates to come."""
    return set(re.findall(r'class="carte-titre" href="(?:\.\./)*(?:agenda/)?([a-z0-9-]+)/"', html))


def ahead(channel: CalendarChannel) -> set[str]:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    until = towns.TODAY + dt.timedelta(days=366)
    return {e.id for e in hub.events if channel.holds(e) and any(e.occurrences(towns.TODAY, until))}


@pytest.mark.parametrize("channel", CALENDARS[1:], ids=[channel.key for channel in CALENDARS[1:]])
def test_a_category_has_a_page_that_lists_what_is_coming_in_its_calendar(
    example_site: Path, channel: CalendarChannel
) -> None:
    html = read(example_site, channel.page)
    assert coming(html) == ahead(channel)
    assert f'href="webcal://associations.ville-exemple.example{channel.address}"' in html
    assert f'href="../..{channel.address}"' in html


def test_an_event_that_comes_back_is_once_on_the_page_of_its_category(tmp_path: Path) -> None:
    body = made(tmp_path, {})["/agenda/evenements/"].body
    assert body.count("/agenda/yoga/") == 1
    assert "chaque mardi, jusqu’au 15\u00a0décembre 2026" in body


def test_every_category_leads_to_the_others_and_says_which_it_is(example_site: Path) -> None:
    html = read(example_site, "/agenda/formations/")
    nav = html.partition('class="filtres')[2].partition("</nav>")[0]
    assert re.findall(r">([^<>]+)</a>", nav) == [channel.title for channel in CALENDARS]
    assert re.findall(r'aria-current="page">([^<]+)<', nav) == ["Formations"]


def test_a_category_where_nothing_is_announced_says_so(tmp_path: Path) -> None:
    page = made(tmp_path, {})["/agenda/echeances/"]
    assert "Aucune date de cette catégorie" in page.body


def test_the_calendar_itself_lists_months_to_come_and_years_past_only(tmp_path: Path) -> None:
    old = "---\ntitre: Bal\ndebut: 2019-05-04\ncategorie: evenement\n---\n"
    body = made(tmp_path, {"content/agenda/bal.md": old})["/agenda/"].body
    assert 'href="/agenda/2019/05/"' not in body
    assert 'href="/agenda/2019/"' in body
    assert 'href="/agenda/2026/12/"' in body


def test_a_weekly_class_is_one_line_of_its_year(tmp_path: Path) -> None:
    body = made(tmp_path, {}, dt.date(2027, 1, 15))["/agenda/2026/"].body
    assert body.count("/agenda/yoga/") == 1
    assert "6\u00a0fois, du 3\u00a0novembre au 15\u00a0décembre" in body


def test_what_took_place_once_stands_in_its_month_newest_first(tmp_path: Path) -> None:
    files = {
        f"content/agenda/{name}.md": f"---\ntitre: {name}\ndebut: {day}\ncategorie: evenement\n---\n"
        for name, day in (("bal", "2025-05-04"), ("foire", "2025-09-06"), ("jeux", "2025-05-20"))
    }
    body = made(tmp_path, files)["/agenda/2025/"].body
    assert re.findall(r"<h3>(\w+)|/agenda/([a-z]+)/", body) == [
        ("Septembre", ""),
        ("", "foire"),
        ("Mai", ""),
        ("", "jeux"),
        ("", "bal"),
    ]


def test_what_is_still_to_come_has_not_taken_place(tmp_path: Path) -> None:
    files: Files = {
        "content/agenda/bal.md": "---\ntitre: Bal\ndebut: 2027-05-04\ncategorie: evenement\n---\n"
    }
    body = made(tmp_path, files)["/agenda/2027/"].body
    assert "/agenda/bal/" not in body
    assert "n’est encore passée" in body


def test_years_lead_to_one_another(tmp_path: Path) -> None:
    old = "---\ntitre: Bal\ndebut: 2019-05-04\ncategorie: evenement\n---\n"
    body = made(tmp_path, {"content/agenda/bal.md": old})["/agenda/2019/"].body
    assert 'href="/agenda/2026/"' in body
    assert 'href="/agenda/2019/" aria-current="page"' in body


def test_every_month_has_a_year_above_it(example_site: Path) -> None:
    months = [page.parent for page in (example_site / "agenda").glob("2*/*/index.html")]
    assert months
    assert all((month.parent / "index.html").is_file() for month in months)


def test_an_association_offers_its_dates_by_subscription_and_as_a_file(example_site: Path) -> None:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    for association in hub.associations:
        file = f"associations/{association.id}.ics"
        offered = f"webcal://associations.ville-exemple.example/{file}" in read(
            example_site, association.address
        )
        assert offered == (example_site / file).is_file(), association.id


def test_the_calendar_of_an_association_stays_when_nothing_is_recent(tmp_path: Path) -> None:
    from hub.feeds.calendar import sheets as calendars

    later = dt.date(2040, 1, 1)
    hub = inspect(towns.write(tmp_path), later).hub
    written = {path: make() for path, make in calendars(hub, later, Renderer(hub))}
    assert b"BEGIN:VEVENT" in written["associations/licornes.ics"]


@pytest.mark.parametrize("name", sorted({*RESERVED, "2027"} - {""}))
def test_no_event_takes_the_address_of_a_category_or_of_a_year(tmp_path: Path, name: str) -> None:
    text = "---\ntitre: Bal\ndebut: 2026-12-04\ncategorie: evenement\n---\n"
    problems = towns.inspected(tmp_path, {f"content/agenda/{name}.md": text}).problems
    assert [problem.code for problem in problems] == ["E005"]


def test_an_address_is_made_once(tmp_path: Path) -> None:
    text = "---\ntitre: Bal\ndebut: 2026-12-04\ncategorie: evenement\n---\n"
    hub = towns.hub_of(tmp_path, {f"content/agenda/{name}.md": text for name in ("index", "agenda", "rss")})
    addresses = [page.address for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES)]
    assert len(addresses) == len(set(addresses))
    assert all(isinstance(event, Event) for event in hub.events)


def test_the_pages_of_categories_and_years_are_no_things_that_could_be_lost(example_site: Path) -> None:
    found = published(example_site, inspect(towns.EXAMPLE, towns.TODAY).hub.site.identifiant).titles
    assert "/agenda/retournement-du-compost/" in found
    assert not {"/agenda/formations/", "/agenda/2026/"} & set(found)


def test_a_text_may_send_people_to_a_category(tmp_path: Path) -> None:
    files = towns.edited(
        "content/guides/semer.md", "De la terre.", "Voir [les formations](/agenda/formations/)."
    )
    assert towns.inspected(tmp_path, files).problems == []
