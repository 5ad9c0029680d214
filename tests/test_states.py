"""Wherever a date, an association or a call is named, its state is: the whole example town is walked."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any, NamedTuple

import feedparser
import icalendar
import pytest
from lxml import html as lxml_html

from hub.build import TEMPLATES, THEME, inspect
from hub.feeds import files as feeds
from hub.markup import Renderer
from hub.media import cards, posters
from hub.media import minutes as papers
from hub.media.look import Look
from hub.media.nodes import said
from hub.model import Hub
from hub.model.association import AssociationStatus
from hub.pages import Page, pages
from hub.search.record import record
from tests import towns

OPEN_SENTENCES = "texte"
"""The class of a text that somebody wrote: it names things in sentences, of the day they were written."""

ROWS = ("li", "td", "th", "dd", "p", "h3", "h2")


class Named(NamedTuple):
    """A thing whose state must be told: its address, its name, the word of its state."""

    address: str
    name: str
    state: str


@pytest.fixture(scope="module")
def hub() -> Hub:
    return inspect(towns.EXAMPLE, towns.TODAY).hub


@pytest.fixture(scope="module")
def made(hub: Hub) -> list[Page]:
    return list(pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {}))


@pytest.fixture(scope="module")
def files(hub: Hub) -> dict[str, bytes]:
    return dict(feeds(hub, towns.TODAY, Renderer(hub), TEMPLATES))


@pytest.fixture(scope="module")
def stated(hub: Hub) -> list[Named]:
    """Every cancelled date, and every association that is dissolved or asleep."""
    asleep = (AssociationStatus.dissoute, AssociationStatus.en_sommeil)
    found = [Named(one.address, one.titre, "annulé") for one in hub.events if one.annule]
    found += [Named(a.address, a.nom, a.statut.libelle) for a in hub.associations if a.statut in asleep]
    assert len(found) > 8
    return found


def _mentions(page: Page, thing: Named) -> Iterator[str]:
    """The text of each row of a page that leads to a thing, but for sentences somebody wrote and drawings."""
    tree = lxml_html.fromstring(f"<div>{page.body}</div>")
    for link in tree.xpath(f'//a[starts-with(@href, "{thing.address}")]'):
        above = list(link.iterancestors())
        if any(one.tag == "svg" for one in above):
            continue  # a dot of a drawing: the list beside it says the same, with its state
        classes = [c for one in above for c in one.get("class", "").split()]
        if OPEN_SENTENCES in classes and "lettre-suite" not in classes:
            continue
        row = next((one for one in above if one.tag in ROWS[:1]), None)
        row = row if row is not None else next(one for one in above if one.tag in ROWS)
        yield " ".join(row.text_content().split())


def test_each_page_that_lists_a_thing_says_its_state(made: list[Page], stated: list[Named]) -> None:
    told = {thing: [] for thing in stated}  # type: dict[Named, list[tuple[str, str]]]
    for thing in stated:
        for page in made:
            if page.address != thing.address:
                told[thing] += [(page.address, words) for words in _mentions(page, thing)]
    silent = [
        (thing.name, address, words)
        for thing, rows in told.items()
        for address, words in rows
        if not _says(words, thing)
    ]
    assert not silent
    assert all(told.values()), "each is listed somewhere"


def _says(words: str, thing: Named) -> bool:
    """Whether the state stands right before or after the name, or as a label of its row."""
    before, _, after = words.partition(thing.name)
    return thing.state in (after or words)[:180] or before.split()[-1:] == [thing.state]


def test_each_page_of_a_thing_says_its_state_in_its_body_its_description_and_its_record(
    made: list[Page], stated: list[Named]
) -> None:
    by_address = {page.address: page for page in made}
    for thing in stated:
        page = by_address[thing.address]
        assert thing.state in page.body.lower()
        assert thing.state in page.description.lower()[:30]
        assert thing.state in page.clues.when
        assert thing.state in record(page)


def test_a_page_tells_search_engines_what_is_cancelled(made: list[Page], hub: Hub) -> None:
    by_address = {page.address: page for page in made}
    for event in hub.events:
        data = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', by_address[event.address].body
        )
        if event.annule and event.debut.whole:
            assert {one["eventStatus"] for one in json.loads(data[0])} == {
                "https://schema.org/EventCancelled"
            }


def test_one_cancelled_time_of_a_series_is_told_in_every_list(made: list[Page]) -> None:
    link = './/a[@href="/agenda/retournement-du-compost/"]'
    rows = [
        (page.address + row.xpath("string(ancestor::td/@id)"), " ".join(row.text_content().split()))
        for page in made
        for row in lxml_html.fromstring(f"<div>{page.body}</div>").xpath(f"//li[{link}]")
    ]
    of_the_day = [row for row in rows if row[0] == "/agenda/2026/12/jour-20" or "20 décembre 2026" in row[1]]
    assert {address for address, _ in of_the_day} == {
        "/agenda/2026/12/jour-20"
    }  # after the thirty of the calendar's page
    assert [row for row in of_the_day if "(annulé)" not in row[1]] == []


def test_each_feed_says_what_is_cancelled_in_titles_summaries_and_texts(
    files: dict[str, bytes], hub: Hub
) -> None:
    cancelled = {hub.site.absolute(one.address): one for one in hub.events if one.annule}
    entries = [
        entry
        for path, data in files.items()
        if path.endswith(("rss.xml", "atom.xml"))
        for entry in feedparser.parse(data).entries
        if entry.link in cancelled
    ]
    assert entries
    for entry in entries:
        assert entry.title.startswith("Annulé")
        assert "nnulé" in entry.summary
        assert "Annulé" in entry.content[-1].value


def test_each_feed_names_an_association_with_its_state(files: dict[str, bytes], stated: list[Named]) -> None:
    """In the lists that the program makes: who does what, and what is new in the directory."""
    for path, data in files.items():
        if path.endswith("feed.json"):
            for entry in json.loads(data)["items"]:
                follow_up = entry["content_html"].partition("<h2>Synthèse et suivi</h2>")[2]
                for thing in stated:  # after what is to be done, which somebody wrote
                    for after in re.findall(rf"[(,] ?{re.escape(thing.name)}(.{{14}})", follow_up):
                        assert thing.state in after, (path, entry["title"])


def test_the_feed_of_an_association_says_its_state(files: dict[str, bytes], stated: list[Named]) -> None:
    own = [one for one in stated if one.address.startswith("/associations/")]
    assert own
    for thing in own:
        feed = feedparser.parse(files[f"{thing.address.lstrip('/')}rss.xml"]).feed
        assert feed.subtitle.startswith(f"Association {thing.state}.")


def test_each_calendar_says_what_is_cancelled(files: dict[str, bytes], hub: Hub) -> None:
    cancelled = {hub.site.absolute(one.address) for one in hub.events if one.annule}
    seen = 0
    for path, data in files.items():
        if path.endswith(".ics"):
            for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
                if event["URL"] in cancelled:
                    seen += 1
                    assert event["STATUS"] == "CANCELLED"
                    assert event["SUMMARY"].startswith("Annulé")
    assert seen > len(cancelled)


def test_each_mail_says_what_is_cancelled_or_asleep(files: dict[str, bytes], stated: list[Named]) -> None:
    """In its blocks, where a name begins a line: the editorial is somebody's text."""
    for path, data in files.items():
        if not path.endswith("courriel.eml"):
            continue
        message = message_from_bytes(data, policy=default)
        plain = message.get_body(("plain",))
        assert plain
        text = " ".join(plain.get_content().split())
        for thing in stated:
            for row in re.findall(rf"\* {re.escape(thing.name)}(.{{24}})", text):
                assert thing.state in row, (path, thing.name)


def test_each_card_of_contact_of_a_thing_says_its_state(files: dict[str, bytes], stated: list[Named]) -> None:
    for thing in stated:
        card = files.get(f"{thing.address.strip('/')}.vcf")
        assert card is None or thing.state in card.replace(b"\r\n ", b"").decode()


def test_open_data_has_a_column_for_each_state(files: dict[str, bytes], hub: Hub) -> None:
    events = json.loads(files["donnees/evenements.json"])
    assert {one["id"] for one in events if one["annule"]} == {one.id for one in hub.events if one.annule}
    rows = json.loads(files["donnees/associations.json"])
    assert {one["id"]: one["statut"] for one in rows} == {a.id: a.statut.value for a in hub.associations}


def test_paper_says_the_state_of_whom_it_names(hub: Hub, stated: list[Named]) -> None:
    """The texts of PDFs and posters, before they are set in type."""
    look, renderer = Look(THEME), Renderer(hub)
    works = [*papers.works(hub, renderer, look), *posters.works(hub, towns.TODAY, renderer, look)]
    assert works
    for work in works:
        facts = " ".join(said(words) for _, words in json.loads(work.content)["facts"])
        for thing in stated:
            for after in re.findall(rf"{re.escape(thing.name)}(.{{14}})", facts):
                assert thing.state in after, (work.address, thing.name)
    assert {f.address for f in cards.faces(hub, renderer) if "dissoute" in f.kind} == {
        a.address for a in hub.associations if a.statut is AssociationStatus.dissoute
    }


def test_the_site_says_when_it_was_built_on_the_pages_where_one_wonders(
    made: list[Page], files: dict[str, bytes]
) -> None:
    """And nowhere else: every page would have other bytes every day."""
    built = '<time datetime="2026-11-21">21\u00a0novembre 2026</time>'
    assert {page.address for page in made if built in page.body} == {"/", "/donnees/", "/plan-du-site/"}
    known = json.loads(files["donnees/jeux.json"])
    assert known["construit_le"] == "2026-11-21"
    assert {one["nom"]: one["lignes"] for one in known["jeux"]} == {
        one["nom"]: len(json.loads(files[f"donnees/{one['nom']}.json"])) for one in known["jeux"]
    }


CALL = "---\ntitre: Essai\ntype: projets\n{dates}---\nUn texte.\n"


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        ("cloture: 2026-11-20\npublie_le: 2026-10-01\n", "clos le 20 novembre 2026"),
        ("ouverture: 2027-01-04\npublie_le: 2026-10-01\n", "à venir, ouvre le 4 janvier 2027"),
        ("ouverture: 2021-11\npublie_le: 2026-11-20\n", "passé, clôture inconnue, lancé en novembre 2021"),
        ("ouverture: 2026-06\n", "date de clôture à confirmer, lancé en juin 2026"),
        ("publie_le: 2025-11-20\n", "passé, clôture inconnue, lancé le 20 novembre 2025"),
        ("publie_le: 2025-11-21\n", "date de clôture à confirmer, lancé le 21 novembre 2025"),
    ],
)
def test_a_call_that_is_not_open_says_so_wherever_it_is_named(tmp_path: Path, dates: str, state: str) -> None:
    hub = towns.hub_of(tmp_path, {"content/appels/essai.md": CALL.format(dates=dates)})
    made = {page.address: page for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})}
    page = made["/appels/essai/"]
    spaced = re.sub(r"[\u00a0\u202f]", " ", page.clues.when)
    assert spaced == state
    listed = lxml_html.fromstring(made["/appels/"].body).xpath('//li[.//a[@href="/appels/essai/"]]')
    assert [state in " ".join(row.text_content().split()) for row in listed] == [True]
    assert "/appels/essai/" not in made["/"].body
    data = dict(feeds(hub, towns.TODAY, Renderer(hub), TEMPLATES))
    for entry in feedparser.parse(data["rss.xml"]).entries:
        if entry.link.endswith("/appels/essai/"):
            assert state[1:] in " ".join(entry.content[0].value.split())


def test_a_past_call_is_searched_under_its_own_year(tmp_path: Path) -> None:
    dates = "ouverture: 2021-11\npublie_le: 2026-11-20\n"
    hub = towns.hub_of(tmp_path, {"content/appels/essai.md": CALL.format(dates=dates)})
    made: Any = pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})
    clues = next(page.clues for page in made if page.address == "/appels/essai/")
    assert (clues.years, clues.over) == ((2021,), True)


def test_a_series_whose_last_times_are_all_cancelled_says_so_on_each_page(tmp_path: Path) -> None:
    """Its next time is one of them: it is neither over, nor to come."""
    path, rule = "content/agenda/yoga.md", "sauf: [2026-11-24]"
    days = ("2026-12-01", "2026-12-08", "2026-12-15")
    changes = ", ".join(f"{{date: {day}, annule: Tapis mouillés}}" for day in days)
    hub = towns.hub_of(tmp_path, towns.edited(path, rule, f"{rule}, changements: [{changes}]"))
    made = {page.address: page for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})}
    assert "annulé" in made["/agenda/yoga/"].clues.when
    assert re.search(
        r"<dt>Quand</dt><dd>mardi 1<sup>er</sup>.décembre 2026.*\(annulé\)", made["/agenda/yoga/"].body
    )
    assert "annulé" in next(_mentions(made["/associations/licornes/"], Named("/agenda/yoga/", "", "")))


def test_a_letter_tells_the_cancelled_times_beside_the_one_it_announces(tmp_path: Path) -> None:
    path, rule = "content/agenda/yoga.md", "sauf: [2026-11-24]"
    change = "changements: [{date: 2026-12-08, annule: Tapis mouillés}]"
    hub = towns.hub_of(tmp_path, towns.edited(path, rule, f"{rule}, {change}"))
    data = dict(feeds(hub, towns.TODAY, Renderer(hub), TEMPLATES))
    assert "annulé le 8 décembre" in re.sub(r"\s+", " ", data["lettre/2026-11/courriel.txt"].decode())


def test_a_series_whose_first_time_was_cancelled_is_not_said_to_begin_that_day(tmp_path: Path) -> None:
    path = "content/agenda/yoga.md"
    rule = "{frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-12-15, sauf: [2026-11-24]}"
    changed = rule.replace("sauf", "changements: [{date: 2026-11-03, annule: Tapis mouillés}], sauf")
    hub = towns.hub_of(tmp_path, towns.edited(path, rule, changed))
    (event,) = (one for one in hub.events if one.id == "yoga")
    assert event.first.debut.first == dt.date(2026, 11, 10)
    entry = next(
        entry
        for entry in feedparser.parse(
            dict(feeds(hub, towns.TODAY, Renderer(hub), TEMPLATES))["agenda/rss.xml"]
        ).entries
        if entry.link.endswith("/agenda/yoga/")
    )
    text = " ".join(entry.content[0].value.split())
    assert re.search(r"<p>Mardi 10 novembre", text)
    assert re.search(r"3 novembre 2026.*annulé\. Tapis mouillés", text)


def test_an_association_asleep_says_so_on_its_card_in_calendars_on_posters_and_in_letters(
    tmp_path: Path,
) -> None:
    files = towns.edited(
        "associations.yaml",
        "statut: en-sommeil\n",
        "statut: en-sommeil\n    courriel: c@coeur.example\n    publie_le: 2026-11-10\n",
    )
    files["content/agenda/bal.md"] = (
        "---\ntitre: Bal\ndebut: 2026-12-05 20:00\ncategorie: evenement\norganisateurs: [coeur]\n---\n"
    )
    hub = towns.hub_of(tmp_path, files)
    data = dict(feeds(hub, towns.TODAY, Renderer(hub), TEMPLATES))
    assert "Association en sommeil." in data["associations/coeur.vcf"].decode()
    (event,) = icalendar.Calendar.from_ical(data["agenda/bal.ics"]).walk("VEVENT")
    assert "Cœur de chœur (en sommeil)" in event["DESCRIPTION"]
    assert "Cœur de chœur (en sommeil)" in data["associations/coeur.ics"].decode()
    assert "* Cœur de chœur (en sommeil)" in data["lettre/2026-11/courriel.txt"].decode()
    works = posters.works(hub, towns.TODAY, Renderer(hub), Look(THEME))
    (poster,) = (work for work in works if "/bal/" in work.address)
    assert "Cœur de chœur (en sommeil)" in poster.content
