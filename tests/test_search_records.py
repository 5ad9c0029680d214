"""What is searched of a page, and the index that Pagefind makes of it."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from hub.beside import beside
from hub.build import TEMPLATES, build
from hub.feeds import files as feeds
from hub.markup import Renderer
from hub.pages import Page, pages
from hub.pages.page import Clues
from hub.search import languages, program
from hub.search.kinds import KINDS, kind_of
from hub.search.pagefind import SearchError, indexing
from hub.search.record import FACT, HEADING, ITEM, PHRASE, record
from hub.search.words import MOST, vocabulary
from tests import towns
from tests.children import children


def _page(body: str = "<p>Un texte.</p>", **values: object) -> Page:
    common = {
        "address": "/guides/essai/",
        "title": "Essai",
        "description": "Un essai.",
        "section": "/guides/",
    }
    return Page(**{**common, "body": body, **values})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def miniature(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    hub = towns.hub_of(tmp_path_factory.mktemp("sources"))
    return list(pages(hub, towns.TODAY, Renderer(hub), TEMPLATES))


def _metadata(html: str) -> dict[str, str]:
    return dict(re.findall(r'data-pagefind-meta="(\w+)\[content\]" content="([^"]*)"', html))


def test_a_spelling_finds_an_association_and_is_shown_nowhere(tmp_path: Path) -> None:
    """Neither on a page, nor in a card of contact, in open data, in what is proposed for a misspelt word."""
    register = towns.edited(
        "associations.yaml", "alias: [Licornes]", "alias: [LJ]\n    graphies: [Lyqornes, Licornes]"
    )
    hub = towns.hub_of(tmp_path, register)
    made = list(pages(hub, towns.TODAY, Renderer(hub), TEMPLATES))
    page = next(one for one in made if one.address == "/associations/licornes/")
    assert "Lyqornes" in _metadata(record(page))["noms"]
    assert "Lyqornes" not in re.sub(r"<meta[^>]*>", "", record(page))
    assert "lyqornes" not in vocabulary(made)
    shown = "".join(re.sub(r' data-mots="[^"]*"', "", one.body) for one in made)
    assert "Aussi appelée" in shown
    assert "yqornes" not in shown
    published = b"".join(data for _, data in feeds(hub, towns.TODAY, Renderer(hub), TEMPLATES))
    assert b"yqornes" not in published
    (minutes,) = (one for one in hub.minutes if one.presents)
    assert hub.named(minutes.presents[0]) is hub.by_id["licornes"]


def test_the_number_of_a_note_is_no_part_of_a_word_nor_its_way_back_of_a_text() -> None:
    body = (
        '<p>La subvention<sup class="x"><a href="#n1" id="m1">1</a></sup>, au 1<sup>er</sup> mars.</p>'
        '<ol><li id="n1"><p>Votée. <a href="#m1" title="Revenir au texte">↩</a></p></li></ol>'
    )
    text = re.sub(r"<[^>]+>", "", record(_page(f"<header></header>{body}")))
    assert "La subvention, au 1er mars." in text
    assert "↩" not in text


def test_a_record_names_the_date_the_other_names_and_what_people_call_such_a_page() -> None:
    clues = Clues(("Mala'Café", "Malacafé"), "25 novembre 2021")
    found = _metadata(record(_page(shell="association", clues=clues)))
    assert (found["title"], found["quand"]) == ("Essai", "25 novembre 2021")
    assert "Malacafé" in found["noms"]
    assert "contact" in found["mots"]


def test_ligatures_elisions_and_inclusive_endings_are_written_as_pagefind_cuts_them() -> None:
    html = record(_page("<p>L’œuvre des adhérent·e·s d’Œil</p>"))
    assert "L'o\u0361euvre des adhérent\u00ade\u00ads d'O\u0361eil" in html


def test_the_frame_of_a_page_is_not_searched() -> None:
    html = record(_page('<nav><ol><li>Fil</li></ol></nav><h1>Essai</h1><p class="aide">Aide</p><p>Corps</p>'))
    text = html.partition("<body")[2]
    assert "Corps" in text
    assert not re.search("Fil|Aide|Essai", text)


def test_whose_work_a_picture_is_is_not_searched_and_what_a_text_says_of_its_own_is() -> None:
    head = '<figure class="image image-logo"><figcaption>Image : Ada</figcaption></figure>'
    html = record(_page(f"{head}<figure><figcaption>Le grand bal</figcaption></figure>"))
    assert "Ada" not in html
    assert "Le grand bal" in html


def test_the_addresses_of_subscriptions_are_not_searched_and_those_of_texts_are() -> None:
    body = '<p class="adresse"><code id="a">https://ville.example/flux.xml</code></p>'
    html = record(_page(f"{body}<p>Écrivez <code>https://outil.example/</code></p>"))
    assert "flux.xml" not in html
    assert "https://outil.example/" in html


def _blocks(page: Page) -> list[tuple[str, str]]:
    """The blocks of the record of a page: their kind and their text."""
    text = re.sub(r"<[^>]+>", "", record(page).partition("<body data-pagefind-body>")[2])
    return [
        (kind, " ".join(rest.split()))
        for kind, rest in re.findall(r"([\ue000-\ue003])([^\ue000-\ue003]*)", text)
    ]


def test_a_record_tells_phrases_headings_facts_and_items_apart() -> None:
    body = """
        <p class="etiquettes"><span class="etiquette">fête</span><span class="etiquette">annulé</span></p>
        <dl><div><dt>Où</dt><dd>Gymnase<br>6 allée</dd></div></dl>
        <p>Un essai.</p>
        <h2>Ses dates</h2>
        <ul><li><a href="/agenda/a/">Fête</a> : mardi</li></ul>
        <h2>Suivi</h2>
        <table><tr><th>Salle</th><td>La peindre</td></tr>
        <tr><th>Sport</th><td>1</td><td>2</td></tr></table>"""
    assert _blocks(_page(body)) == [
        (FACT, "fête \u00ad annulé"),
        (FACT, "Où : Gymnase \u00ad 6 allée"),
        (PHRASE, "Un essai."),
        (HEADING, "Ses dates"),
        (ITEM, "Fête : mardi"),
        (HEADING, "Suivi"),
        (PHRASE, "Salle \u00ad La peindre"),
        (ITEM, "Sport"),
    ]


def test_a_description_that_repeats_the_title_is_left_out() -> None:
    assert _blocks(_page("<p>Le texte.</p>", description="Essai : un, deux")) == [(PHRASE, "Le texte.")]


def test_a_description_that_repeats_the_date_is_left_out() -> None:
    page = _page(
        "<p>Le texte.</p>", description="Réunion : le 8 mai, 18 h", clues=Clues(when="le 8 mai, 18\u00a0h")
    )
    assert _blocks(page) == [(PHRASE, "Le texte.")]


def test_the_other_names_of_an_association_are_facts_of_its_record() -> None:
    assert (FACT, "Aussi appelée : AAPR, Les amis") in _blocks(_page(clues=Clues(names=("AAPR", "Les amis"))))


def test_the_newest_minutes_of_a_body_are_called_the_last(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    made = [
        page for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES) if page.shell == "compte-rendu"
    ]
    called = {page.address for page in made if "dernière" in _metadata(record(page))["mots"]}
    newest = {one.instance: one.address for one in sorted(hub.minutes, key=lambda one: one.date)}
    assert called == set(newest.values())


def test_a_list_is_searched_by_its_introduction_only() -> None:
    body = "<header><h1>Guides</h1><div>Des réponses.</div></header><ul><li>Réserver une salle</li></ul>"
    html = record(_page(body, address="/guides/"))
    assert "Des réponses." in html
    assert "Réserver" not in html


def test_a_description_that_the_text_begins_with_is_not_said_twice() -> None:
    assert record(_page("<p>Un essai.</p><p>La suite.</p>")).count("Un essai.") == 1


def test_what_a_page_says_cannot_leave_its_record() -> None:
    html = record(_page(title='"><script>', clues=Clues(names=('"<b>',))))
    assert "<script>" not in html
    assert "<b>" not in html


def test_every_kind_of_page_of_a_town_belongs_to_a_kind_of_results(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    made = list(pages(hub, towns.TODAY, Renderer(hub), TEMPLATES))
    assert {kind_of(page).name for page in made} == {kind.name for kind in KINDS}
    shells = {shell for kind in KINDS for shell in kind.shells}
    assert {page.shell for page in made if page.shell} <= shells


def test_the_site_holds_the_index_and_nothing_of_pagefind_that_is_not_used(miniature_site: Path) -> None:
    top = {file.name for file in (miniature_site / "pagefind").iterdir()}
    assert {name for name in top if not name.endswith(".pf_meta")} == {
        *(
            "fragment",
            "index",
            "pages.json",
            "mots.json",
            "pagefind-entry.json",
            "pagefind.js",
            "wasm.fr.pagefind",
        ),
    }


def test_every_page_but_that_of_results_is_in_the_index(miniature_site: Path) -> None:
    fragments = {file.stem for file in (miniature_site / "pagefind" / "fragment").iterdir()}
    pages = [file for file in miniature_site.rglob("index.html") if not towns.is_moved(file)]
    assert len(fragments) == len(pages) - 1
    known = json.loads((miniature_site / "pagefind" / "pages.json").read_text(encoding="utf-8"))
    assert set(known["pages"]) == fragments


def test_a_thing_named_index_is_found_at_its_own_address() -> None:
    made = [_page(address=address) for address in ("/", "/guides/", "/guides/index/", "/guides/mon-index/")]
    with indexing() as index:
        for page in made:
            index.add(page)
        fragments = [data for path, data in index.files() if "/fragment/" in path]
    urls = {re.search(rb'"url":"([^"]*)"', gzip.decompress(data))[1].decode() for data in fragments}  # type: ignore[index]
    assert urls == {page.address for page in made}


def _made(*added: Page, addresses: list[str] | None = None) -> list[tuple[str, bytes]]:
    with indexing(addresses) as index:
        for page in added:
            index.add(page)
        return list(index.files())


def test_pages_may_come_in_any_order_foretold_or_not(miniature: list[Page]) -> None:
    addresses = [page.address for page in miniature]
    expected = _made(*miniature)
    assert _made(*reversed(miniature)) == expected
    assert _made(*reversed(miniature), addresses=addresses) == expected
    assert _made(*miniature, addresses=addresses[::-1]) == expected


def test_a_record_that_was_made_before_stands_for_the_body_of_its_page(miniature: list[Page]) -> None:
    with indexing() as index:
        for page in miniature:
            index.add(replace(page, body=""), record(page))
        assert list(index.files()) == _made(*miniature)


def test_the_index_of_a_large_town_is_in_bundles_that_its_list_names(
    miniature: list[Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = dict(_made(*miniature))
    monkeypatch.setattr(languages, "LARGEST", -(-len(miniature) // 4))
    parted = dict(_made(*miniature))
    known = json.loads(parted["pagefind/pages.json"])
    assert len(known["lots"]) > 1
    assert known["lots"] == [f"fr-{number}" for number in range(2, 2 + len(known["lots"]))]
    entry = json.loads(parted["pagefind/pagefind-entry.json"])
    assert list(entry["languages"]) == ["fr", *known["lots"]]
    assert len(known["pages"]) == len(json.loads(whole["pagefind/pages.json"])["pages"])
    assert {key.partition("_")[0] for key in known["pages"]} == set(entry["languages"])
    assert "lots" not in json.loads(whole["pagefind/pages.json"])
    assert dict(_made(*reversed(miniature))) == parted


def test_an_index_may_be_made_while_a_copy_of_this_process_works(miniature: list[Page]) -> None:
    """The copy holds the other ends of the same pipes: nobody may wait for it."""
    with indexing() as index:
        with beside([lambda: "essai"] * 2, lambda: None) as copied:
            for page in miniature:
                index.add(page)
            assert list(copied) == ["essai"] * 2
        index.begin()
        assert list(index.files()) == _made(*miniature)


def test_the_vocabulary_is_of_what_names_things_the_most_frequent_first() -> None:
    named = Clues(names=("Les mélomanes",))
    made = [
        _page(title="Chœur d’été", description="Chante l’été aux adhérent·e·s.", clues=named),
        _page(title="Le choeur", shell="guide", description="Reçoit du monde."),
        _page(title="Un choeur", shell="guide", body="<p>Parapluie.</p>"),
    ]
    found = vocabulary(made)
    assert found[:3] == ["aide", "choeur", "comment"]  # of the words for guides, and of two titles
    assert [word for word in found if word in {"choeur", "chœur"}] == ["choeur"]
    assert {"mélomanes", "chante", "adhérent", "reçoit", "guide"} <= set(found)
    assert not {"été", "parapluie", "adherent"} & set(found)


def test_the_vocabulary_does_not_grow_without_end() -> None:
    letters = "abcdefghijklmnopqrst"
    title = " ".join(f"mot{a}{b}{c}" for a in letters for b in letters for c in letters)
    assert len(vocabulary([_page(title=title)])) == MOST


def test_the_same_sources_give_the_same_index(tmp_path: Path, miniature_site: Path) -> None:
    build(towns.hub_of(tmp_path / "sources"), towns.TODAY, tmp_path / "site")
    first, second = (
        {
            file.relative_to(site): file.read_bytes()
            for file in (site / "pagefind").rglob("*")
            if file.is_file()
        }
        for site in (miniature_site, tmp_path / "site")
    )
    assert first == second


def test_a_pagefind_that_fails_publishes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "get_executable", lambda: Path("/bin/false"))
    hub = towns.hub_of(tmp_path / "sources")
    with pytest.raises(SearchError, match="index de recherche"):
        build(hub, towns.TODAY, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_build_that_fails_leaves_no_process_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = children()
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(program, "get_executable", lambda: slow)
    started = dt.datetime.now()
    with pytest.raises(ZeroDivisionError), indexing() as index:
        index.add(_page())
        raise ZeroDivisionError
    assert children() == before
    assert dt.datetime.now() - started < dt.timedelta(seconds=30)


def test_the_call_of_a_note_is_no_part_of_a_word(tmp_path: Path) -> None:
    text = Renderer(towns.hub_of(tmp_path)).render("Le budget[^1] voté.\n\n[^1]: Celui de 2027.").html
    html = record(_page(text))
    assert "budget voté." in html
    assert "Celui de 2027." in html
    assert "↩" not in html
