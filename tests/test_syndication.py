"""Feeds as a whole: what is announced where, in which documents, and what the pages say of it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.build import TEMPLATES, inspect
from hub.feeds import files, of_texts, sheets
from hub.feeds.item import guid
from hub.feeds.volumes import NEWEST, volumes
from hub.markup import Renderer
from hub.markup.alone import absolute
from hub.model import Hub
from hub.model.channels import ATOM, EVERYTHING, FEEDS, FORMS, JSON, RSS, Channel, Form
from hub.model.dates import PartialDate
from hub.model.subscriptions import announced, subscriptions
from tests import towns
from tests.of_malakoff import SITES

SITE = "https://associations.ville-exemple.example"


@pytest.fixture(scope="module")
def hub() -> Hub:
    return inspect(towns.EXAMPLE, towns.TODAY).hub


def _told(hub: Hub, site: Path, today: dt.date = towns.TODAY) -> Path:
    """The folder `site`, where the feeds of the town are as a build writes them."""
    for path, data in of_texts(hub, today, Renderer(hub), TEMPLATES):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data())
    return site


def _read(site: Path, address: str) -> Any:
    """A document of a feed as feedparser has it; JSON Feed, which it does not read, in the same words."""
    data = (site / address.lstrip("/")).read_bytes()
    if address.endswith(".json"):
        feed = json.loads(data)
        entries = [
            SimpleNamespace(id=one["id"], title=one["title"], link=one["url"]) for one in feed["items"]
        ]
        older = [SimpleNamespace(rel="prev-archive", href=feed["next_url"])] if "next_url" in feed else []
        return SimpleNamespace(entries=entries, feed=SimpleNamespace(links=older))
    read = feedparser.parse(data)
    assert not read.bozo, read.get("bozo_exception")
    return read


def _documents(site: Path, channel: Channel, form: Form) -> Iterator[Any]:
    """The document that people subscribe to, then each archive that it leads to."""
    address: str | None = channel.at(form)
    while address:
        document = _read(site, address)
        yield document
        links = [link.href for link in document.feed.links if link.rel == "prev-archive"]
        address = links[0].removeprefix(SITE) if links else None


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_what_is_published_is_in_a_feed_or_its_archives_and_nothing_else(
    example_site: Path, hub: Hub, form: Form
) -> None:
    for channel, things in subscriptions(hub):
        if form not in channel.forms:
            continue
        announced = {guid(hub, thing) for thing in things if _published(thing)}
        found = {
            entry.id for document in _documents(example_site, channel, form) for entry in document.entries
        }
        assert found == announced, channel.folder


def _published(thing: Any) -> bool:
    return thing.publie_le is not None and thing.publie_le.first <= towns.TODAY


def test_the_feed_of_everything_announces_all_that_the_others_do(hub: Hub) -> None:
    everything = {thing.address for thing in announced(hub, EVERYTHING)}
    assert everything == {thing.address for channel in FEEDS[1:] for thing in announced(hub, channel)}
    assert everything == {thing.address for thing in hub.publications}


def test_an_association_announces_its_events_its_news_and_the_meetings_that_name_it(
    miniature_site: Path,
) -> None:
    def titles(key: str) -> set[str]:
        return {entry.title for entry in _read(miniature_site, f"/associations/{key}/rss.xml").entries}

    both = {"Compte rendu du bureau du 10\u00a0mars 2026", "Qui garde la serre"}
    own = {"Yoga du mardi", "On propose\u00a0: Vingt tables", "Vos pots"}
    assert titles("licornes") == {*own, *both}
    assert titles("coeur") == {"Il pleut", *both}
    assert titles("dragons") == set()


def test_the_feed_of_an_association_gives_the_address_of_minutes_rather_than_their_text(
    miniature_site: Path,
) -> None:
    """Some twenty associations attend a meeting: its text twenty times over would outweigh the site."""
    (entry,) = [
        entry
        for entry in _read(miniature_site, "/associations/coeur/rss.xml").entries
        if "Compte rendu" in entry.title
    ]
    assert "Ordre du jour\u00a0: Arrosoirs." in entry.content[0].value
    assert f'href="{entry.link}"' in entry.content[0].value
    assert "en veulent un" not in entry.content[0].value
    whole, _ = _read(miniature_site, "/comptes-rendus/rss.xml").entries
    assert "en veulent un" in whole.content[0].value
    assert entry.id == whole.id


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_every_format_tells_the_same(example_site: Path, form: Form) -> None:
    for channel in FEEDS:
        of_rss = [(one.id, one.title, one.link) for one in _read(example_site, channel.at(RSS)).entries]
        read = _read(example_site, channel.at(form)).entries
        assert [(one.id, unescape(one.title), one.link) for one in read] == of_rss


def test_minutes_come_with_what_was_on_the_agenda_and_what_was_decided(miniature_site: Path) -> None:
    entry, _ = _read(miniature_site, "/comptes-rendus/rss.xml").entries
    content = entry.content[0].value.replace("\u00a0", " ").replace("\u202f", " ")
    assert content.startswith("<p>Ordre du jour : Arrosoirs.</p>")
    assert (
        "<li><strong>Arrosoirs</strong> : En acheter un "
        "(Les Licornes jardinières ; échéance : avril 2026 ; fait)</li>" in content
    )


def test_what_is_dated_after_the_day_of_the_build_is_in_no_feed_yet(tmp_path: Path) -> None:
    site = _told(towns.hub_of(tmp_path / "sources"), tmp_path / "site", dt.date(2026, 11, 9))
    for form in FORMS:
        titles = {entry.title for entry in _read(site, EVERYTHING.at(form)).entries}
        assert "Une serre" in titles
        assert not {"Il pleut", "Novembre"} & titles


def test_a_feed_has_fifty_items_at_most_and_so_has_an_archive(example_site: Path) -> None:
    assert len(_read(example_site, "/rss.xml").entries) == NEWEST
    for document in _documents(example_site, EVERYTHING, RSS):
        assert 0 < len(document.entries) <= NEWEST


def test_an_archive_says_that_it_is_one_and_stands_between_two_others(example_site: Path) -> None:
    text = (example_site / "atom-2024.xml").read_text(encoding="utf-8")
    assert "<fh:archive/>" in text
    assert "<fh:archive/>" not in (example_site / "atom.xml").read_text(encoding="utf-8")
    links = {link.rel: link.href for link in _read(example_site, "/rss-2024.xml").feed.links}
    assert links["current"] == f"{SITE}/rss.xml"
    assert links["prev-archive"] == f"{SITE}/rss-2023.xml"
    assert links["next-archive"] == f"{SITE}/rss-2025.xml"


def test_an_item_that_was_revised_says_when_and_stays_where_it_was(tmp_path: Path) -> None:
    files = towns.edited(
        "content/guides/semer.md", "publie_le: 2026-02-01\n", "publie_le: 2026-02-01\nrevu_le: 2026-09-01\n"
    )
    site = _told(towns.hub_of(tmp_path / "sources", files), tmp_path / "site")
    (entry,) = _read(site, "/guides/atom.xml").entries
    assert entry.published == "2026-02-01T00:00:00+01:00"
    assert entry.updated == "2026-09-01T00:00:00+02:00"


def test_a_revision_that_is_yet_to_come_is_not_told(tmp_path: Path) -> None:
    """A reader would sort the item by a day that is not there yet."""
    files = towns.edited(
        "content/agenda/yoga.md", "publie_le: 2026-10-01", "publie_le: 2026-10-01\nmodifie_le: 2026-10-05"
    )
    site = _told(towns.hub_of(tmp_path / "sources", files), tmp_path / "site", dt.date(2026, 10, 2))
    (entry,) = [e for e in _read(site, "/agenda/atom.xml").entries if e.title == "Yoga du mardi"]
    assert entry.updated == entry.published


def test_links_of_an_item_lead_to_the_site_from_anywhere(hub: Hub) -> None:
    html = (
        '<h2 id="a">x</h2><a href="/agenda/">y</a><a href="#a">z</a><a href="https://x.example/">t</a> id="b"'
    )
    assert absolute(html, hub, "/guides/g/") == (
        f'<h2>x</h2><a href="{SITE}/agenda/">y</a><a href="{SITE}/guides/g/#a">z</a>'
        '<a href="https://x.example/">t</a> id="b"'
    )


DOCUMENT = "[La notice](https://mini.example/notice.pdf)"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"{DOCUMENT}, [une page](https://mini.example/notice.html).", 1),
        (f"{DOCUMENT}, et [encore](https://mini.example/notice.pdf).", 1),
        (f"{DOCUMENT}, [Le plan](https://mini.example/plan.ODT?v=1&w=2).", 0),
        ("[Une page](https://mini.example/pdf).", 0),
    ],
)
def test_an_item_that_leads_to_one_document_offers_it(tmp_path: Path, text: str, number: int) -> None:
    files = towns.edited("content/appels/serre.md", "Décrivez votre serre.", text)
    site = _told(towns.hub_of(tmp_path / "sources", files), tmp_path / "site")
    document = [("https://mini.example/notice.pdf", "application/pdf")] * number
    for form in (RSS, ATOM):
        (entry,) = _read(site, f"/appels/{form.stem}.xml").entries
        assert [(one.href, one.type) for one in entry.enclosures] == document
        assert entry.link == "https://mini.example/appels/serre/"
    (item,) = json.loads((site / "appels" / "feed.json").read_text(encoding="utf-8"))["items"]
    assert [(one["url"], one["mime_type"]) for one in item.get("attachments", [])] == document


@pytest.mark.parametrize(
    ("page", "titles"),
    [
        ("", ["Tout ce qui est publié"]),
        ("bureau/", ["Tout ce qui est publié"]),
        ("agenda/", ["Agenda"]),
        ("agenda/bal-du-presque-reveillon/", ["Agenda"]),
        ("comptes-rendus/2026-03-10-bureau/", ["Comptes rendus"]),
        ("associations/yoga-pour-dragons/", ["Yoga pour dragons"]),
        ("abonnements/", [channel.title for channel in FEEDS]),
    ],
)
def test_a_page_names_the_feeds_that_tell_its_news(example_site: Path, page: str, titles: list[str]) -> None:
    links = _alternates(example_site / page / "index.html")
    forms = (RSS,) if page == "associations/yoga-pour-dragons/" else FORMS
    assert [title for _, title, _ in links] == [f"{t} ({form.name})" for t in titles for form in forms]
    assert [kind for kind, _, _ in links] == [form.media_type for form in forms] * len(titles)


def test_an_association_has_its_feed_in_one_format_even_with_nothing_to_announce(
    miniature_site: Path,
) -> None:
    for key in ("licornes", "dragons"):
        folder = miniature_site / "associations" / key
        assert [file.name for file in sorted(folder.iterdir())] == ["index.html", "rss.xml"]


def test_an_item_of_rss_says_when_it_changed_and_only_then(tmp_path: Path) -> None:
    """Of an association, RSS is all that there is: Atom's own word says what its format had."""
    files = towns.edited("content/guides/semer.md", "themes: [jardin]", "revu_le: 2026-03-02")
    site = _told(towns.hub_of(tmp_path / "sources", files), tmp_path / "site")
    changed = r"<atom:updated>([^<]*)</atom:updated>"
    assert re.findall(changed, (site / "guides" / "rss.xml").read_text("utf-8")) == [
        "2026-03-02T00:00:00+01:00"
    ]
    assert re.findall(changed, (site / "actualites" / "rss.xml").read_text("utf-8")) == []


def test_what_makes_a_feed_makes_it_alone_as_with_all_the_others(hub: Hub) -> None:
    def named() -> dict[str, Callable[[], bytes]]:
        return dict(sheets(hub, towns.TODAY, Renderer(hub), TEMPLATES))

    whole = dict(files(hub, towns.TODAY, Renderer(hub), TEMPLATES))
    backwards = {path: make() for path, make in reversed(named().items())}
    assert backwards == whole
    for path in ("associations/yoga-pour-dragons/rss.xml", "agenda/conseil.ics", "donnees/jeux.json"):
        assert named()[path]() == whole[path]


@pytest.mark.parametrize("site", SITES)
def test_every_feed_that_a_page_names_is_there(request: pytest.FixtureRequest, site: str) -> None:
    folder: Path = request.getfixturevalue(site)
    for page in folder.rglob("*.html"):
        for _, _, address in _alternates(page):
            assert (page.parent / address).is_file(), (page, address)


def _alternates(page: Path) -> list[tuple[str, str, str]]:
    """(type, title, address) of the feeds that a page names in its head."""
    link = r'<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)">'
    return re.findall(link, page.read_text(encoding="utf-8"))


def test_a_name_with_markup_is_text_in_the_feeds_of_the_association(miniature_site: Path) -> None:
    page = (miniature_site / "associations" / "dragons" / "index.html").read_text(encoding="utf-8")
    assert 'title="L’Amicale &lt;des&gt; dragons &amp; co (RSS)"' in page
    rss = (miniature_site / "associations" / "dragons" / "rss.xml").read_text(encoding="utf-8")
    assert "<title>L’Amicale &lt;des&gt; dragons &amp; co – Vie associative de Mini</title>" in rss


def test_a_feed_holds_a_part_of_its_kind_and_names_another_page(hub: Hub) -> None:
    first = hub.letters[0]
    channel = Channel("/lettre/x/", "X", ("letters",), "", holds=lambda one: one is first, page="/lettre/")
    assert announced(hub, channel) == [first]
    assert channel.home == "/lettre/"
    assert [channel.at(form) for form in (RSS, ATOM, JSON)] == [
        "/lettre/x/rss.xml",
        "/lettre/x/atom.xml",
        "/lettre/x/feed.json",
    ]


DAYS = st.dates(dt.date(2023, 1, 1), towns.TODAY)
COUNTS = st.lists(st.tuples(DAYS, st.integers(1, 40)), max_size=12)
"""How many things are published on some days."""


def _things(counts: list[tuple[dt.date, int]]) -> list[Any]:
    days = sorted((day for day, number in counts for _ in range(number)), reverse=True)
    number = Counter[dt.date]()
    things = []
    for day in days:
        number[day] += 1
        date = PartialDate(day.year, day.month, day.day)
        things.append(SimpleNamespace(publie_le=date, id=f"{day}-{number[day]}"))
    return things


def _held(things: list[Any], year: int) -> dict[str, list[str]]:
    made = volumes(EVERYTHING, things, year)
    return {one.archive: [thing.id for thing in one.things] for one in made}


@given(COUNTS)
def test_nothing_is_lost_between_a_feed_and_its_archives(counts: list[tuple[dt.date, int]]) -> None:
    things = _things(counts)
    held = _held(things, towns.TODAY.year)
    assert {key for ids in held.values() for key in ids} == {thing.id for thing in things}
    archived = [key for name, ids in held.items() for key in ids if name]
    assert len(archived) == len(set(archived))
    assert all(len(ids) <= NEWEST for ids in held.values())


@given(COUNTS, st.integers(0, 200))
def test_an_archive_holds_the_same_for_ever(counts: list[tuple[dt.date, int]], more: int) -> None:
    things = _things(counts)
    before = _held(things, 2026)
    later = [SimpleNamespace(publie_le=PartialDate(2026, 12, 1), id=f"new-{i}") for i in range(more)]
    for year in (2026, 2027):
        after = _held([*later, *things], year)
        assert {name: ids for name, ids in before.items() if name}.items() <= after.items()
