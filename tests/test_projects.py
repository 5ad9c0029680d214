"""Projects: an action that returns is the same one; each project has its page, its feed, and its names."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.build import build
from hub.model.fields import ID_PATTERN
from hub.model.project_names import LONGEST, VIEWS, key_of
from tests import towns
from tests.towns import TODAY

PROJECT = "content/projets/arrosage.md"


def minutes(day: str, *actions: str, body: str = "bureau") -> dict[str, str]:
    """The minutes of a meeting, with these actions."""
    rows = "".join(f"  - {{{action}}}\n" for action in actions)
    return {
        f"minutes/{day}-{body}.md": (
            f"---\ninstance: {body}\ndate: {day}\nstatut: adopte\npublie_le: {day}\npresents: [Licornes]\n"
            f"ordre_du_jour: [Eau]\nsuivi:\n{rows}---\n"
        )
    }


DIG = "projet: Puits, quoi: Creuser un puits"
FIRST = minutes("2026-05-12", f"{DIG}, qui: [Licornes], echeance: 2026-06, etat: a-faire")
SECOND = minutes("2026-06-16", "projet: puits, quoi: creuser un PUITS., etat: en-cours")
THIRD = minutes("2026-09-15", f"{DIG}, qui: [Cœur de chœur], echeance: 2026-12, etat: fait")
MEETINGS = {**FIRST, **SECOND, **THIRD}


# Threads


def test_an_action_that_returns_is_one_in_the_state_that_the_last_meeting_told(tmp_path: Path) -> None:
    thread = towns.hub_of(tmp_path, MEETINGS).threads["puits"]
    (action,) = thread.actions
    assert [str(step.minutes.date) for step in action.steps] == ["2026-05-12", "2026-06-16", "2026-09-15"]
    assert (action.etat.value, action.qui, str(action.echeance)) == ("fait", ("Cœur de chœur",), "2026-12")


def test_what_a_meeting_leaves_out_is_as_the_one_before_said(tmp_path: Path) -> None:
    (action,) = towns.hub_of(tmp_path, {**FIRST, **SECOND}).threads["puits"].actions
    assert (action.etat.value, action.qui, str(action.echeance)) == ("en-cours", ("Licornes",), "2026-06")


def test_an_action_that_was_done_is_another_when_it_returns(tmp_path: Path) -> None:
    again = minutes("2026-10-13", f"{DIG}, qui: [Licornes], echeance: 2027-01, etat: a-faire")
    hub = towns.hub_of(tmp_path, {**FIRST, **THIRD, **again})
    assert [action.etat.value for action in hub.threads["puits"].actions] == ["fait", "a-faire"]


def test_an_action_done_for_the_same_day_in_two_minutes_is_one(tmp_path: Path) -> None:
    done = f"{DIG}, qui: [Licornes], echeance: 2026-06, etat: fait"
    hub = towns.hub_of(tmp_path, {**minutes("2026-05-12", done), **minutes("2026-06-16", done)})
    assert len(hub.threads["puits"].actions) == 1


def test_two_rows_of_one_meeting_are_two_actions(tmp_path: Path) -> None:
    row = f"{DIG}, qui: [Licornes], echeance: 2027-01, etat: a-faire"
    assert len(towns.hub_of(tmp_path, minutes("2026-05-12", row, row)).threads["puits"].actions) == 2


def test_a_project_has_all_its_names(tmp_path: Path) -> None:
    more = minutes("2026-05-12", "projet: ARROSAGE, quoi: Arroser, qui: [Licornes], etat: fait")
    thread = towns.hub_of(tmp_path, more).threads["arrosage"]
    assert [action.last.action.projet for action in thread.actions] == ["Arrosoirs", "ARROSAGE"]
    assert thread.name == "Arrosage"


def test_a_project_has_a_page_once_two_meetings_spoke_of_it_or_a_text_presents_it(tmp_path: Path) -> None:
    one = towns.hub_of(tmp_path / "one", FIRST).threads
    assert (one["puits"].paged, one["arrosage"].paged) == (False, True)
    assert towns.hub_of(tmp_path / "two", {**FIRST, **SECOND}).threads["puits"].paged


@given(st.text(max_size=120))
def test_every_name_has_a_key_that_is_an_address(name: str) -> None:
    key = key_of(name)
    assert re.fullmatch(ID_PATTERN, key)
    assert len(key) <= LONGEST
    assert not key.isdigit()
    assert key not in VIEWS


@given(st.lists(st.sampled_from("aéœ' -·’A2"), min_size=1, max_size=20).map("".join))
def test_a_key_does_not_depend_on_case_nor_on_accents(name: str) -> None:
    assert key_of(name) == key_of(name.replace("é", "e").upper()) == key_of(f" {name} ")


# Pages


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("projects")
    hub = towns.hub_of(
        folder / "town", {**MEETINGS, **minutes("2026-10-13", f"{DIG} de plus, etat: en-cours")}
    )
    build(hub, TODAY, folder / "site")
    return folder / "site"


def titles(feed: Path) -> list[str]:
    """The titles of the items of a feed, the last one first."""
    entries = feedparser.parse(feed.read_bytes()).entries
    return [item.title.replace("\xa0", " ") for item in entries]


def read(site: Path, address: str) -> str:
    return (site / address.strip("/") / "index.html").read_text(encoding="utf-8")


def test_the_page_of_a_project_tells_meeting_after_meeting_the_last_one_first(site: Path) -> None:
    page = read(site, "/suivi/puits/").partition('id="reunions"')[2].partition("</section>")[0]
    days = ["2026-10-13", "2026-09-15", "2026-06-16", "2026-05-12"]
    assert re.findall(r'href="/?[./]*comptes-rendus/([\d-]+)-bureau/"', page) == days
    assert re.findall(r"(À faire|En cours), puis", page) == ["En cours", "À faire"]


def test_the_minutes_of_a_meeting_tell_what_became_of_what_they_decided(site: Path) -> None:
    page = read(site, "/comptes-rendus/2026-05-12-bureau/")
    assert re.search(r'à cette réunion, fait <a href="[./]*comptes-rendus/2026-09-15-bureau/"', page)
    assert "<dt>Depuis</dt>" not in read(site, "/comptes-rendus/2026-09-15-bureau/")


def test_the_other_names_of_a_project_lead_to_its_page(site: Path) -> None:
    assert towns.is_moved(site / "suivi" / "arrosoirs" / "index.html")
    assert "/suivi/arrosage/" in read(site, "/suivi/arrosoirs/")


def test_an_association_has_its_actions_on_its_page(site: Path) -> None:
    page = read(site, "/associations/coeur/").partition('id="actions"')[2].partition("</section>")[0]
    assert "Creuser un puits" in page
    assert "Aucune action ouverte ne lui est confiée" in page
    assert 'id="actions"' not in read(site, "/associations/dragons/")


def test_the_follow_up_is_read_by_project_by_who_and_by_term(site: Path) -> None:
    assert "Puits" in read(site, "/suivi/par-projet/")
    assert "À confirmer" in read(site, "/suivi/par-qui/")
    assert "Bureau 2025-2027" in read(site, "/suivi/par-mandat/")
    assert read(site, "/suivi/").count(": Creuser un puits") == 1


def test_a_late_action_says_since_when(tmp_path: Path) -> None:
    build(towns.hub_of(tmp_path / "town", {**FIRST, **SECOND}), TODAY, tmp_path / "site")
    for address in ("/suivi/", "/suivi/puits/", "/associations/licornes/"):
        page = re.sub(r"<[^>]+>", "", read(tmp_path / "site", address))
        assert re.search(r"dépassée\s+depuis juin 2026", page), address


VOTED = {
    "minutes/2026-05-12-bureau.md": (
        "---\ninstance: bureau\ndate: 2026-05-12\nstatut: adopte\npublie_le: 2026-05-14\n"
        "presents: [Licornes]\nordre_du_jour: [Eau]\nvotes:\n"
        "  - {objet: Le budget, resultat: adopte, projet: Arrosoirs}\n---\n"
    )
}


def test_a_project_has_the_votes_that_meetings_took_on_it(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path / "town", VOTED)
    assert [str(one.date) for one in hub.threads["arrosage"].meetings] == ["2026-03-10", "2026-05-12"]
    build(hub, TODAY, tmp_path / "site")
    page = read(tmp_path / "site", "/suivi/arrosage/").partition('id="reunions"')[2]
    assert "Vote\xa0: Le budget." in page
    minutes = read(tmp_path / "site", "/comptes-rendus/2026-05-12-bureau/")
    assert re.search(r'href="[./]*suivi/arrosage/">Arrosoirs</a>', minutes)
    assert (
        titles(tmp_path / "site" / "suivi" / "arrosage" / "rss.xml")[0] == "Arrosage : bureau du 12 mai 2026"
    )


def test_a_body_in_charge_leads_to_its_page(tmp_path: Path) -> None:
    row = f"{DIG}, qui: [Bureau du conseil, Commission Pelles, Jardinier], echeance: 2027-01, etat: a-faire"
    commission = towns.edited("bureau.yaml", "    vacants:", "    commissions: [{nom: Pelles}]\n    vacants:")
    build(towns.hub_of(tmp_path / "t", {**commission, **minutes("2026-05-12", row)}), TODAY, tmp_path / "s")
    links = re.findall(
        r'href="[./]*(bureau/[^"]*)">(?:Bureau du|Commission)', read(tmp_path / "s", "/suivi/")
    )
    assert links == ["bureau/", "bureau/2025-2027/#commissions"]


def test_what_links_to_a_project_is_told_on_its_page(tmp_path: Path) -> None:
    news = towns.edited("content/actualites/pluie.md", "Enfin.", "Enfin, pour l'[arrosage](projet:arrosage).")
    build(towns.hub_of(tmp_path / "town", news), TODAY, tmp_path / "site")
    assert "Il pleut" in read(tmp_path / "site", "/suivi/arrosage/").partition('id="ailleurs"')[2]


# Feeds and data


def test_a_project_has_a_feed_with_an_item_a_meeting(site: Path) -> None:
    feed = feedparser.parse((site / "suivi" / "puits" / "rss.xml").read_bytes())
    assert titles(site / "suivi" / "puits" / "rss.xml") == [
        "Puits : bureau du 13 octobre 2026",
        "Puits : bureau du 15 septembre 2026",
        "Puits : bureau du 16 juin 2026",
        "Puits : bureau du 12 mai 2026",
    ]
    assert "en cours, puis fait" in feed.entries[1].summary
    assert len({item.id for item in feed.entries}) == 4


def test_an_item_keeps_its_name_when_its_project_is_called_otherwise(site: Path, tmp_path: Path) -> None:
    told = "---\ntitre: Forage\nalias: [Puits]\nporteurs: [Licornes]\n---\n"
    build(
        towns.hub_of(tmp_path / "t", {**MEETINGS, "content/projets/forage.md": told}), TODAY, tmp_path / "s"
    )
    feeds = (site / "suivi" / "puits" / "rss.xml", tmp_path / "s" / "suivi" / "forage" / "rss.xml")
    before, after = ({item.id for item in feedparser.parse(one.read_bytes()).entries} for one in feeds)
    assert after < before


def test_nothing_is_told_of_a_meeting_before_its_minutes_are_published(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path / "town", {**FIRST, **SECOND})
    build(hub, dt.date(2026, 6, 1), tmp_path / "site")
    told = titles(tmp_path / "site" / "suivi" / "puits" / "rss.xml")
    assert told == ["Puits : bureau du 12 mai 2026"]


def test_the_data_have_an_action_once_and_a_project_under_all_its_names(site: Path) -> None:
    actions = json.loads((site / "donnees" / "actions.json").read_text(encoding="utf-8"))
    (row,) = [one for one in actions if one["quoi"] == "Creuser un puits"]
    assert (row["reunion"], row["derniere_reunion"], row["etat"], row["fil"]) == (
        "2026-05-12-bureau",
        "2026-09-15-bureau",
        "fait",
        "puits",
    )
    projects = json.loads((site / "donnees" / "projets.json").read_text(encoding="utf-8"))
    assert {one["id"]: (one["reunions"], one["actions"], one["ouvertes"]) for one in projects} == {
        "arrosage": (1, 1, 0),
        "puits": (4, 2, 1),
    }
