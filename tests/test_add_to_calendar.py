"""« Ajouter à mon agenda »: the links say the same hour as the page."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from hub.model.event import Occurrence
from hub.pages.add_to_calendar import links
from tests import towns


def test_a_date_is_added_to_the_calendars_people_have_at_its_own_hour(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    yoga = hub.keys["agenda"]["yoga"]
    once = next(yoga.occurrences(towns.TODAY, towns.TODAY + dt.timedelta(days=30)))
    subscription, google, outlook = (link.address for link in links(hub, once))
    assert subscription == "webcal://mini.example/agenda/yoga.ics"
    asked = parse_qs(urlsplit(google).query)
    assert asked["dates"] == ["20261201T183000/20261201T193000"]
    assert (asked["ctz"], asked["text"]) == (["Europe/Paris"], ["Yoga du mardi"])
    assert parse_qs(urlsplit(outlook).query)["startdt"] == ["2026-12-01T18:30:00+01:00"]


def test_whole_days_end_at_the_midnight_after_the_last(tmp_path: Path) -> None:
    fair = "---\ntitre: Foire\ndebut: 2026-12-05\nfin: 2026-12-06\ncategorie: evenement\n---\n"
    hub = towns.hub_of(tmp_path, {"content/agenda/foire.md": fair})
    event = hub.keys["agenda"]["foire"]
    _, google, outlook = (link.address for link in links(hub, Occurrence(event, event.debut, event.fin)))
    assert parse_qs(urlsplit(google).query)["dates"] == ["20261205/20261207"]
    assert parse_qs(urlsplit(outlook).query)["allday"] == ["true"]
